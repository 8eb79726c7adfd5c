using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Bot.Briefings.Storing;
using Bot.Indexing;
using Bot.State;
using Bot.Subscriptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Digests;

/// <summary>Posts digests when they are due, in the order they are due. Every replica runs it; the ledger sees to it that each digest is posted once.</summary>
internal sealed partial class DigestService(
    SubscriptionStore subscriptions, DigestLedger ledger, DigestPoster poster, DigestDesk desk, SharedSightings sightings,
    IndexingProgress indexing, TimeProvider time, ILogger<DigestService> logger) : BackgroundService
{
    /// <summary>A digest that nobody confirmed for so long is taken over. A platform's limits may keep a post waiting for half of it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Another replica's subscriptions are seen at the latest after it.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(15), AfterProblem = TimeSpan.FromSeconds(5);

    /// <summary>Subscriptions that are planned in one transaction, and digests that are claimed and settled in one: with few, replicas share them out.</summary>
    private const int PlannedAtOnce = 500, ClaimedAtOnce = 16;

    /// <summary>Digests posted beside each other: while one waits for the platform, others go on. Discord takes fifty a second, and a fifth of a second for each.</summary>
    private const int PostedAtOnce = 16;

    private const string NotWritten = "It could not be written yet.";

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
        sightings.Agree(stop);
        Plan(time.GetUtcNow());
        try
        {
            // Of a subscription the next can be claimed when the one before is done.
            while (await PostClaimedAsync(stop))
            {
            }
        }
        finally
        {
            desk.Forget();
        }
    }

    private void Plan(DateTimeOffset now)
    {
        while (subscriptions.Due(now, PlannedAtOnce) is { Count: > 0 } due)
        {
            var planned = due.Select(one => (Subscription: one, Planned: DigestSchedule.Due(one, now))).ToList();
            ledger.Plan(planned, now);
            // Another replica knows another rule of the zone: by this one's it is not due yet.
            foreach (var (one, _) in planned.Where(one => one.Planned.Count == 0)) subscriptions.Reckon(one);
            if (due.Count < PlannedAtOnce) return;
        }
    }

    /// <summary>Posts what can be claimed, in the order it is due; what comes next is written meanwhile.</summary>
    /// <returns>Whether there was anything.</returns>
    private async Task<bool> PostClaimedAsync(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var places = new SemaphoreSlim(PostedAtOnce);
        var written = Channel.CreateBounded<WrittenDelivery>(ClaimedAtOnce);
        var writing = Task.Run(() => WriteClaimedAsync(written.Writer, ending.Token), CancellationToken.None);
        var posting = new List<Task>();
        try
        {
            await foreach (var digest in written.Reader.ReadAllAsync(ending.Token))
            {
                await places.WaitAsync(ending.Token);
                posting.RemoveAll(one => one.IsCompletedSuccessfully);
                // Until it waits for the platform it runs here: so posts begin in this order.
                posting.Add(PostAsync(digest, await SayAsync(digest, ending.Token), places, ending));
            }
        }
        catch (Exception)
        {
            await ending.CancelAsync();
            // What failed says more than that others were cancelled for it.
            await Task.WhenAll(posting);
            throw;
        }
        finally
        {
            await writing;
        }
        await Task.WhenAll(posting);
        return await writing;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whoever reads what was written gets the fault.")]
    private async Task<bool> WriteClaimedAsync(ChannelWriter<WrittenDelivery> written, CancellationToken stop)
    {
        var any = false;
        try
        {
            while (ledger.Claim(holder, time.GetUtcNow(), Lease, ClaimedAtOnce) is { Count: > 0 } claimed)
            {
                any = true;
                var until = time.GetUtcNow() + Lease;
                foreach (var one in await poster.WriteAsync(claimed, holder, until, (e, one) => LogFailed(e, one), stop)) await written.WriteAsync(one, stop);
            }
            written.Complete();
        }
        catch (Exception e)
        {
            written.Complete(e);
        }
        return any;
    }

    /// <returns>Null where it failed: it is tried again when its lease is over.</returns>
    private async Task<SaidDelivery?> SayAsync(WrittenDelivery digest, CancellationToken stop)
    {
        try
        {
            return await digest.Draft.SayAsync(stop);
        }
        catch (Exception e) when (IsOfOne(e))
        {
            LogFailed(e, digest.Delivery.Subscription);
            return null;
        }
    }

    private async Task PostAsync(WrittenDelivery digest, SaidDelivery? said, SemaphoreSlim places, CancellationTokenSource ending)
    {
        try
        {
            if (said is null)
            {
                // Nothing was sent: whoever tries again knows that.
                ledger.Release(digest.Delivery, NotWritten, digest.Until, holder, wasSent: false);
                return;
            }
            if (digest.Until - time.GetUtcNow() < Lease / 2 && !ledger.Renew(digest.Delivery, holder, time.GetUtcNow() + Lease)) return;
            if (await poster.PostAsync(digest, said, holder, ending.Token) is { } problem) LogNotPosted(digest.Delivery.Subscription, problem);
        }
        catch (Exception e) when (IsOfOne(e))
        {
            LogFailed(e, digest.Delivery.Subscription);
        }
        catch (Exception)
        {
            await ending.CancelAsync();
            throw;
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>One digest that fails must not keep the others from being posted; it is tried again when its lease is over.</summary>
    private static bool IsOfOne(Exception e) => e is not (OperationCanceledException or StateException or OutOfMemoryException);

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
