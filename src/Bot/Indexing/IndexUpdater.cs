using System.Collections.Concurrent;
using System.Diagnostics;
using Bot.Briefings;
using Microsoft.Extensions.Logging;

namespace Bot.Indexing;

/// <summary>Puts changes of the log into the index, and lets searches see them at a bearable pace. For the thread that writes.</summary>
internal sealed partial class IndexUpdater(PassageIndex index, QuestionsFirst questions, ILogger logger)
{
    /// <summary>
    /// While much is read, new briefings are let into searches and committed this often: each costs time, and a kill only the work since.
    /// </summary>
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(1), CommitEvery = TimeSpan.FromSeconds(15);

    /// <summary>Without a bound it would take one thread of the pool after the other from those who ask.</summary>
    private static readonly ParallelOptions EveryCore = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Twice as long after each refresh of a round: every one leaves a small segment behind, which is to be merged.</summary>
    private TimeSpan refreshAfter = RefreshEvery;

    private long lastRefresh = Stopwatch.GetTimestamp(), lastCommit = Stopwatch.GetTimestamp();

    /// <summary>How long a briefing took to be put in, the last time; of several threads' any.</summary>
    private TimeSpan last;

    /// <summary>The batch that is being put in.</summary>
    private Task applying = Task.CompletedTask;

    public void BeginRound() => refreshAfter = RefreshEvery;

    /// <summary>
    /// Puts a batch in, in order of revision, while the caller goes on to read the next; waits until the one before is in. What was put in may be seen
    /// and committed at once, or later.
    /// </summary>
    /// <exception cref="Exception">What went wrong with the batch before.</exception>
    public void Apply(IReadOnlyList<BriefingChange> batch)
    {
        WaitUntilApplied();
        applying = LongWork.RunAsync(() => PutIn(batch));
    }

    /// <summary>Comes back when nothing is being put in any more.</summary>
    /// <exception cref="Exception">What went wrong with the last batch; told once.</exception>
    public void WaitUntilApplied()
    {
        var last = applying;
        applying = Task.CompletedTask;
        last.GetAwaiter().GetResult();
    }

    /// <summary>Comes back when nothing is being put in any more, whether it went in or not.</summary>
    public void Abandon()
    {
        Task.WaitAny(applying);
        // Something else went wrong too, and is what the caller tells.
        if (applying.Exception is { } fault) LogAbandoned(fault.GetBaseException());
        applying = Task.CompletedTask;
    }

    private void PutIn(IReadOnlyList<BriefingChange> batch)
    {
        // The last change of a briefing alone counts, and comes in no order: the same id may be gone from one file and be there in another.
        // One by one: in chunks, the last would be left to one core.
        var changes = Partitioner.Create(batch.Reverse().DistinctBy(change => change.Logged.Id), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(changes, EveryCore, PutIn);
        var now = Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(lastCommit, now) > CommitEvery) Commit(batch[^1].Logged.Revision);
        else if (Stopwatch.GetElapsedTime(lastRefresh, now) > refreshAfter)
        {
            refreshAfter *= 2;
            Refresh();
        }
    }

    /// <summary>Makes what was put in last, and lets searches see it: all changes up to this revision.</summary>
    public void Publish(long revision)
    {
        WaitUntilApplied();
        Commit(revision);
    }

    private void Commit(long revision)
    {
        index.Commit(revision);
        lastCommit = Stopwatch.GetTimestamp();
        Refresh();
    }

    private void Refresh()
    {
        index.Refresh();
        lastRefresh = Stopwatch.GetTimestamp();
    }

    private void PutIn(BriefingChange change)
    {
        // What is gone costs nothing, and must not be quoted any longer than it takes.
        if (change.Briefing is not null) questions.GiveWay(last);
        var (id, start) = (change.Logged.Id, Stopwatch.GetTimestamp());
        try
        {
            if (change.Briefing is { } briefing) index.Put(briefing, change.Logged.Collection);
            else index.Remove(id);
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or OutOfMemoryException))
        {
            // One bad briefing must not stop the others.
            LogNotIndexed(e, id.Value);
            index.Remove(id);
        }
        if (change.Briefing is not null) last = Stopwatch.GetElapsedTime(start);
    }

    [LoggerMessage(LogLevel.Warning, "A batch of briefings could not be put into the index; that goes on from the last commit")]
    private partial void LogAbandoned(Exception error);

    [LoggerMessage(LogLevel.Error, "Could not index {Briefing}; it is left out, the others go on")]
    private partial void LogNotIndexed(Exception error, string briefing);
}
