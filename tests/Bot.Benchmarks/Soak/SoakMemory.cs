using System.Diagnostics;
using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Soak;

/// <summary>What the bot holds in memory, looked at every second: flat when it holds at the end about what it held at the beginning.</summary>
internal sealed class SoakMemory(Process bot)
{
    /// <summary>What the median may be more in the last quarter than in the first: a share of it, and bytes.</summary>
    private const double MostShare = 0.05, MostBytes = 4e6;

    private readonly List<long> seen = [];

    public void Look() => seen.Add(ProcessMemory.Of(bot).Resident);

    /// <summary>Bytes.</summary>
    public long Last => seen is [.., var last] ? last : 0;

    /// <summary>Median of the first quarter that was seen, in bytes.</summary>
    public double First => Median(seen.Take(Quarter));

    /// <summary>Median of the last quarter, in bytes.</summary>
    public double End => Median(seen.TakeLast(Quarter));

    public bool HasGrown => End > (First * (1 + MostShare)) + MostBytes;

    private int Quarter => Math.Max(1, seen.Count / 4);

    private static double Median(IEnumerable<long> bytes) => Distribution.Of(bytes.Select(one => (double)one)).P50;
}
