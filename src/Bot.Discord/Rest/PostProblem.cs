using System.Net;
using Bot.Discord.Wire;

namespace Bot.Discord.Rest;

/// <summary>Why a message does not stand in a channel, as a sentence that says what to do.</summary>
internal static class PostProblem
{
    public static string SentenceFor(DiscordException problem, string channel) => problem.Code switch
    {
        ErrorCode.MissingPermissions => $"The bot may not post in channel {channel}: give it the permissions Send Messages and Embed Links there.",
        ErrorCode.MissingAccess => $"The bot cannot see channel {channel}: give it the permission View Channel there.",
        ErrorCode.CannotReply => $"The bot may not answer a message in channel {channel}: give it the permission Read Message History there.",
        ErrorCode.UnknownChannel => $"There is no channel {channel} any more, or the bot is not in its server.",
        _ when problem.Status == HttpStatusCode.TooManyRequests => "Discord asks for patience; nothing was posted yet.",
        _ => problem.Message,
    };
}
