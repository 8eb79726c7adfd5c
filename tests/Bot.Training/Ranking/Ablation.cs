using Bot.Answers;

namespace Bot.Training.Ranking;

/// <summary>
/// What each feature is worth: how much less likely the passages that answer become without it, on questions that the weights were not
/// fitted to.
/// </summary>
internal static class Ablation
{
    private const int Folds = 3, Stretch = 10;

    public static void Tell(IReadOnlyList<RankedQuestion> questions, double penalty, int steps, TextWriter output)
    {
        var folds = Enumerable.Range(0, Folds).Select(fold => (
            Fit: new ListwiseFit(questions.Where((_, i) => i / Stretch % Folds != fold)),
            Test: questions.Where((_, i) => i / Stretch % Folds == fold).ToList())).ToList();
        double Likelihood(HashSet<int> without) => folds.Average(fold =>
            ListwiseFit.Likelihood(fold.Test, fold.Fit.Unscaled(fold.Fit.Fit(penalty, steps, without))));
        var all = Likelihood([]);
        output.WriteLine($"{all:F4} with all");
        var lost = new double[PassageEvidence.Names.Count];
        Parallel.For(0, lost.Length, i => lost[i] = Likelihood([i]) - all);
        for (var i = 0; i < lost.Length; i++) output.WriteLine($"{lost[i]:F4} without {PassageEvidence.Names[i]}");
    }
}
