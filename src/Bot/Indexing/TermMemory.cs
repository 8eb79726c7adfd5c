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

    /// <summary>A stop word has no term: null.</summary>
    private readonly ConcurrentDictionary<string, string?> terms = new(StringComparer.Ordinal);
    private int count;

    /// <param name="word">One token, as the analyzers cut text.</param>
    /// <returns>Null for a stop word.</returns>
    public string? TermOf(ReadOnlySpan<char> word)
    {
        if (terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known)) return known;
        var text = word.ToString();
        var analyzed = BriefingAnalyzer.AnalyzeWhole(text, language);
        var term = analyzed.Count == 0 ? null : analyzed[0].Term;
        if (count < Most && terms.TryAdd(text, term)) Interlocked.Increment(ref count);
        return term;
    }
}
