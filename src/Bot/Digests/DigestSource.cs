using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Subscriptions;

namespace Bot.Digests;

/// <summary>The digests of subscriptions, as they are posted.</summary>
internal sealed class DigestSource(SubscriptionStore subscriptions, DigestLedger ledger, CorpusReader corpora, TextStore texts) : IDeliverySource
{
    /// <summary>What was told longer ago may be told again, in the words of another outlet.</summary>
    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(30);

    /// <summary>How far before its window a digest looks for what was not told yet.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <summary>The ids of subscriptions have no hyphen.</summary>
    public bool Has(string id) => !id.Contains('-', StringComparison.Ordinal);

    public DeliveryPlace? PlaceOf(Delivery delivery) =>
        subscriptions.Find(delivery.Subscription) is { Stopped: null } one ? new DeliveryPlace(one.Platform, one.Conversation) : null;

    public WrittenDelivery Write(Delivery delivery)
    {
        if (subscriptions.Find(delivery.Subscription) is not { } subscription) return new WrittenDelivery(null, delivery.Content ?? new DigestContent([]), 0);
        var request = new DigestRequest(
            delivery.From, delivery.To, subscription.Times.Zone, subscription.Topics, ledger.ToldSince(subscription.Id, delivery.Due - ToldFor))
        {
            Floor = FloorOf(delivery, subscription),
            Settled = delivery.Content,
        };
        using var corpus = corpora.Open(subscription.Scope);
        var (digest, content) = DigestWriter.Write(request, corpus, texts);
        var command = new Command(CommandCatalog.DigestNow, new Dictionary<string, string>(), subscription.Scope);
        var answer = new AnswerWriter(corpus).Write(
            DigestAnswers.DraftOf(digest with { MoreLine = DigestAnswers.MoreLine(delivery, DigestWriter.MostItems) }), command, delivery.Key, () => 0);
        var items = answer.Digest!.Items.Count;
        return new WrittenDelivery(items > 0 || subscription.WhenEmpty == WhenEmpty.Say ? answer : null, delivery.Content ?? content, items + answer.Digest.More);
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
}
