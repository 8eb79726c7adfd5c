using Bot.Indexing;

namespace Bot.Answers;

/// <summary>Tells the asker which of their words were looked for in another spelling.</summary>
internal static class Corrections
{
    /// <summary>'No briefing contains "Shelly"; read as "Shelley".', or null where every word stands as it was asked.</summary>
    public static string? Sentence(TopicHits hits)
    {
        var read = hits.Terms.Corrections.Select(word => (Asked: word.Word, Found: SpellingIn(hits.Passages, word))).Where(pair => pair.Found is not null);
        return string.Join(' ', read.Select(pair => $"No briefing contains {Misses.Quoted(pair.Asked)}; read as {Misses.Quoted(pair.Found!)}.")) is { Length: > 0 } sentence
            ? sentence : null;
    }

    private static string? SpellingIn(IReadOnlyList<TopicPassage> passages, QueryTerm word) => passages
        .SelectMany(passage => BriefingAnalyzer.Analyze(passage.Words, passage.Indexed.Language)
            .Where(term => word.Terms.Contains(term.Term))
            .Select(term => passage.Words[term.Start..term.End]))
        .FirstOrDefault();
}
