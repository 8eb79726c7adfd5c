namespace Bot.Discord.Wire;

/// <summary>What <c>GET /applications/@me</c> tells of the application that a token belongs to.</summary>
/// <param name="VerifyKey">The public key that requests to the interactions endpoint are signed for, in hex.</param>
/// <param name="InteractionsEndpointUrl">Where Discord posts interactions; null or empty when it sends them over the gateway.</param>
/// <param name="BotPublic">Whether anybody may put the bot into a server of theirs.</param>
/// <param name="BotRequireCodeGrant">Whether putting it into a server takes a further exchange, which the bot does not do.</param>
internal sealed record ApplicationBody(
    string Id, string? Name = null, string? VerifyKey = null, string? InteractionsEndpointUrl = null, bool? BotPublic = null, bool? BotRequireCodeGrant = null);

/// <summary>A server that the bot is in.</summary>
/// <param name="Permissions">What the bot may do there, channels' own rules aside: bits of a number, as text.</param>
internal sealed record GuildBody(string Id, string? Name = null, string? Permissions = null);
