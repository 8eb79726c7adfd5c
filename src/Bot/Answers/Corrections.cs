using Bot.Indexing;

namespace Bot.Answers;

/// <summary>Tells the asker which of their words were looked for in another spelling.</summary>
internal static class Corrections
{
    /// <summary>'No briefing contains "Shelly"; read as "Shelley".', or null where every word stands as it was asked.</summary>
    /// <param name="shown">The passage whose spelling is told: that of the first snippet.</param>
    public static string? Sentence(QuestionTerms question, TopicPassage shown)
    {
        var corrections = question.Corrections.ToList();
        if (corrections.Count == 0) return null;
        var terms = BriefingAnalyzer.Analyze(shown.Words, shown.Indexed.Language);
        var read = corrections
            .Select(word => (Asked: word.Word, Found: terms.Where(term => word.Terms.Contains(term.Term)).Select(term => shown.Words[term.Start..term.End]).FirstOrDefault()))
            .Where(pair => pair.Found is not null)
            .Select(pair => $"No briefing contains {Misses.Quoted(pair.Asked)}; read as {Misses.Quoted(pair.Found!)}.");
        return string.Join(' ', read) is { Length: > 0 } sentence ? sentence : null;
    }
}
