using Bot.Mentions;
using Bot.Questions;

namespace Bot.Answers;

/// <summary>
/// What speaks for the best passage being an answer at all, and not only the nearest there is, each as a number (a feature). The likelier of two passages
/// is told by how they differ (PassageEvidence); whether the likeliest answers, by how much of the question it covers and how telling that is.
/// </summary>
internal static class AnswerEvidence
{
    /// <summary>Of a passage that is alone or far before all others, more says nothing more.</summary>
    private const double MostLead = 3;

    /// <summary>In the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "always", "score", "search score", "search score squared", "lead over the second", "lead over the second squared",
        "question covered squared", "idf of what is covered", "idf of the most telling word missing", "other than nouns and verbs missing",
        "names covered", "question has names", "question has listed names", "no kind asked for", "person asked for",
    ];

    /// <param name="ranked">Best first; at least one.</param>
    public static double[] Of(IReadOnlyList<RankedPassage> ranked, AskedFor asked, CorpusView corpus)
    {
        var (best, terms) = (ranked[0], asked.Terms);
        // Johnson is not Johnston: a passage that names the latter has not the word asked for.
        var found = best.Evidence.Found & ~terms.NamesOfOthers;
        var missing = terms.All & ~found;
        var covered = terms.WeightOf(found) / terms.TotalWeight;
        var search = best.Evidence.Passage.Score / terms.TotalWeight;
        var lead = ranked.Count > 1 ? Math.Min(MostLead, best.Score - ranked[1].Score) : MostLead;
        // The idf of a word that one passage has: so corpora of different sizes are alike.
        var most = Math.Log(1 + Math.Max(1, corpus.Size.Passages));
        return
        [
            1, best.Score, search, search * search, lead, lead * lead,
            covered * covered, terms.WeightOf(found) / most, terms.MostOf(missing) / most, terms.WeightOf(missing & ~NounsAndVerbs(terms)) / terms.TotalWeight,
            asked.ShareOf(asked.Names, found), asked.Names != 0 ? 1 : 0, asked.ListedNames != 0 ? 1 : 0,
            asked.Type == AnswerType.Any ? 1 : 0, asked.Type == AnswerType.Person ? 1 : 0,
        ];
    }

    private static uint NounsAndVerbs(QuestionTerms terms) => terms.WordsThat(word =>
        (Lexicon.Of(word.ToLowerInvariant()) & (WordKinds.Noun | WordKinds.Verb)) != 0);
}
