using System.Diagnostics;

namespace Bot.Benchmarks.Measuring;

/// <summary>Tells how many cores a child, this process and others have used since this was made: 1 is one of them wholly.</summary>
internal sealed class CoresUsed(Process program)
{
    private readonly Disturbance disturbance = new(program);
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly double its = SecondsOf(program), own = SecondsOf(Process.GetCurrentProcess());

    public double Seconds => Stopwatch.GetElapsedTime(start).TotalSeconds;

    public double Program => (SecondsOf(program) - its) / Seconds;

    public double This => (SecondsOf(Process.GetCurrentProcess()) - own) / Seconds;

    public double Others => disturbance.OthersCores;

    private static double SecondsOf(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
