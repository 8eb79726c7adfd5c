using Bot.Subscriptions;

namespace Bot.Digests;

/// <summary>The digests of subscriptions, as they are posted.</summary>
internal sealed class DigestSource(SubscriptionStore subscriptions, DigestDesk desk) : IDeliverySource
{
    /// <summary>The ids of subscriptions have no hyphen.</summary>
    public bool Has(string id) => !id.Contains('-', StringComparison.Ordinal);

    public async Task<DeliveryDraft?> WriteAsync(Delivery delivery, CancellationToken stop)
    {
        if (subscriptions.Find(delivery.Subscription) is not { Stopped: null } subscription) return null;
        var (digest, content) = await desk.WriteAsync(delivery, subscription, stop);
        return new DeliveryDraft(subscription.Platform, subscription.Conversation, content, async stopSaying =>
        {
            var answer = await desk.AnswerAsync(digest, delivery, subscription, stopSaying);
            var items = answer.Digest!.Items.Count;
            return new SaidDelivery(items > 0 || subscription.WhenEmpty == WhenEmpty.Say ? answer : null, items + answer.Digest.More);
        });
    }
}
