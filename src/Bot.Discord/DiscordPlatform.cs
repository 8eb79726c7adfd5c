using Bot.Chat;
using Bot.Discord.Rest;

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
            var message = replies.WritePost(reply) with { Nonce = key, EnforceNonce = true };
            var posted = await rest.PostMessageAsync(conversation, message, stop);
            return new PostResult(posted.Id, null, MayBeTriedAgain: false);
        }
        catch (DiscordException e)
        {
            return new PostResult(null, PostProblem.SentenceFor(e, conversation), e.IsPassing);
        }
    }
}
