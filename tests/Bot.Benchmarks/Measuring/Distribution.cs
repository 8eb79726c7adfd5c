namespace Bot.Benchmarks.Measuring;

/// <summary>What single measurements came to, in milliseconds; percentiles by nearest rank.</summary>
internal sealed record Distribution(int Count, double P50, double P95, double P99, double Most)
{
    public static Distribution Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        if (sorted.Length == 0) return new Distribution(0, double.NaN, double.NaN, double.NaN, double.NaN);
        double At(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
        return new Distribution(sorted.Length, At(0.50), At(0.95), At(0.99), sorted[^1]);
    }
}
