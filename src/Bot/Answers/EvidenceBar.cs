namespace Bot.Answers;

/// <summary>Decides whether the best passage is an answer or only the nearest there is.</summary>
internal static class EvidenceBar
{
    /// <summary>
    /// The share of a question, by weight, that the best passage must have: below it the word that tells is not there, as "shot" of "Who shot Biden?". Of words in other
    /// letters, with their many endings, too many are missed for that.
    /// </summary>
    private const double LeastCovered = 0.35;

    /// <summary>The share of a topic (QuestionTerms.Coverage) that passage and title must have.</summary>
    private const double LeastCoverage = 0.15;

    /// <summary>The same where the topic names somebody or something that no briefing has: that alone makes an answer unlikely.</summary>
    private const double LeastCoverageWithUnknownName = 0.4;

    /// <summary>Of fewer passages a word's idf tells little of how telling it is: they have weights of their own.</summary>
    private const int FewPassages = 100;

    private static readonly Lazy<LearnedWeights>
        Weights = new(() => LearnedWeights.Load("evidence", AnswerEvidence.Names)),
        WeightsOfFew = new(() => LearnedWeights.Load("evidence-few", AnswerEvidence.Names));

    /// <summary>Whether a corpus has so few passages that other weights hold.</summary>
    public static bool IsOfFew(CorpusView corpus) => corpus.Size.Passages < FewPassages;

    /// <summary>
    /// For a question: the logarithm of the odds that the best passage answers it, against a bar that is set so that of what is right one in fifty is not
    /// answered (logistic regression, Cox 1958; QUALITY.md has what it silences).
    /// </summary>
    /// <param name="ranked">Best first; at least one.</param>
    public static bool IsMet(IReadOnlyList<RankedPassage> ranked, AskedFor asked, CorpusView corpus) =>
        (asked.IsInOtherLetters || AnswerEvidence.Covered(ranked[0], asked) >= LeastCovered) &&
        // Whatever else a passage has of a question about Ireland: where no briefing names it, none answers.
        (asked.Names == 0 || AnswerEvidence.NamesUnknown(ranked[0], asked, corpus) != asked.Names) &&
        (IsOfFew(corpus) ? WeightsOfFew : Weights).Value.Of(AnswerEvidence.Of(ranked, asked, corpus)) >= 0;

    /// <summary>For a topic, of which few words are asked and the kind of answer is looked for besides.</summary>
    public static bool IsMet(TopicHits hits, Snippet best, CorpusView corpus)
    {
        var found = hits.PassageOf(best).Found | TitleWords.Found(best.Source, hits.Terms, corpus);
        var coverage = hits.Terms.Coverage(found & ~hits.Terms.NamesOfOthers);
        if (coverage < LeastCoverage) return false;
        return coverage >= LeastCoverageWithUnknownName || !hits.Terms.HasUnknownName(corpus);
    }
}
