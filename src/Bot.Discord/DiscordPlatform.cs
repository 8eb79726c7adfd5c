using System.Net;
using Bot.Chat;
using Bot.Discord.Rest;
using Bot.Discord.Wire;

namespace Bot.Discord;

/// <summary>Discord, as the core sees it.</summary>
internal sealed class DiscordPlatform(DiscordRest rest, ConnectionState state, StoredLines lines) : IChatPlatform
{
    private readonly DiscordReply replies = new(lines.Keep);

    public string Name => "Discord";

    public PlatformState State => state.Current;

    public async Task<PostResult> PostAsync(string conversation, Reply reply, string key, CancellationToken stop)
    {
        try
        {
            // The nonce makes a second try within some minutes give back the message that is there.
            var message = replies.Write(reply, "", 0, isPrivate: false) with { Nonce = key, EnforceNonce = true };
            var posted = await rest.PostMessageAsync(conversation, message, stop);
            return new PostResult(posted.Id, null, MayBeTriedAgain: false);
        }
        catch (DiscordException e)
        {
            return new PostResult(null, SentenceFor(e, conversation), e.IsPassing);
        }
    }

    private static string SentenceFor(DiscordException problem, string conversation) => problem.Code switch
    {
        ErrorCode.MissingPermissions => $"The bot may not post in channel {conversation}: give it the permissions Send Messages and Embed Links there.",
        ErrorCode.MissingAccess => $"The bot cannot see channel {conversation}: give it the permission View Channel there.",
        ErrorCode.UnknownChannel => $"There is no channel {conversation} any more, or the bot is not in its server.",
        _ when problem.Status == HttpStatusCode.TooManyRequests => "Discord asks for patience; nothing was posted yet.",
        _ => problem.Message,
    };
}
