namespace Bot.Answers;

/// <summary>A passage with what speaks for it as the answer.</summary>
/// <param name="Score">
/// Weighed together by learned weights: the more, the likelier it answers, beside others of the same question. The logarithm of odds, but for a constant.
/// </param>
internal sealed record RankedPassage(PassageEvidence Evidence, double Score)
{
    private static readonly Lazy<LearnedWeights> Weights = new(() => LearnedWeights.Load("ranking", PassageEvidence.Names));

    /// <summary>
    /// What a passage of the question's own language has more than the same words in another: enough to tell two tellings of one story.
    /// </summary>
    private const double OwnLanguage = 2;

    /// <summary>The passages of a search, best first.</summary>
    public static IReadOnlyList<RankedPassage> Rank(TopicHits hits, AskedFor asked, CorpusView corpus) =>
        [.. PassageEvidence.Of(hits, asked, corpus).Select(evidence => new RankedPassage(evidence, ScoreOf(evidence, asked))).OrderByDescending(one => one.Score)];

    private static double ScoreOf(PassageEvidence evidence, AskedFor asked) =>
        Weights.Value.Of(evidence.Values) + (asked.Terms.BonusOf(evidence.Passage.Indexed) > 0 ? OwnLanguage : 0);
}
