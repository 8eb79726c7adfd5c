using System.Diagnostics;
using System.Globalization;

namespace Bot.Benchmarks.Measuring;

/// <summary>What a process holds in memory, in bytes: now, and at most so far.</summary>
internal readonly record struct ProcessMemory(long Resident, long Peak)
{
    public static ProcessMemory OfThis() => Of(Process.GetCurrentProcess());

    public static ProcessMemory Of(Process process)
    {
        if (OperatingSystem.IsLinux())
        {
            var status = File.ReadAllLines($"/proc/{process.Id}/status");
            return new ProcessMemory(Kilobytes(status, "VmRSS:") * 1024, Kilobytes(status, "VmHWM:") * 1024);
        }
        process.Refresh();
        return new ProcessMemory(process.WorkingSet64, process.PeakWorkingSet64);
    }

    private static long Kilobytes(string[] status, string field) => long.Parse(
        status.First(line => line.StartsWith(field, StringComparison.Ordinal))[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
