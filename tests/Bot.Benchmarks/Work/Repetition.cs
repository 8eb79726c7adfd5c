using System.Diagnostics;
using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Work;

/// <summary>
/// Calls in slices of time; a slice in which others used the machine is discarded and measured again, up to so often. All calls of the others
/// count, collections of garbage with them.
/// </summary>
internal static class Repetition
{
    private const int MostCalls = 20_000, FewestWarm = 50, MostWarm = 1_000, Attempts = 3;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    /// <param name="call">True when something was found.</param>
    public static KindAnswered Measure(string kind, IReadOnlyList<string> lines, double seconds, Func<string, bool> call)
    {
        if (lines.Count == 0) return new KindAnswered(kind, Distribution.Of([]), 0, 0, 0);
        var next = WarmUp(lines, seconds, call);
        var (all, bytes, found, discarded) = (new List<double>(), 0L, 0, 0);
        var start = Stopwatch.GetTimestamp();
        for (var measured = TimeSpan.Zero; measured.TotalSeconds < seconds && all.Count < MostCalls;)
        {
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > Attempts * seconds) break;
            var slice = new List<double>();
            var (disturbance, sliceStart, before, foundHere) = (new Disturbance(), Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread(), 0);
            do
            {
                var line = lines[next++ % lines.Count];
                var at = Stopwatch.GetTimestamp();
                if (call(line)) foundHere++;
                slice.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }
            while (Stopwatch.GetElapsedTime(sliceStart) < Slice);
            if (!disturbance.IsBearable)
            {
                discarded += slice.Count;
                continue;
            }
            measured += Stopwatch.GetElapsedTime(sliceStart);
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            found += foundHere;
            all.AddRange(slice);
        }
        return new KindAnswered(kind, Distribution.Of(all), (double)bytes / all.Count, (double)found / all.Count, discarded);
    }

    /// <summary>The line to go on with.</summary>
    private static int WarmUp(IReadOnlyList<string> lines, double seconds, Func<string, bool> call)
    {
        var (start, warm) = (Stopwatch.GetTimestamp(), 0);
        while (warm < MostWarm && (warm < FewestWarm || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds / 2)) call(lines[warm++ % lines.Count]);
        return warm;
    }
}
