using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Discord.Wire;

namespace Bot.Discord;

/// <summary>What somebody needs who puts the bot into a server.</summary>
public static class DiscordSetup
{
    /// <summary>
    /// View Channels, Send Messages, Embed Links, Read Message History (without it no message can be answered), Send Messages in Threads
    /// (discord.com/developers/docs/topics/permissions).
    /// </summary>
    private const long Permissions = (1L << 10) | (1L << 11) | (1L << 14) | (1L << 16) | (1L << 38);

    /// <summary>The commands as they would be registered, as indented JSON.</summary>
    public static string CommandsAsJson()
    {
        var readable = new DiscordJson(new JsonSerializerOptions(DiscordJson.Default.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return JsonSerializer.Serialize(DiscordCommands.All, readable.IReadOnlyListCommandBody);
    }

    /// <summary>
    /// The link that puts the bot into a server, with the scopes and permissions that it needs and no others; null where neither the application's id nor a
    /// token, which begins with it, is set.
    /// </summary>
    public static string? InviteLink(DiscordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var id = options.ApplicationId.Length > 0 ? options.ApplicationId : IdIn(options.Token);
        return id is null ? null : $"https://discord.com/oauth2/authorize?client_id={id}&scope=bot+applications.commands&permissions={Permissions}";
    }

    private static string? IdIn(string token)
    {
        var head = token.Split('.')[0].TrimEnd('=');
        if (head.Length == 0 || !Base64Url.IsValid(head)) return null;
        var id = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(head));
        return DiscordOptionsRules.IsId(id) ? id : null;
    }
}
