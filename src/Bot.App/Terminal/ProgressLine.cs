using Bot.App.Wording;
using Bot.Indexing;
using Bot.Text;

namespace Bot.App.Terminal;

/// <summary>
/// How far the reading of the folder is, on standard error: at a terminal one line that is written over and gone afterwards, elsewhere a line
/// now and then, so that a script's log says what is waited for.
/// </summary>
internal static class ProgressLine
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5), IntervalOfLines = TimeSpan.FromSeconds(10);

    /// <summary>Waits; shows nothing of what takes less than half a second, or ten seconds where standard error is no terminal.</summary>
    public static Task WaitAsync(IndexingProgress progress, TimeProvider time, CancellationToken stop) => TerminalOutput.ShowsProgress
        ? WaitAsync(progress, time, Interval, text => Console.Error.Write(
            text is null ? "\r\e[K" : $"\r{VisibleText.Shorten(text, Math.Max(10, Console.WindowWidth - 1))}\e[K"), stop)
        : WaitInLinesAsync(progress, time, Console.Error, stop);

    internal static Task WaitInLinesAsync(IndexingProgress progress, TimeProvider time, TextWriter output, CancellationToken stop) =>
        WaitAsync(progress, time, IntervalOfLines, text => { if (text is not null) output.WriteLine(text); }, stop);

    /// <param name="show">Shows how far it is; null when it is there.</param>
    private static async Task WaitAsync(
        IndexingProgress progress, TimeProvider time, TimeSpan interval, Action<string?> show, CancellationToken stop)
    {
        var caughtUp = progress.CaughtUp.WaitAsync(stop);
        using var timer = new PeriodicTimer(interval, time);
        var pace = new IndexingPace(time);
        var tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
        while (await Task.WhenAny(caughtUp, tick) == tick)
        {
            show("Reading: " + pace.Describe(progress.Current));
            tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
        }
        show(null);
        await caughtUp;
    }
}
