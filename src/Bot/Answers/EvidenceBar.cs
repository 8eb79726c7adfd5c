using System.Numerics;
using Bot.Mentions;

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
        MayAnswer(ranked[0], asked, corpus) && (IsOfFew(corpus) ? WeightsOfFew : Weights).Value.Of(AnswerEvidence.Of(ranked, asked, corpus)) >= 0;

    /// <summary>What must be so for an answer, however much else speaks for it.</summary>
    private static bool MayAnswer(RankedPassage best, AskedFor asked, CorpusView corpus) =>
        (asked.IsInOtherLetters || (AnswerEvidence.Covered(best, asked) >= LeastCovered && NamesWhomAsked(best.Evidence, asked.Terms, corpus))) &&
        // Whatever else a passage has of a question about Ireland: where no briefing names it, none answers.
        (asked.Names == 0 || AnswerEvidence.NamesUnknown(best, asked, corpus) != asked.Names) &&
        (!IsOfFew(corpus) || (NamesAnyAsked(best.Evidence, asked, corpus) && HasMoreThanName(best.Evidence, asked, corpus)));

    /// <summary>
    /// Whoever is asked for by name is named in the passage, or elsewhere in its briefing ("the Belarusian president has urged"). Where Kupchan flew to Vienna, and Haass is
    /// not named at all, "Did Haass fly to Vienna?" has no answer, however many words it has.
    /// </summary>
    private static bool NamesWhomAsked(PassageEvidence best, QuestionTerms terms, CorpusView corpus)
    {
        var missing = terms.PeopleNotIn(best.Found, corpus).ToList();
        if (missing.Count == 0) return true;
        var named = corpus.Index.PeopleOf(best.Passage.Indexed.Briefing, corpus.Scope).Select(person => NameFolding.Fold(person.Name)).ToHashSet(StringComparer.Ordinal);
        return missing.TrueForAll(people => people.Any(person => person.Keys.Any(named.Contains)));
    }

    /// <summary>
    /// Of few passages any is the nearest to something: where its briefing has none of the names asked for, it tells of something else. Of many, the learned weights tell
    /// that better (QUALITY.md).
    /// </summary>
    private static bool NamesAnyAsked(PassageEvidence best, AskedFor asked, CorpusView corpus)
    {
        var briefing = best.Passage.Indexed.Briefing;
        return asked.Names == 0 || (asked.Names & (best.Found | best.Passage.Related)) != 0
            || asked.Terms.Words.Where((_, i) => (asked.Names & (1u << i)) != 0).Any(word => corpus.Index.HasIn(briefing, word, corpus.Scope));
    }

    /// <summary>
    /// In few passages a person's name is rare, and weighs more than it tells: where no briefing has the other words, it alone answers nothing ("Did Kupchan die?"). Two
    /// names that stand together tell more ("Where did Putin and Lukashenko eat?").
    /// </summary>
    private static bool HasMoreThanName(PassageEvidence best, AskedFor asked, CorpusView corpus)
    {
        var found = best.Found | best.Passage.Related;
        if ((found & ~asked.Names) != 0 || BitOperations.PopCount(found) != 1) return true;
        var name = asked.Terms.Words[BitOperations.TrailingZeroCount(found)];
        return corpus.People.Named(name.Word).Count == 0 || asked.Terms.Words.All(word => word == name || corpus.Index.Has(word, corpus.Scope));
    }

    /// <summary>For a topic, of which few words are asked and the kind of answer is looked for besides.</summary>
    public static bool IsMet(TopicHits hits, Snippet best, CorpusView corpus)
    {
        var found = hits.PassageOf(best).Found | TitleWords.Found(best.Source, hits.Terms, corpus);
        var coverage = hits.Terms.Coverage(found & ~hits.Terms.NamesOfOthers);
        if (coverage < LeastCoverage) return false;
        return coverage >= LeastCoverageWithUnknownName || !hits.Terms.HasUnknownName(corpus);
    }
}
