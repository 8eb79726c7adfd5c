using System.Diagnostics;
using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Work;

/// <summary>Makes the bot's index of a corpus from nothing.</summary>
internal static class Indexing
{
    public static async Task<MadeIndex> RunAsync(string briefings, string data)
    {
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        var self = Process.GetCurrentProcess();
        var (disturbance, start) = (new Disturbance(), Stopwatch.GetTimestamp());
        await using var core = await RunningCore.StartAsync(briefings, data);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var others = disturbance.OthersCores;
        self.Refresh();
        var made = new MadeIndex(
            seconds, self.TotalProcessorTime.TotalSeconds, GC.GetTotalAllocatedBytes(), ProcessMemory.OfThis(), 0, others);
        // Merges that are under way would be given up at the stop.
        await RunningCore.SettleAsync();
        return made with { DiskBytes = new DirectoryInfo(data).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) };
    }
}
