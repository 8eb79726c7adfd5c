using Bot.Questions;

namespace Bot.Answers;

/// <summary>
/// What speaks for the best passage being an answer at all, and not only the nearest there is, each as a number (a feature). The likelier of two passages
/// is told by how they differ (PassageEvidence); whether the likeliest answers, by how much of the question it covers and how telling that is.
/// </summary>
internal static class AnswerEvidence
{
    /// <summary>In the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "always", "score", "search score", "question covered squared", "question covered by related words", "idf of what is covered", "title covered by the question",
        "names covered", "names that no briefing has", "question has names", "question has listed names", "no kind asked for", "question without capitals", "question in other letters", "question of many words with capitals",
    ];

    /// <summary>Of the features, those that tell how a question is written and of how much it is asked, and nothing of its answer.</summary>
    public static IReadOnlyList<string> Styles { get; } = ["question without capitals", "question in other letters", "question of many words with capitals"];

    /// <summary>From so many on, which of them a passage has tells nearly for certain whether it answers.</summary>
    private const int ManyWords = 7;

    /// <param name="ranked">Best first; at least one.</param>
    public static double[] Of(IReadOnlyList<RankedPassage> ranked, AskedFor asked, CorpusView corpus)
    {
        var (best, terms) = (ranked[0], asked.Terms);
        // Johnson is not Johnston: a passage that names the latter has not the word asked for.
        var found = best.Evidence.Found & ~terms.NamesOfOthers;
        // A country is named by who lives there: "the Belarusian president".
        var named = found | (best.Evidence.Passage.Related & asked.Names);
        var covered = terms.WeightOf(found) / terms.TotalWeight;
        // The idf of a word that one passage has: so corpora of different sizes are alike.
        var most = Math.Log(1 + Math.Max(1, corpus.Size.Passages));
        return
        [
            1, best.Score, best.Evidence.Passage.Score / terms.TotalWeight, covered * covered,
            terms.WeightOf(best.Evidence.Passage.Related & ~found) / terms.TotalWeight, terms.WeightOf(found) / most, best.Evidence.TitleCovered,
            asked.ShareOf(asked.Names, named), asked.ShareOf(asked.Names, NamesUnknown(best, asked, corpus)), One(asked.Names != 0), One(asked.ListedNames != 0), One(asked.Type == AnswerType.Any),
            // Where nobody writes capitals no word tells that it is a name, and of other letters the word lists know none.
            One(!asked.HasCapitals), One(asked.IsInOtherLetters), One(asked.HasCapitals && !asked.IsInOtherLetters && terms.Words.Count >= ManyWords),
        ];
    }

    /// <summary>The share of a question, by weight, that a passage and its title have, in its words or in others that mean the same.</summary>
    public static double Covered(RankedPassage ranked, AskedFor asked) =>
        asked.Terms.WeightOf((ranked.Evidence.Found & ~asked.Terms.NamesOfOthers) | ranked.Evidence.Passage.Related) / asked.Terms.TotalWeight;

    /// <summary>The names that no briefing has, as bits; a country is named by who lives there.</summary>
    public static uint NamesUnknown(RankedPassage best, AskedFor asked, CorpusView corpus) => asked.NamesUnknown(corpus) & ~best.Evidence.Passage.Related;

    private static double One(bool isSo) => isSo ? 1 : 0;
}
