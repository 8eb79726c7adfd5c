using Bot.Answers;
using Bot.Chat;

namespace Bot.Digests;

/// <summary>
/// Brings one claimed delivery a step at a time to its channel: settled what it tells, posted, noted that it was posted, noted what was told. Whoever takes over after a
/// fault goes on where the ledger stands; a post that may have got through is looked for before it is posted again.
/// </summary>
/// <param name="sources">What is brought: each delivery is of one of them.</param>
internal sealed class DigestPoster(IEnumerable<IDeliverySource> sources, DigestLedger ledger, IEnumerable<IChatPlatform> platforms, TimeProvider time)
{
    /// <summary>Until the next try: as long again after each, up to the longest.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(20), LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Called before each step with its name; tests stop the bot there.</summary>
    internal Action<string> AtStep { get; init; } = _ => { };

    /// <returns>A sentence where it was not posted and somebody has to do something; else null.</returns>
    /// <exception cref="Bot.Briefings.Storing.StateException">The ledger cannot be read or written for now.</exception>
    public async Task<string?> PostAsync(Delivery delivery, string holder, CancellationToken stop)
    {
        var source = sources.First(one => one.Has(delivery.Subscription));
        if (source.PlaceOf(delivery) is not { } place)
        {
            if (delivery.State == DeliveryState.Sent) ledger.Confirm(delivery, delivery.Content ?? new DigestContent([]), 0, holder, time.GetUtcNow());
            else ledger.End(delivery, DeliveryState.Skipped, "It was stopped.", holder, time.GetUtcNow());
            return null;
        }
        var written = source.Write(delivery);
        if (delivery.State != DeliveryState.Sent)
        {
            AtStep("settle");
            if (!ledger.Settle(delivery, written.Content, holder)) return null;
            if (written.Answer is { } answer)
            {
                var (posted, problem) = await PostAsync(delivery, place, answer, holder, stop);
                if (!posted) return problem;
            }
        }
        AtStep("confirm");
        ledger.Confirm(delivery, written.Content, written.Items, holder, time.GetUtcNow());
        return null;
    }

    private async Task<(bool IsPosted, string? Problem)> PostAsync(Delivery delivery, DeliveryPlace place, Answer answer, string holder, CancellationToken stop)
    {
        if (place.Platform == Asker.Page) return (ledger.Sent(delivery, delivery.Key, holder, time.GetUtcNow()), null);
        var platform = platforms.FirstOrDefault(one => one.Name.Equals(place.Platform, StringComparison.OrdinalIgnoreCase));
        if (platform is not { State.IsConnected: true })
        {
            ledger.Release(delivery, platform?.State.Missing ?? $"{place.Platform} is not set up.", NextTry(delivery), holder);
            return (false, null);
        }
        AtStep("post");
        var result = await platform.PostAsync(place.Conversation, AnswerReply.For(answer), delivery.Key, mayStandAlready: delivery.Attempts > 1, stop);
        AtStep("posted");
        if (result.MessageId is not null) return (ledger.Sent(delivery, result.MessageId, holder, time.GetUtcNow()), null);
        var problem = result.Problem ?? "The platform did not take it.";
        if (result.MayBeTriedAgain)
        {
            ledger.Release(delivery, problem, NextTry(delivery), holder);
            return (false, null);
        }
        ledger.End(delivery, DeliveryState.Failed, problem, holder, time.GetUtcNow());
        return (false, problem);
    }

    private DateTimeOffset NextTry(Delivery delivery)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(delivery.Attempts - 1, 10));
        return time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait);
    }
}
