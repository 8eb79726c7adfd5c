using System.Collections.Concurrent;

namespace Bot.Indexing;

/// <summary>
/// The terms of a language's words: most words of a text stood in another before, and to stem them again took a third of the time of /ask over a
/// small index. Thread-safe.
/// </summary>
internal sealed class TermMemory(string language)
{
    /// <summary>Words that are remembered, some hundred bytes each; names and numbers beyond them are analysed each time.</summary>
    private const int Most = 50_000;

    /// <summary>Places for the words met last, a power of two: half of a text is a few hundred words, and the dictionary's nodes lie all over the memory.</summary>
    private const int Places = 4_096;

    /// <summary>A stop word has no term: null.</summary>
    private readonly ConcurrentDictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> terms =
        new ConcurrentDictionary<string, string?>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Known?[] last = new Known?[Places];
    private int count;

    /// <param name="word">One token, as the analyzers cut text.</param>
    /// <returns>Null for a stop word.</returns>
    public string? TermOf(ReadOnlySpan<char> word)
    {
        ref var place = ref last[PlaceOf(word)];
        if (place is { } known && word.SequenceEqual(known.Word)) return known.Term;
        if (terms.TryGetValue(word, out var text, out var term))
        {
            place = new Known(text, term);
            return term;
        }
        text = word.ToString();
        var analyzed = BriefingAnalyzer.AnalyzeWhole(text, language);
        term = analyzed.Count == 0 ? null : analyzed[0].Term;
        if (count < Most && terms.Dictionary.TryAdd(text, term)) Interlocked.Increment(ref count);
        return term;
    }

    private static int PlaceOf(ReadOnlySpan<char> word)
    {
        var hash = (uint)word.Length;
        foreach (var letter in word) hash = (hash * 31) + letter;
        return (int)(hash ^ (hash >> 12)) & (Places - 1);
    }

    /// <summary>Immutable: whoever reads a place sees one of them whole.</summary>
    private sealed record Known(string Word, string? Term);
}
