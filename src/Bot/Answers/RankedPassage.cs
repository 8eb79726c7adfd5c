namespace Bot.Answers;

/// <summary>A passage with what speaks for it as the answer.</summary>
/// <param name="Score">
/// Weighed together by learned weights: the more, the likelier it answers, beside others of the same question. The logarithm of odds, but for a constant.
/// </param>
internal sealed record RankedPassage(PassageEvidence Evidence, double Score)
{
    private static readonly Lazy<LearnedWeights> Weights = new(() => LearnedWeights.Load("ranking", PassageEvidence.Names));

    /// <summary>The passages of a search, best first.</summary>
    public static IReadOnlyList<RankedPassage> Rank(TopicHits hits, AskedFor asked, CorpusView corpus) =>
        [.. PassageEvidence.Of(hits, asked, corpus).Select(evidence => new RankedPassage(evidence, Weights.Value.Of(evidence.Values))).OrderByDescending(one => one.Score)];
}
