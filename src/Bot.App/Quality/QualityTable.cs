using System.Globalization;

namespace Bot.App.Quality;

/// <summary>The figures as a person reads them, and whether they fell.</summary>
internal static class QualityTable
{
    /// <summary>So much may the mean of all figures fall, and so much a single one, before it counts as a fault.</summary>
    private const double MostOfMean = 0.01, MostOfOne = 0.05;

    /// <summary>Figures are accepted in three digits.</summary>
    private const double Rounding = 0.0005;

    public static void Write(IReadOnlyList<Figure> figures, AcceptedFigures accepted, TextWriter output)
    {
        if (figures.Count == 0) return;
        var (set, measure) = (Math.Max(3, figures.Max(figure => figure.Set.Length)), figures.Max(figure => figure.Measure.Length));
        output.WriteLine(Line(["set", "measure", "of", "now", "accepted", "change", "tuned on", "put aside", "target"]));
        foreach (var figure in figures)
        {
            var (before, target) = (accepted.Of(figure), accepted.TargetOf(figure));
            var missed = target > figure.Value + Rounding ? "  missed" : "";
            output.WriteLine(Line(
            [
                figure.Set, figure.Measure, figure.Of.ToString("N0", CultureInfo.InvariantCulture), Digits(figure.Value), Digits(before),
                Change(figure.Value - before), Digits(figure.TunedOn), Digits(figure.PutAside), target is null ? "" : Digits(target),
            ]) + missed);
        }
        var both = figures.Where(figure => accepted.Of(figure) is not null).ToList();
        output.WriteLine(both.Count == 0
            ? $"Mean of {figures.Count} figures: {Digits(figures.Average(figure => figure.Value))}. None of them was accepted before."
            : $"Mean of {both.Count} figures: {Digits(both.Average(figure => figure.Value))}, "
                + $"accepted {Digits(both.Average(accepted.Of))}.");

        string Line(string[] cells) => $"{cells[0].PadRight(set)}  {cells[1].PadRight(measure)}  {cells[2],6}  {cells[3],6}  {cells[4],8}  "
            + $"{cells[5],7}  {cells[6],8}  {cells[7],9}  {cells[8],6}";
    }

    /// <summary>What fell too far, as sentences.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<Figure> figures, AcceptedFigures accepted)
    {
        var both = figures.Where(figure => accepted.Of(figure) is not null).ToList();
        foreach (var figure in both.Where(figure => accepted.Of(figure) - figure.Value > MostOfOne - Rounding))
        {
            yield return $"{figure.Set}, {figure.Measure}, fell from {Digits(accepted.Of(figure))} to {Digits(figure.Value)}.";
        }
        if (both.Count == 0) yield break;
        var (now, before) = (both.Average(figure => figure.Value), both.Average(figure => accepted.Of(figure)!.Value));
        if (before - now > MostOfMean - Rounding) yield return $"The mean of all figures fell from {Digits(before)} to {Digits(now)}.";
    }

    private static string Digits(double? value) => AcceptedFigures.Digits(value);

    private static string Change(double? change) =>
        change is { } known ? Math.Abs(known) < Rounding ? "=" : known.ToString("+0.000;-0.000", CultureInfo.InvariantCulture) : "–";
}
