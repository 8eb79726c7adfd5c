using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Bot.Answers;
using Bot.Chat;

namespace Bot.Digests;

/// <summary>A digest that is settled and not yet posted.</summary>
/// <param name="Until">When its claim ends.</param>
internal sealed record WrittenDelivery(Delivery Delivery, DeliveryDraft Draft, DateTimeOffset Until);

/// <summary>
/// Brings claimed digests a step at a time to their channels: settled what each tells, posted, confirmed. Whoever takes over after a fault goes on where the ledger
/// stands; a post that may have got through is looked for before it is posted again.
/// </summary>
/// <param name="sources">What is brought: each delivery is of one of them.</param>
/// <param name="news">Where what is for the terminal and the page is told; it is not posted anywhere.</param>
internal sealed class DigestPoster(IEnumerable<IDeliverySource> sources, DigestLedger ledger, IEnumerable<IChatPlatform> platforms, LocalNews news, TimeProvider time) : IDisposable
{
    /// <summary>Until the next try: as long again after each, up to the longest.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(20), LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Those that the platform has and the ledger does not know of yet.</summary>
    private readonly ConcurrentQueue<(Delivery Delivery, string? Message, int Items)> posted = new();

    private readonly SemaphoreSlim confirming = new(1);

    /// <summary>Called before each step with its name; tests stop the bot there.</summary>
    internal Action<string> AtStep { get; init; } = _ => { };

    /// <summary>Writes claimed digests, in their order, and settles what they tell.</summary>
    /// <param name="failed">Told of one that cannot be written: it is tried again when its claim is over.</param>
    /// <returns>Those that are to be posted.</returns>
    /// <exception cref="Bot.Briefings.Storing.StateException">The ledger cannot be read or written for now.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "One digest that fails must not keep the others from being posted.")]
    public async Task<IReadOnlyList<WrittenDelivery>> WriteAsync(
        IReadOnlyList<Delivery> claimed, string holder, DateTimeOffset until, Action<Exception, string> failed, CancellationToken stop)
    {
        var written = new List<WrittenDelivery>(claimed.Count);
        foreach (var delivery in claimed)
        {
            try
            {
                var draft = await sources.First(one => one.Has(delivery.Subscription)).WriteAsync(delivery, stop);
                if (draft is null) ledger.End(delivery, DeliveryState.Skipped, "It was stopped.", holder, time.GetUtcNow());
                // One whose post may have got through is looked for now: later it would stand far up in the channel.
                else if (draft.Waits is { } waits && !delivery.MayStandAlready) ledger.Release(delivery, waits.Why, waits.Until, holder, wasSent: false);
                else written.Add(new WrittenDelivery(delivery, draft, until));
            }
            catch (Exception e) when (e is not (OperationCanceledException or Bot.Briefings.Storing.StateException or OutOfMemoryException))
            {
                failed(e, delivery.Subscription);
            }
        }
        AtStep("settle");
        var settled = ledger.Settle([.. written.Select(one => (one.Delivery, one.Draft.Content))], holder).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. written.Where(one => settled.Contains(one.Delivery))];
    }

    /// <returns>A sentence where it was not posted and somebody has to do something; else null.</returns>
    /// <exception cref="Bot.Briefings.Storing.StateException">The ledger cannot be read or written for now.</exception>
    public async Task<string?> PostAsync(WrittenDelivery written, SaidDelivery said, string holder, CancellationToken stop)
    {
        var (delivery, draft) = (written.Delivery, written.Draft);
        string? message = null;
        if (draft.Platform == Asker.Page)
        {
            if (said.Answer is { } local) news.Tell(AnswerReply.For(local));
            message = delivery.Key;
        }
        else if (said.Answer is { } answer)
        {
            (message, var problem) = await PostAsync(delivery, draft, answer, holder, stop);
            if (message is null) return problem;
        }
        AtStep("confirm");
        await ConfirmAsync((delivery, message, said.Items), holder, stop);
        return null;
    }

    public void Dispose() => confirming.Dispose();

    /// <returns>The message; else null, and why where somebody has to do something.</returns>
    private async Task<(string? Message, string? Problem)> PostAsync(Delivery delivery, DeliveryDraft draft, Answer answer, string holder, CancellationToken stop)
    {
        var platform = platforms.FirstOrDefault(one => one.Name.Equals(draft.Platform, StringComparison.OrdinalIgnoreCase));
        if (platform is not { State.IsConnected: true })
        {
            ledger.Release(delivery, platform?.State.Missing ?? $"{draft.Platform} is not set up.", NextTry(delivery), holder, wasSent: false);
            return (null, null);
        }
        AtStep("post");
        var result = await platform.PostAsync(draft.Conversation, AnswerReply.For(answer), delivery.Key, delivery.MayStandAlready, stop);
        AtStep("posted");
        if (result.MessageId is not null) return (result.MessageId, null);
        var problem = result.Problem ?? "The platform did not take it.";
        if (result.MayBeTriedAgain)
        {
            ledger.Release(delivery, problem, NextTry(delivery), holder, wasSent: true);
            return (null, null);
        }
        ledger.End(delivery, DeliveryState.Failed, problem, holder, time.GetUtcNow());
        return (null, problem);
    }

    /// <summary>Confirms it together with all that were posted while the ledger wrote those before.</summary>
    private async Task ConfirmAsync((Delivery Delivery, string? Message, int Items) one, string holder, CancellationToken stop)
    {
        posted.Enqueue(one);
        await confirming.WaitAsync(stop);
        try
        {
            var some = new List<(Delivery, string?, int)>();
            while (posted.TryDequeue(out var next)) some.Add(next);
            if (some.Count > 0) ledger.Confirm(some, holder, time.GetUtcNow());
        }
        finally
        {
            confirming.Release();
        }
    }

    private DateTimeOffset NextTry(Delivery delivery)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(delivery.Attempts - 1, 10));
        return time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait);
    }
}
