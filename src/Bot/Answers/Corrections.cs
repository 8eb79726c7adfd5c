using Bot.Indexing;

namespace Bot.Answers;

/// <summary>Tells the asker which of their words were looked for in another spelling.</summary>
internal static class Corrections
{
    /// <summary>'No briefing contains "Shelly"; read as "Shelley".', or null where every word stands as it was asked.</summary>
    public static string? Sentence(TopicHits hits)
    {
        var sentences = hits.Terms.Corrections.Select(word => SpellingIn(hits.Passages, word) is { } found
            ? $"No briefing contains {Misses.Quoted(word.Word)}; read as {Misses.Quoted(found)}."
            : $"No briefing contains {Misses.Quoted(word.Word)}.");
        return string.Join(' ', sentences) is { Length: > 0 } all ? all : null;
    }

    private static string? SpellingIn(IReadOnlyList<TopicPassage> passages, QueryTerm word) => passages
        .SelectMany(passage => BriefingAnalyzer.Analyze(passage.Words, passage.Indexed.Language)
            .Where(term => word.Terms.Contains(term.Term))
            .Select(term => passage.Words[term.Start..term.End]))
        .FirstOrDefault();
}
