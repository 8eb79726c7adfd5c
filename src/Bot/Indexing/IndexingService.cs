using System.Diagnostics;
using Bot.Briefings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Indexing;

/// <summary>
/// Keeps the index in step with the folder: brings it up to date with the log at the start, then sweeps the folder whenever something in
/// it may have changed. Searches go on meanwhile, on the newest snapshot.
/// </summary>
internal sealed partial class IndexingService(
    DataFolder data, FolderSweep sweep, FolderWatcher watcher, IndexingProgress progress, ILogger<IndexingService> logger) : BackgroundService
{
    /// <summary>While much is read, new briefings are let into searches and committed this often: each costs time, and a kill only the work since.</summary>
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(1), CommitEvery = TimeSpan.FromSeconds(15);

    private long lastRefresh, lastCommit;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        data.IsWriter ? Task.Factory.StartNew(() => FollowAsync(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap() : ReadOnly();

    private Task ReadOnly()
    {
        progress.Finish();
        return Task.CompletedTask;
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        try
        {
            (lastRefresh, lastCommit) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
            CatchUpWithLog(stopping);
            while (true)
            {
                Sweep(stopping);
                progress.Finish();
                await watcher.WaitForChangeAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            progress.Fail(new CannotStartException("Stopped before all briefings were read."));
        }
        catch (Exception e)
        {
            progress.Fail(e);
            throw;
        }
    }

    /// <summary>What the log has beyond the index: all of it when the index is new, the last seconds before a kill, mostly nothing.</summary>
    private void CatchUpWithLog(CancellationToken stopping)
    {
        var target = data.Log.LastRevision;
        if (data.Index.Revision == target) return;
        LogCatchingUp(data.Index.Revision, target);
        var (done, total) = (0, data.Log.Count(Chat.Scope.Main));
        foreach (var batch in data.Log.ChangesAfter(data.Index.Revision).Select(Stored).Chunk(500))
        {
            stopping.ThrowIfCancellationRequested();
            Apply(batch);
            progress.Report(new IndexingState(true, Math.Min(total, done += batch.Length), total, 0, 0));
        }
        Publish(target);
    }

    private void Sweep(CancellationToken stopping)
    {
        var revision = data.Index.Revision;
        var result = sweep.Sweep(
            batch =>
            {
                Apply(batch);
                revision = batch[^1].Logged.Revision;
            },
            new SweepReport(progress), stopping);
        if (revision != data.Index.Revision) Publish(revision);
        if (result.Written + result.Gone > 0) LogSwept(result.Written, result.Gone, result.Files);
    }

    private void Apply(IReadOnlyList<BriefingChange> batch)
    {
        Parallel.ForEach(batch, Apply);
        var now = Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(lastCommit, now) > CommitEvery) Publish(batch[^1].Logged.Revision);
        else if (Stopwatch.GetElapsedTime(lastRefresh, now) > RefreshEvery) Refresh();
    }

    private void Apply(BriefingChange change)
    {
        var id = change.Logged.Id;
        try
        {
            if (change.Briefing is { } briefing) data.Index.Put(briefing, change.Logged.Collection);
            else data.Index.Remove(id);
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or OutOfMemoryException)) // one bad briefing must not stop the others
        {
            LogNotIndexed(e, id.Value);
            data.Index.Remove(id);
        }
    }

    private void Publish(long revision)
    {
        data.Index.Commit(revision);
        lastCommit = Stopwatch.GetTimestamp();
        Refresh();
    }

    private void Refresh()
    {
        data.Index.Refresh();
        lastRefresh = Stopwatch.GetTimestamp();
    }

    /// <summary>The briefing out of the text store. One whose text is lost is taken out of the index until the sweep has read its file again.</summary>
    private BriefingChange Stored(LoggedBriefing logged) => new(logged, logged.IsGone || data.Texts.Read(logged.Text) is not { } text
        ? null
        : new Briefing(logged.Id, text, logged.Body, logged.Title, logged.Date, logged.Source, logged.Author, logged.Language));

    /// <summary>Passes a sweep's progress on at once, on the sweeping thread; Progress&lt;T&gt; would post it elsewhere, out of order.</summary>
    private sealed class SweepReport(IndexingProgress progress) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => progress.Report(value);
    }

    [LoggerMessage(LogLevel.Information, "The index is at revision {Index} of {Log}: bringing it up to date")]
    private partial void LogCatchingUp(long index, long log);

    [LoggerMessage(LogLevel.Information, "Indexed {Written} new or changed briefings, took out {Gone}; {Files} files are followed")]
    private partial void LogSwept(int written, int gone, int files);

    [LoggerMessage(LogLevel.Error, "Could not index {Briefing}; it is left out, the others go on")]
    private partial void LogNotIndexed(Exception error, string briefing);
}
