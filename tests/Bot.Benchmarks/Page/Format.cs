using System.Globalization;

namespace Bot.Benchmarks.Page;

/// <summary>How figures are written: as many digits as they are worth.</summary>
internal static class Format
{
    /// <summary>What stands where nothing was measured undisturbed.</summary>
    public const string Unmeasured = "–";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Three digits.</summary>
    public static string Number(double value) => double.IsNaN(value) || double.IsInfinity(value) ? Unmeasured : value switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>Of what may shrink as well.</summary>
    public static string Signed(double value) => value < 0 ? $"−{Number(-value)}" : Number(value);

    public static string Megabytes(double bytes) => Number(bytes / 1e6);

    public static string Percent(double share) => double.IsNaN(share) ? Unmeasured : share.ToString("0 %", CultureInfo.InvariantCulture);

    /// <summary>A target with "missed" where it was; nothing where there is none, or no figure.</summary>
    public static string Target(double value, double? most, string unit) =>
        most is not { } bound || double.IsNaN(value) ? "" : $"at most {Number(bound)} {unit}{(value > bound ? ", **missed**" : "")}";

    public static string TargetOfAtLeast(double value, double fewest, string unit) =>
        double.IsNaN(value) ? "" : $"at least {Number(fewest)} {unit}{(value < fewest ? ", **missed**" : "")}";
}
