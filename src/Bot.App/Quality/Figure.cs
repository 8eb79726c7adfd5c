namespace Bot.App.Quality;

/// <summary>What one question or text adds to a measure: the figure is the sum of the parts over the sum of the wholes.</summary>
/// <param name="Of">How many things were to be found there.</param>
internal readonly record struct Share(string Measure, double Part, double Whole, int Of)
{
    public static Share Yes(string measure, bool isSo) => new(measure, isSo ? 1 : 0, 1, 1);

    /// <summary>F1, the harmonic mean of precision and recall (van Rijsbergen 1979): 2 × right / (said + gold).</summary>
    public static Share F1(string measure, int right, int said, int gold) => new(measure, 2 * right, said + gold, gold);
}

/// <summary>What the record of one line of a set adds.</summary>
/// <param name="IsPutAside">Whether it is of the half that nothing was tuned on.</param>
internal sealed record ScoredLine(bool IsPutAside, IReadOnlyList<Share> Shares);

/// <summary>A measure of a set; from 0 to 1, more is better.</summary>
/// <param name="Of">How many things were asked for.</param>
/// <param name="TunedOn">Over the half of the lines that rules and weights were chosen on; null where nothing of it is there.</param>
/// <param name="PutAside">Over the other half.</param>
internal sealed record Figure(string Set, string Measure, int Of, double Value, double? TunedOn, double? PutAside)
{
    public string Name => $"{Set} {Measure}";

    public static IEnumerable<Figure> FromLines(string set, IReadOnlyList<ScoredLine> lines)
    {
        var all = Sums(lines);
        var (tunedOn, putAside) = (Sums(lines.Where(line => !line.IsPutAside)), Sums(lines.Where(line => line.IsPutAside)));
        return all.Where(sum => sum.Value.Whole > 0).Select(sum => new Figure(
            set, sum.Key, sum.Value.Of, sum.Value.Part / sum.Value.Whole, ValueOf(tunedOn, sum.Key), ValueOf(putAside, sum.Key)));
    }

    private static double? ValueOf(Dictionary<string, Share> sums, string measure) =>
        sums.TryGetValue(measure, out var sum) && sum.Whole > 0 ? sum.Part / sum.Whole : null;

    private static Dictionary<string, Share> Sums(IEnumerable<ScoredLine> lines)
    {
        var sums = new Dictionary<string, Share>();
        foreach (var share in lines.SelectMany(line => line.Shares))
        {
            var sum = sums.GetValueOrDefault(share.Measure);
            sums[share.Measure] = new Share(share.Measure, sum.Part + share.Part, sum.Whole + share.Whole, sum.Of + share.Of);
        }
        return sums;
    }
}
