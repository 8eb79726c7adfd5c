using Bot.Answers;

namespace Bot.Digests;

/// <summary>What deliveries of one kind bring and where: the digests of subscriptions, what a watch found.</summary>
internal interface IDeliverySource
{
    /// <summary>Whether an id of the ledger is one of its own.</summary>
    bool Has(string id);

    /// <summary>Where to; null where it was stopped.</summary>
    DeliveryPlace? PlaceOf(Delivery delivery);

    /// <summary>Writes it from what is in the index now.</summary>
    /// <exception cref="Briefings.Storing.StateException">It cannot be read for now.</exception>
    WrittenDelivery Write(Delivery delivery);
}

/// <param name="Platform">In small letters, as in Asker.</param>
internal sealed record DeliveryPlace(string Platform, string Conversation);

/// <param name="Answer">Null where nothing is to be said.</param>
/// <param name="Content">What it tells of, for the ledger.</param>
/// <param name="Items">How many.</param>
internal sealed record WrittenDelivery(Answer? Answer, DigestContent Content, int Items);
