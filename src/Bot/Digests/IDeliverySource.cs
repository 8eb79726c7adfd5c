using Bot.Answers;

namespace Bot.Digests;

/// <summary>What deliveries of one kind bring and where: the digests of subscriptions, what a watch found.</summary>
internal interface IDeliverySource
{
    /// <summary>Whether an id of the ledger is one of its own.</summary>
    bool Has(string id);

    /// <returns>Null where it was stopped.</returns>
    /// <exception cref="Briefings.Storing.StateException">It cannot be read for now.</exception>
    Task<DeliveryDraft?> WriteAsync(Delivery delivery, CancellationToken stop);
}

/// <summary>A delivery before its words were put in.</summary>
/// <param name="Platform">In small letters, as in Asker.</param>
/// <param name="Content">What it tells of, for the ledger.</param>
/// <param name="SayAsync">Its words as they are to be sent when it is called.</param>
internal sealed record DeliveryDraft(string Platform, string Conversation, DigestContent Content, Func<CancellationToken, Task<SaidDelivery>> SayAsync)
{
    /// <summary>Until when it waits, and why, where it must not be sent now; else null.</summary>
    public (DateTimeOffset Until, string Why)? Waits { get; init; }
}

/// <param name="Answer">Null where nothing is to be said.</param>
/// <param name="Items">How many it tells of.</param>
internal sealed record SaidDelivery(Answer? Answer, int Items);
