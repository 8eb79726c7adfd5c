using Bot.Briefings;

namespace Bot.Indexing;

/// <summary>How far the reading of the folder is. Bytes are those of files.</summary>
public readonly record struct IndexingState(bool IsIndexing, int FilesDone, int FilesTotal, long BytesDone, long BytesTotal);

/// <summary>What the bot is reading right now, for those who show it. Thread-safe.</summary>
public sealed class IndexingProgress : IProgress<IndexingState>
{
    private readonly TaskCompletionSource caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock updating = new();
    private IndexingState current = new(IsIndexing: true, 0, 0, 0, 0);

    public IndexingState Current
    {
        get { lock (updating) return current; }
    }

    /// <summary>
    /// Completes when the folder was read once from end to end and all of it can be found; fails with what stopped the reading.
    /// </summary>
    public Task CaughtUp => caughtUp.Task;

    public void Report(IndexingState value)
    {
        lock (updating) current = value;
    }

    internal void Report(SweepProgress sweep) =>
        Report(new IndexingState(true, sweep.FilesDone, sweep.FilesTotal, sweep.BytesDone, sweep.BytesTotal));

    internal void Finish()
    {
        Report(Current with { IsIndexing = false });
        caughtUp.TrySetResult();
    }

    internal void Fail(Exception reason)
    {
        Report(Current with { IsIndexing = false });
        caughtUp.TrySetException(reason);
        // Nobody may be waiting; then the failure was logged and must not come up again as an unobserved one.
        _ = caughtUp.Task.Exception;
    }
}
