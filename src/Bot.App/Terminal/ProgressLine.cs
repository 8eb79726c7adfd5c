using Bot.App.Wording;
using Bot.Indexing;
using Bot.Text;

namespace Bot.App.Terminal;

/// <summary>One line on standard error that is written over while the folder is read, and gone afterwards.</summary>
internal static class ProgressLine
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    /// <summary>Waits; shows nothing of what takes less than half a second, nor where standard error is no terminal.</summary>
    public static async Task WaitAsync(IndexingProgress progress, TimeProvider time, CancellationToken stop)
    {
        var caughtUp = progress.CaughtUp.WaitAsync(stop);
        if (TerminalOutput.ShowsProgress)
        {
            using var timer = new PeriodicTimer(Interval, time);
            var pace = new IndexingPace(time);
            var tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
            while (await Task.WhenAny(caughtUp, tick) == tick)
            {
                var text = "Reading: " + pace.Describe(progress.Current);
                await Console.Error.WriteAsync($"\r{VisibleText.Shorten(text, Math.Max(10, Console.WindowWidth - 1))}\e[K");
                tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
            }
            await Console.Error.WriteAsync("\r\e[K");
        }
        await caughtUp;
    }
}
