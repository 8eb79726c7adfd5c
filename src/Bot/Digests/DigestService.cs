using System.Diagnostics.CodeAnalysis;
using Bot.Briefings.Storing;
using Bot.Indexing;
using Bot.Subscriptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Digests;

/// <summary>Posts digests when they are due, in the order they are due. Every replica runs it; the ledger sees to it that each digest is posted once.</summary>
internal sealed partial class DigestService(
    SubscriptionStore subscriptions, DigestLedger ledger, DigestPoster poster, IndexingProgress indexing, TimeProvider time, ILogger<DigestService> logger) : BackgroundService
{
    /// <summary>A digest that nobody confirmed for so long is taken over. A platform's limits may keep a post waiting for half of it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Another replica's subscriptions are seen at the latest after it.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(15), AfterProblem = TimeSpan.FromSeconds(5);

    /// <summary>Subscriptions that are planned at once.</summary>
    private const int Batch = 200;

    /// <summary>Digests posted beside each other: while one waits for the platform, others go on.</summary>
    private const int AtOnce = 4;

    private readonly string holder = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong with digests, the bot goes on answering, and tries again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isReckoned = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan? wait = AfterProblem;
            // Taken before the look: what is added meanwhile is not overlooked.
            var change = Task.WhenAny(subscriptions.NextChange, ledger.NextChange);
            try
            {
                // What came while the bot was away is read first: the newest of the digests that were missed tells of it.
                await indexing.CaughtUp.WaitAsync(stoppingToken);
                if (!isReckoned) subscriptions.ReckonAnew();
                isReckoned = true;
                await TurnAsync(stoppingToken);
                wait = WaitFor();
            }
            catch (StateException e)
            {
                LogWaiting(e.Message);
            }
            // A request that ran out of time is cancelled too, and is no reason to stop.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && e is not OutOfMemoryException)
            {
                LogTurnFailed(e);
            }
            // A bot alone for which nobody wants anything need not look until somebody does.
            await (wait is { } span ? Task.WhenAny(Task.Delay(span, time, stoppingToken), change) : change.WaitAsync(stoppingToken));
        }
    }

    /// <summary>Plans and posts all that is due now.</summary>
    internal async Task TurnAsync(CancellationToken stop)
    {
        Plan(time.GetUtcNow());
        await Parallel.ForEachAsync(Enumerable.Range(0, AtOnce), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (_, token) =>
        {
            while (ledger.Claim(holder, time.GetUtcNow(), Lease) is { } delivery) await PostAsync(delivery, token);
        });
    }

    private void Plan(DateTimeOffset now)
    {
        while (subscriptions.Due(now, Batch) is { Count: > 0 } due)
        {
            foreach (var one in due)
            {
                var planned = DigestSchedule.Due(one, now);
                if (planned.Count > 0) ledger.Plan(one, planned, now);
                // Another replica knows another rule of the zone: by this one's it is not due yet.
                else subscriptions.Reckon(one);
            }
            if (due.Count < Batch) return;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One digest that fails must not keep the others from being posted; it is tried again when its lease is over.")]
    private async Task PostAsync(Delivery delivery, CancellationToken stop)
    {
        try
        {
            if (await poster.PostAsync(delivery, holder, stop) is { } problem) LogNotPosted(delivery.Subscription, problem);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StateException or OutOfMemoryException))
        {
            LogFailed(e, delivery.Subscription);
        }
    }

    private TimeSpan? WaitFor()
    {
        var next = new[] { subscriptions.NextDue(), ledger.NextClaim() }.Min();
        if (next is null && !subscriptions.IsShared) return null;
        var wait = next is { } instant ? instant - time.GetUtcNow() : LongestWait;
        return wait < ShortestWait ? ShortestWait : wait < LongestWait ? wait : LongestWait;
    }

    [LoggerMessage(LogLevel.Warning, "Digests wait. {Reason}")]
    private partial void LogWaiting(string reason);

    [LoggerMessage(LogLevel.Warning, "The digest {Subscription} could not be posted, and is not tried again. {Reason}")]
    private partial void LogNotPosted(string subscription, string reason);

    [LoggerMessage(LogLevel.Error, "Digests could not be looked after; that is tried again")]
    private partial void LogTurnFailed(Exception error);

    [LoggerMessage(LogLevel.Error, "The digest {Subscription} could not be posted; it is tried again")]
    private partial void LogFailed(Exception error, string subscription);
}
