using Bot.Answers;
using Bot.App.Quality;

namespace Bot.Training.Ranking;

/// <summary>A question of a set with the passages that were read closely for it.</summary>
/// <param name="Evidence">Of each passage (PassageEvidence), in the order of the search.</param>
/// <param name="Briefings">Whose each passage is.</param>
/// <param name="Gold">The briefings that answer.</param>
internal sealed record RankedQuestion(
    string Set, bool IsPutAside, IReadOnlyList<double[]> Evidence, IReadOnlyList<string> Briefings, IReadOnlySet<string> Gold)
{
    public static Task<IReadOnlyList<RankedQuestion>> ReadAsync(EvaluationSet set, CancellationToken stop) =>
        CorpusSearch.EachAsync(set.CorpusPath, SetQuestion.Of(set), (question, hits, wanted, view) =>
        {
            var evidence = hits.Passages.Count == 0 ? [] : PassageEvidence.Of(hits, wanted, view);
            return new RankedQuestion(
                set.Name, question.IsPutAside, [.. evidence.Select(one => one.Values)],
                [.. evidence.Select(one => one.Passage.Indexed.Briefing.Value)], question.Gold);
        }, stop);
}
