using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Discord.Wire;

namespace Bot.Discord;

/// <summary>What somebody needs who puts the bot into a server.</summary>
public static class DiscordSetup
{
    /// <summary>
    /// What posts and answers to mentions take (discord.com/developers/docs/topics/permissions); without Read Message History no message can be answered.
    /// </summary>
    private static readonly (string Name, long Bit)[] Permissions =
    [
        ("View Channels", 1L << 10), ("Send Messages", 1L << 11), ("Embed Links", 1L << 14), ("Read Message History", 1L << 16), ("Send Messages in Threads", 1L << 38),
    ];

    private const long Administrator = 1L << 3;

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
        return id is null ? null : $"https://discord.com/oauth2/authorize?client_id={id}&scope=bot+applications.commands&permissions={Permissions.Sum(permission => permission.Bit)}";
    }

    /// <summary>What is wrong with the settings, before Discord is asked; null when nothing is.</summary>
    public static string? Problem(DiscordOptions options) => new DiscordOptionsRules().Validate(null, options).FailureMessage;

    /// <summary>The names of the permissions that the bot needs and has not.</summary>
    /// <param name="granted">In a server, as Discord gives it: a number as text.</param>
    internal static IReadOnlyList<string> Lacking(string? granted) =>
        !long.TryParse(granted, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || (bits & Administrator) != 0
            ? []
            : [.. Permissions.Where(permission => (bits & permission.Bit) == 0).Select(permission => permission.Name)];

    private static string? IdIn(string token)
    {
        var head = token.Split('.')[0].TrimEnd('=');
        if (head.Length == 0 || !Base64Url.IsValid(head)) return null;
        var id = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(head));
        return DiscordOptionsRules.IsId(id) ? id : null;
    }
}
