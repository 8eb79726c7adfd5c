using Bot.Mentions;
using Bot.Text;

namespace Bot.Watches;

/// <summary>Whether words stood in a text before, so that a mended misspelling is no news; another number or name is.</summary>
internal static class SameWords
{
    /// <summary>In a shorter word a letter makes another word: "Iran", "Iraq".</summary>
    private const int ShortestMisspelt = 6;

    public static bool StandIn(string text, string words)
    {
        if (text.Contains(words, StringComparison.Ordinal)) return true;
        var (all, some) = (WordsOf(text), WordsOf(words));
        for (var at = 0; at + some.Count <= all.Count; at++)
        {
            var same = 0;
            while (same < some.Count && IsSame(all[at + same], some[same])) same++;
            if (same == some.Count) return some.Count > 0;
        }
        return false;
    }

    // Of a word with a capital a letter may make another name, and of a word that is right another word: one of the two must be in no list.
    private static bool IsSame(string one, string other) => one == other
        || (Math.Min(one.Length, other.Length) >= ShortestMisspelt && one.All(char.IsLower) && other.All(char.IsLower)
            && EditDistance.Between(one, other, most: 1) <= 1 && IsListed(one) != IsListed(other));

    private static bool IsListed(string word) => Inflection.ListedKindsOf(word) != WordKinds.None;

    private static List<string> WordsOf(string text) =>
        [.. Tokenizer.Tokenize(text).Where(token => token.Kind != TokenKind.Punctuation).Select(token => token.Slice(text).ToString())];
}
