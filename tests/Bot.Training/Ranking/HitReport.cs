namespace Bot.Training.Ranking;

/// <summary>
/// How often a passage that answers comes first, among the first five, and among those that were read at all: of each half of each set.
/// </summary>
internal static class HitReport
{
    public static void Tell(IReadOnlyList<RankedQuestion> questions, double[] weights, TextWriter output)
    {
        foreach (var set in questions.GroupBy(question => question.Set))
        {
            var (tuned, putAside) = (set.Where(one => !one.IsPutAside), set.Where(one => one.IsPutAside));
            output.WriteLine($"{set.Key,-15} tuned on {Hits(tuned, weights)} | put aside {Hits(putAside, weights)}");
        }
    }

    private static string Hits(IEnumerable<RankedQuestion> questions, double[] weights)
    {
        var ranks = questions.Select(question => Rank(question, weights)).ToList();
        double Share(Func<int, bool> isSo) => ranks.Count(isSo) / (double)Math.Max(1, ranks.Count);
        return $"hit1 {Share(rank => rank == 0):F3} hit5 {Share(rank => rank is >= 0 and < 5):F3} of {Share(rank => rank >= 0):F3}";
    }

    private static int Rank(RankedQuestion question, double[] weights) => Enumerable.Range(0, question.Evidence.Count)
        .OrderByDescending(i => question.Evidence[i].Zip(weights, (value, weight) => value * weight).Sum())
        .Select(i => question.Briefings[i]).Distinct().ToList()
        .FindIndex(question.Gold.Contains);
}
