namespace Bot.Answers;

/// <summary>
/// Decides whether the best passage is an answer or only the nearest there is. Measured on the question sets: of the questions
/// whose answer is there, the bar silences one in a hundred; of those asked over a corpus that cannot know, it stops three to four in ten.
/// </summary>
internal static class EvidenceBar
{
    /// <summary>The share of the question (QuestionTerms.Coverage) that passage and title must have.</summary>
    private const double LeastCoverage = 0.15;

    /// <summary>The same where the question names somebody or something that no briefing has: that alone makes an answer unlikely.</summary>
    private const double LeastCoverageWithUnknownName = 0.4;

    public static bool IsMet(TopicHits hits, Snippet best, CorpusView corpus)
    {
        var found = hits.PassageOf(best).Found | TitleWords.Found(best.Source, hits.Terms, corpus);
        var coverage = hits.Terms.Coverage(found & ~hits.Terms.NamesOfOthers);
        if (coverage < LeastCoverage) return false;
        return coverage >= LeastCoverageWithUnknownName || !hits.Terms.HasUnknownName(corpus);
    }
}
