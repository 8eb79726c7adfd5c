using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;

namespace Bot.Text;

/// <summary>
/// Tells a text's language by its script and, where several share one, by counting function words in its beginning
/// (stop-word counts, after Grefenstette 1995). Short texts without such words are "en".
/// </summary>
internal static class LanguageGuesser
{
    public const string Default = "en";

    /// <summary>Characters that are looked at: enough for some hundred function words.</summary>
    private const int Sample = 4000;

    private static readonly FrozenDictionary<string, ulong> Words = LanguageWords.ByWord();
    private static readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>An ISO 639-1 code.</summary>
    public static string Guess(ReadOnlySpan<char> text)
    {
        if (text.Length > Sample) text = text[..Sample];
        return Scripts.Tell(text) ?? CyrillicLetters.Tell(text) ?? CountWords(text) ?? (CyrillicLetters.AreMost(text) ? "ru" : Default);
    }

    /// <summary>The language with the most function words; on a tie the one that stands first in the table.</summary>
    private static string? CountWords(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[LanguageWords.Languages.Length];
        counts.Clear();
        Span<char> lower = stackalloc char[LanguageWords.LongestWord];
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark)) at++;
            if (at == start) at++;
            else if (at - start <= lower.Length) Count(text[start..at], lower, counts);
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[best])
                best = i;
        return counts[best] == 0 ? null : LanguageWords.Languages[best];
    }

    private static void Count(ReadOnlySpan<char> word, Span<char> lower, Span<int> counts)
    {
        var length = word.ToLowerInvariant(lower);
        if (!WordsBySpan.TryGetValue(lower[..length], out var languages)) return;
        for (; languages != 0; languages &= languages - 1) counts[BitOperations.TrailingZeroCount(languages)]++;
    }
}
