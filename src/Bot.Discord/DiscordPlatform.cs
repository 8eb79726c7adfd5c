using Bot.Chat;
using Bot.Discord.Rest;
using Bot.Discord.Wire;

namespace Bot.Discord;

/// <summary>Discord, as the core sees it.</summary>
internal sealed class DiscordPlatform(DiscordRest rest, ConnectionState state, StoredLines lines) : IChatPlatform
{
    /// <summary>As an asker's platform is called.</summary>
    public const string AskerPlatform = "discord";

    private readonly DiscordReply replies = new(lines.Keep);

    public string Name => "Discord";

    public PlatformState State => state.Current;

    public async Task<PostResult> PostAsync(string conversation, Reply reply, string key, bool mayStandAlready, CancellationToken stop)
    {
        try
        {
            if (mayStandAlready && await FindAsync(conversation, key, stop) is { } there) return new PostResult(there.Id, null, MayBeTriedAgain: false);
            // The nonce makes a second try within some minutes give back the message that is there; after that only the message itself tells.
            var message = replies.WritePost(reply, key) with { Nonce = key, EnforceNonce = true };
            var posted = await rest.PostMessageAsync(conversation, message, stop);
            return new PostResult(posted.Id, null, MayBeTriedAgain: false);
        }
        catch (DiscordException e)
        {
            return new PostResult(null, PostProblem.SentenceFor(e, conversation), e.IsPassing);
        }
    }

    /// <summary>Among the newest messages of the channel, by the key that it ends with.</summary>
    private async Task<DiscordMessage?> FindAsync(string channel, string key, CancellationToken stop) =>
        (await rest.GetNewestMessagesAsync(channel, stop)).FirstOrDefault(message => message.Author?.Bot == true
            && (message.Embeds ?? []).Select(embed => embed.Description).Prepend(message.Content).Any(text => text?.EndsWith(DiscordReply.KeyLine(key), StringComparison.Ordinal) == true));
}
