using Bot.Discord.Rest;

namespace Bot.Discord.Gateway;

/// <summary>What to do after a connection has ended.</summary>
internal abstract record NextStep
{
    /// <summary>Go on where it stopped.</summary>
    /// <param name="AtOnce">Discord asked for it; what broke by itself waits a little, so that it does not break again and again.</param>
    public sealed record GoOn(bool AtOnce) : NextStep;

    /// <summary>Begin a new session.</summary>
    public sealed record Anew : NextStep;

    /// <summary>Connect no more: somebody has to change something first.</summary>
    public sealed record Stop(string Reason) : NextStep;
}

/// <summary>What the gateway's close codes ask for (discord.com/developers/docs/topics/opcodes-and-status-codes, Gateway Close Event Codes).</summary>
internal static class CloseCodes
{
    /// <summary>Ours, when a connection is given up that is to be resumed: 1000 and 1001 would end the session.</summary>
    public const int ToResume = 4900;

    /// <param name="code">Null where the connection broke without one.</param>
    public static NextStep After(int? code) => code switch
    {
        4004 => new NextStep.Stop(DiscordRest.TokenRefusedSentence),
        4010 => new NextStep.Stop("Discord refused the shard: the bot asked for one that it does not have."),
        4011 => new NextStep.Stop("The bot is in so many servers that Discord asks for shards, which it does not do. Set Discord:GuildIds to fewer with another application."),
        4012 => new NextStep.Stop("Discord no longer speaks version 10 of its API: a newer release of the bot is needed."),
        4013 or 4014 => new NextStep.Stop("Discord refused the intents: a newer release of the bot is needed, or one of the portal's Privileged Gateway Intents."),
        // Not authenticated, session no longer valid, sequence unknown, too fast, or ended in order: what was is of no use.
        4003 or 4005 or 4007 or 4008 or 1000 => new NextStep.Anew(),
        _ => new NextStep.GoOn(AtOnce: false),
    };
}
