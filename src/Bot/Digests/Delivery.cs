using System.Globalization;
using Bot.Text;

namespace Bot.Digests;

/// <summary>How far a digest has come. Nothing goes back but from claimed to due.</summary>
internal enum DeliveryState
{
    Due,

    /// <summary>A replica works on it until its lease is over.</summary>
    Claimed,

    /// <summary>The platform has it, or nothing was to be said.</summary>
    Confirmed,

    /// <summary>Told with the next one, because its channel was away.</summary>
    Merged,

    /// <summary>Left out, because the bot was away or the subscription was stopped.</summary>
    Skipped,

    /// <summary>Somebody has to change something first: the channel is gone, or the bot may not write there.</summary>
    Failed,
}

/// <summary>A digest of a subscription on its way.</summary>
/// <param name="From">Of what is new; up to <paramref name="To"/>.</param>
/// <param name="Attempts">How often it was claimed, this time too.</param>
/// <param name="Message">The platform's id of the message; null before it is confirmed, and where nothing was to be said.</param>
/// <param name="Problem">Why the last try failed, or why none follows.</param>
/// <param name="Items">How many it told of; null before it is confirmed.</param>
/// <param name="Content">What it tells of, settled by the first try so that a second tells the same; null before.</param>
internal sealed record Delivery(
    string Subscription,
    DateTimeOffset Due,
    DateTimeOffset From,
    DateTimeOffset To,
    DeliveryState State,
    int Attempts,
    string? Message,
    string? Problem,
    int? Items,
    DateTimeOffset Changed,
    DigestContent? Content)
{
    /// <summary>Whether a try before may have got through, though nobody confirmed it.</summary>
    public bool MayStandAlready { get; init; }

    /// <summary>Tells its message from every other, in at most 25 letters and digits.</summary>
    public string Key => "d" + TextHash.Of(string.Create(CultureInfo.InvariantCulture, $"{Subscription}|{Due.ToUnixTimeMilliseconds()}")).Hex[..20];
}
