using System.Diagnostics;
using Bot.Briefings;
using Bot.Briefings.Storing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Indexing;

/// <summary>
/// Keeps the index in step with the folder: brings it up to date with the log at the start, then sweeps the folder whenever something in
/// it may have changed. Searches go on meanwhile, on the newest snapshot. An index that turns out to be damaged is made anew.
/// </summary>
internal sealed partial class IndexingService(
    DataFolder data, FolderSweep sweep, FolderWatcher watcher, IndexingProgress progress, ILogger<IndexingService> logger) : BackgroundService
{
    /// <summary>While much is read, new briefings are let into searches and committed this often: each costs time, and a kill only the work since.</summary>
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(1), CommitEvery = TimeSpan.FromSeconds(15);

    /// <summary>Twice as long after each refresh of a round: every one leaves a small segment behind, which is to be merged.</summary>
    private TimeSpan refreshAfter = RefreshEvery;

    /// <summary>Without a bound it would take one thread of the pool after the other from those who ask.</summary>
    private static readonly ParallelOptions EveryCore = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private long lastRefresh, lastCommit;

    /// <summary>True when a round failed half-way: the next begins at the last commit.</summary>
    private bool mustReopen;

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
            while (true)
            {
                // Until the first round has come to its end, nobody may be told that all was read.
                if (TryBringUpToDate(stopping) || progress.CaughtUp.IsCompleted) progress.Finish();
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
            LookIntoDoubtedTexts();
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
        CatchUpWithLog(stopping);
        Sweep(stopping);
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
            // Before any commit of an index without them.
            LoseTexts([.. batch.Where(change => change is { Briefing: null, Logged.IsGone: false }).Select(change => change.Logged)]);
            Apply(batch);
            progress.Report(new IndexingState(true, Math.Min(total, done += batch.Length), total, 0, 0));
        }
        Publish(target);
    }

    /// <summary>What was withheld from an answer: either its text is no longer what it was, or the index says wrongly what it was.</summary>
    private void LookIntoDoubtedTexts()
    {
        var doubted = data.Texts.TakeDoubted();
        if (doubted.Count == 0) return;
        var damaged = doubted.Where(text => data.Texts.Read(text) is null).ToList();
        LoseTexts([.. damaged.SelectMany(text => data.Log.WithText(text, Chat.Scope.Main))]);
        if (damaged.Count < doubted.Count) data.Index.Doubt();
    }

    /// <summary>The log forgets the texts that the store no longer has: the sweep that reads their files again finds these briefings changed.</summary>
    private void LoseTexts(IReadOnlyList<LoggedBriefing> lost)
    {
        if (lost.Count == 0) return;
        data.Log.Write(writer =>
        {
            foreach (var briefing in lost) writer.LoseText(briefing);
            return lost.Count;
        });
        LogTextsLost(lost.Count, lost[0].Id.Value);
    }

    private void Sweep(CancellationToken stopping)
    {
        var revision = data.Index.Revision;
        refreshAfter = RefreshEvery;
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
        // The last change of a briefing alone counts, and comes in no order: the same id may be gone from one file and be there in another.
        Parallel.ForEach(batch.Reverse().DistinctBy(change => change.Logged.Id), EveryCore, Apply);
        var now = Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(lastCommit, now) > CommitEvery) Publish(batch[^1].Logged.Revision);
        else if (Stopwatch.GetElapsedTime(lastRefresh, now) > refreshAfter)
        {
            refreshAfter *= 2;
            Refresh();
        }
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

    [LoggerMessage(LogLevel.Warning, "The index is damaged and is made anew from the texts; until that is done answers may be missing")]
    private partial void LogDamaged();

    [LoggerMessage(LogLevel.Warning, "The stored texts of {Count} briefings are missing or damaged ({First} is the first): they cannot be found until their files have been read again")]
    private partial void LogTextsLost(int count, string first);

    [LoggerMessage(LogLevel.Warning, "{Reason} What was read before can be asked about, and the next sweep tries again")]
    private partial void LogStateAway(string reason);

    [LoggerMessage(LogLevel.Error, "Could not follow the folder; what was read before can be asked about, and the next sweep tries again")]
    private partial void LogNotFollowed(Exception error);

    [LoggerMessage(LogLevel.Error, "Could not index {Briefing}; it is left out, the others go on")]
    private partial void LogNotIndexed(Exception error, string briefing);
}
