using System.Diagnostics;
using System.Globalization;

namespace Bot.Benchmarks.Measuring;

/// <summary>
/// Tells how much of the machine others used while something was measured: all ticks but those of this process, of its children that ended, and of those
/// that are measured. The load average would tell of the minute before. Known on Linux; elsewhere nobody is taken to have disturbed.
/// </summary>
/// <param name="measured">A child that runs all the while, if any.</param>
internal sealed class Disturbance(Process? measured = null)
{
    /// <summary>Set to anything: every figure counts, for a look at a machine that is never quiet. Workers inherit it.</summary>
    public const string ToleratedVariable = "BENCHMARKS_DISTURBED";

    /// <summary>Share of one core up to which a figure counts as undisturbed: the system's own work while it writes and sleeps.</summary>
    public static double Bearable { get; } = Environment.GetEnvironmentVariable(ToleratedVariable) is null ? 0.2 : double.PositiveInfinity;

    private readonly (long Busy, long Own, long All) start = Ticks(measured);

    /// <summary>Cores that others used since this was made: 1 is one of them wholly.</summary>
    public double OthersCores
    {
        get
        {
            var (busy, own, all) = Ticks(measured);
            if (all == start.All) return 0;
            return Math.Max(0, busy - start.Busy - (own - start.Own)) / ((double)(all - start.All) / Environment.ProcessorCount);
        }
    }

    public bool IsBearable => OthersCores <= Bearable;

    private static (long Busy, long Own, long All) Ticks(Process? measured)
    {
        if (!OperatingSystem.IsLinux()) return (0, 0, 0);
        // user, nice, system, idle, iowait, irq, softirq, steal; guests are counted in user already.
        var all = Numbers(File.ReadLines("/proc/stat").First(), 1, 8);
        var own = OfProcess("self") + (measured is null ? 0 : OfProcess(measured.Id.ToString(CultureInfo.InvariantCulture)));
        return (all.Sum() - all[3] - all[4], own, all.Sum());
    }

    private static long OfProcess(string id)
    {
        var fields = File.ReadAllText($"/proc/{id}/stat");
        // Behind the name in brackets: utime, stime, and the same of children that ended, are the 14th to 17th field.
        return Numbers(fields[(fields.LastIndexOf(')') + 2)..], 11, 4).Sum();
    }

    private static long[] Numbers(string line, int skip, int count) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(skip).Take(count).Select(field => long.Parse(field, CultureInfo.InvariantCulture))];
}
