using Bot.Briefings;
using Bot.Briefings.Storing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Indexing;

/// <summary>
/// Keeps the index in step with the folder: brings it up to date with the log at the start, then sweeps the folder whenever something in
/// it may have changed. Searches go on meanwhile, on the newest snapshot. An index that turns out to be damaged is made anew.
/// </summary>
internal sealed partial class IndexingService : BackgroundService
{
    private readonly DataFolder data;
    private readonly FolderSweep sweep;
    private readonly FolderWatcher watcher;
    private readonly IndexingProgress progress;
    private readonly ILogger<IndexingService> logger;
    private readonly IndexUpdater updater;
    private readonly LostTexts lostTexts;

    private Task settling = Task.CompletedTask;

    /// <summary>True when a tenth of the briefings or more were put in at once: that leaves many segments behind.</summary>
    private bool hasReadMuch;

    /// <summary>True when a round failed half-way: the next begins at the last commit.</summary>
    private bool mustReopen;

    public IndexingService(
        DataFolder data, FolderSweep sweep, FolderWatcher watcher, QuestionsFirst questions, IndexingProgress progress, ILogger<IndexingService> logger)
    {
        (this.data, this.sweep, this.watcher, this.progress, this.logger) = (data, sweep, watcher, progress, logger);
        (updater, lostTexts) = (new IndexUpdater(data.Index, questions, logger), new LostTexts(data, logger));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => data.IsWriter ? FollowAsync(stoppingToken) : ReadOnly();

    private Task ReadOnly()
    {
        progress.Finish();
        return Task.CompletedTask;
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var isUpToDate = await LongWork.RunAsync(() => TryBringUpToDate(stopping));
                // Until the first round has come to its end, nobody may be told that all was read.
                if (isUpToDate || progress.CaughtUp.IsCompleted) progress.Finish();
                if (hasReadMuch && settling.IsCompleted) (hasReadMuch, settling) = (false, LongWork.RunAsync(Settle));
                await watcher.WaitForChangeAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            progress.Fail(new CannotStartException("Stopped before all briefings were read."));
        }
        catch (StateException e)
        {
            progress.Fail(new CannotStartException(e.Message, e));
            throw;
        }
        catch (Exception e)
        {
            progress.Fail(e);
            throw;
        }
    }

    /// <summary>False when the state could not be used for now; the next sweep tries again.</summary>
    private bool TryBringUpToDate(CancellationToken stopping)
    {
        try
        {
            BringUpToDate(stopping);
            return true;
        }
        catch (StateException e) when (e.IsPassing)
        {
            mustReopen = true;
            LogStateAway(e.Message);
            return false;
        }
    }

    /// <summary>One round: the log, then the folder. What fails in it, but for the state, must not stop a bot that has answers already.</summary>
    private void BringUpToDate(CancellationToken stopping)
    {
        try
        {
            lostTexts.LookIntoDoubted();
            if (mustReopen || (progress.CaughtUp.IsCompleted && data.Index.IsDoubted && IsDamaged(stopping))) Reopen();
            Follow(stopping);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StateException or OutOfMemoryException))
        {
            mustReopen = true;
            if (IsDamaged(stopping))
            {
                Reopen();
                Follow(stopping);
            }
            else if (progress.CaughtUp.IsCompleted)
            {
                LogNotFollowed(e);
            }
            else
            {
                throw;
            }
        }
    }

    private bool IsDamaged(CancellationToken stopping)
    {
        if (data.Index.Verify(stopping)) return false;
        LogDamaged();
        return true;
    }

    private void Reopen()
    {
        data.Index.Reopen(data.Log.LastRevision);
        mustReopen = false;
    }

    private void Follow(CancellationToken stopping)
    {
        try
        {
            CatchUpWithLog(stopping);
            Sweep(stopping);
        }
        catch
        {
            // Whatever went wrong: nobody may be writing any more when the index is opened again or closed.
            updater.Abandon();
            throw;
        }
    }

    /// <summary>What the log has beyond the index: all of it when the index is new, the last seconds before a kill, mostly nothing.</summary>
    private void CatchUpWithLog(CancellationToken stopping)
    {
        var target = data.Log.LastRevision;
        if (data.Index.Revision == target) return;
        hasReadMuch = true;
        LogCatchingUp(data.Index.Revision, target);
        var (done, total) = (0, data.Log.Count(Chat.Scope.Main));
        foreach (var batch in data.Log.ChangesAfter(data.Index.Revision).Select(Stored).Chunk(500))
        {
            stopping.ThrowIfCancellationRequested();
            // Before any commit of an index without them.
            lostTexts.Forget([.. batch.Where(change => change is { Briefing: null, Logged.IsGone: false }).Select(change => change.Logged)]);
            updater.Apply(batch);
            progress.Report(new IndexingState(true, Math.Min(total, done += batch.Length), total, 0, 0));
        }
        updater.Publish(target);
    }

    private void Sweep(CancellationToken stopping)
    {
        var revision = data.Index.Revision;
        updater.BeginRound();
        var result = sweep.Sweep(
            batch =>
            {
                updater.Apply(batch);
                revision = batch[^1].Logged.Revision;
            },
            new SweepReport(progress), stopping);
        updater.WaitUntilApplied();
        if (revision != data.Index.Revision || data.Index.IsAheadOfCommit) updater.Publish(revision);
        hasReadMuch |= result.Written > 0 && result.Written * 10L >= data.Log.Count(Chat.Scope.Main);
        if (result.Written + result.Gone > 0) LogSwept(result.Written, result.Gone, result.Files);
    }

    /// <summary>Beside whatever is written and asked; the next round lets searches see it. What fails is tried again after much is read again.</summary>
    private void Settle()
    {
        try
        {
            if (data.Index.Settle()) watcher.Wake();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogNotSettled(e);
            // The next sweep looks whether the files are damaged.
            data.Index.Doubt();
        }
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

    [LoggerMessage(LogLevel.Information, "Indexed {Written} new or changed briefings, took out {Gone}; files followed: {Files}")]
    private partial void LogSwept(int written, int gone, int files);

    [LoggerMessage(LogLevel.Warning, "The index is damaged and is made anew from the texts; until that is done answers may be missing")]
    private partial void LogDamaged();

    [LoggerMessage(LogLevel.Warning, "{Reason} What was read before can be asked about, and the next sweep tries again")]
    private partial void LogStateAway(string reason);

    [LoggerMessage(LogLevel.Warning, "Could not merge the index's segments; answers take longer until that is done")]
    private partial void LogNotSettled(Exception error);

    [LoggerMessage(LogLevel.Error, "Could not follow the folder; what was read before can be asked about, and the next sweep tries again")]
    private partial void LogNotFollowed(Exception error);
}
