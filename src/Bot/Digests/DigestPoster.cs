using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Subscriptions;

namespace Bot.Digests;

/// <summary>
/// Brings one claimed digest a step at a time to its channel: settled what it tells, posted, noted that it was posted, noted what was told. Whoever takes over after a
/// fault goes on where the ledger stands; a post that may have got through is looked for before it is posted again.
/// </summary>
internal sealed class DigestPoster(
    SubscriptionStore subscriptions, DigestLedger ledger, CorpusReader corpora, TextStore texts, IEnumerable<IChatPlatform> platforms, TimeProvider time)
{
    /// <summary>What was told longer ago may be told again, in the words of another outlet.</summary>
    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(30);

    /// <summary>How far before its window a digest looks for what was not told yet.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <summary>Until the next try: as long again after each, up to the longest.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(20), LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Called before each step with its name; tests stop the bot there.</summary>
    internal Action<string> AtStep { get; init; } = _ => { };

    /// <returns>A sentence where it was not posted and somebody has to do something; else null.</returns>
    /// <exception cref="Bot.Briefings.Storing.StateException">The ledger cannot be read or written for now.</exception>
    public async Task<string?> PostAsync(Delivery delivery, string holder, CancellationToken stop)
    {
        if (subscriptions.Find(delivery.Subscription) is not { Stopped: null } subscription)
        {
            if (delivery.State == DeliveryState.Sent) ledger.Confirm(delivery, delivery.Content ?? new DigestContent([]), 0, holder, time.GetUtcNow());
            else ledger.End(delivery, DeliveryState.Skipped, "It was stopped.", holder, time.GetUtcNow());
            return null;
        }
        var (answer, content) = Write(delivery, subscription);
        var isSent = delivery.State == DeliveryState.Sent;
        if (!isSent)
        {
            AtStep("settle");
            if (!ledger.Settle(delivery, content, holder)) return null;
            if (answer.Digest!.Items.Count > 0 || subscription.WhenEmpty == WhenEmpty.Say)
            {
                var (posted, problem) = await PostAsync(delivery, subscription, answer, holder, stop);
                if (!posted) return problem;
            }
        }
        AtStep("confirm");
        ledger.Confirm(delivery, content, answer.Digest!.Items.Count + answer.Digest.More, holder, time.GetUtcNow());
        return null;
    }

    private async Task<(bool IsPosted, string? Problem)> PostAsync(Delivery delivery, Subscription subscription, Answer answer, string holder, CancellationToken stop)
    {
        if (subscription.Platform == Asker.Page) return (ledger.Sent(delivery, delivery.Key, holder, time.GetUtcNow()), null);
        var platform = platforms.FirstOrDefault(one => one.Name.Equals(subscription.Platform, StringComparison.OrdinalIgnoreCase));
        if (platform is not { State.IsConnected: true })
        {
            ledger.Release(delivery, platform?.State.Missing ?? $"{subscription.Platform} is not set up.", NextTry(delivery), holder);
            return (false, null);
        }
        AtStep("post");
        var result = await platform.PostAsync(subscription.Conversation, AnswerReply.For(answer), delivery.Key, mayStandAlready: delivery.Attempts > 1, stop);
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

    private (Answer Answer, DigestContent Content) Write(Delivery delivery, Subscription subscription)
    {
        var request = new DigestRequest(
            delivery.From, delivery.To, subscription.Times.Zone, subscription.Topics, ledger.ToldSince(subscription.Id, delivery.Due - ToldFor))
        {
            Floor = FloorOf(delivery, subscription),
            Settled = delivery.Content,
        };
        using var corpus = corpora.Open(subscription.Scope);
        var (digest, content) = DigestWriter.Write(request, corpus, new DigestReading(corpus, texts));
        var command = new Command(CommandCatalog.DigestNow, new Dictionary<string, string>(), subscription.Scope);
        var answer = new AnswerWriter(corpus).Write(
            DigestAnswers.DraftOf(digest with { MoreLine = DigestAnswers.MoreLine(delivery, DigestWriter.MostItems) }), command, delivery.Key, () => 0);
        return (answer, delivery.Content ?? content);
    }

    /// <summary>Nothing from before the first digest, from the time of one that was left out, or from before the subscription was resumed.</summary>
    private DateTimeOffset FloorOf(Delivery delivery, Subscription subscription)
    {
        var floor = ledger.Floor(subscription.Id) ?? delivery.From;
        // A subscription that was resumed has digests from before; a new one begins with a day of what was there.
        if (floor < subscription.Created - DigestSchedule.FirstWindow) floor = subscription.Created;
        var back = delivery.From - LooksBack;
        return back > floor ? back : floor;
    }

    private DateTimeOffset NextTry(Delivery delivery)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(delivery.Attempts - 1, 10));
        return time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait);
    }
}
