using System.Globalization;
using System.Text.Json;

namespace Bot.Discord.Wire;

/// <summary>What somebody did: gave a command, typed in one, pressed a button. Ids are snowflakes, as strings.</summary>
internal sealed record Interaction(
    string Id,
    string ApplicationId,
    int Type,
    string Token,
    InteractionData? Data = null,
    string? GuildId = null,
    string? ChannelId = null,
    InteractionMember? Member = null,
    DiscordUser? User = null,
    DiscordMessage? Message = null)
{
    /// <summary>Who did it: in a server a member, in a direct message a user.</summary>
    public string? Asker => Member?.User?.Id ?? User?.Id;
}

/// <param name="Name">The command's name.</param>
/// <param name="Type">Of the command: <see cref="CommandType"/>.</param>
/// <param name="CustomId">Of the button that was pressed.</param>
/// <param name="TargetId">The message that a message command is about.</param>
internal sealed record InteractionData(
    string? Name = null,
    int? Type = null,
    IReadOnlyList<InteractionOption>? Options = null,
    string? CustomId = null,
    string? TargetId = null,
    ResolvedData? Resolved = null);

/// <param name="Options">Of a subcommand.</param>
internal sealed record InteractionOption(string Name, int Type, JsonElement Value = default, bool Focused = false, IReadOnlyList<InteractionOption>? Options = null)
{
    /// <summary>The value as somebody typed it.</summary>
    public string Text => Value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => Value.GetString() ?? "",
        _ => Value.GetRawText(),
    };
}

internal sealed record ResolvedData(IReadOnlyDictionary<string, DiscordMessage>? Messages = null);

/// <param name="Permissions">In the channel, as a number of bits in decimal.</param>
internal sealed record InteractionMember(DiscordUser? User = null, string? Permissions = null)
{
    /// <summary>Whether they may decide what is posted in the channel.</summary>
    public bool MayManageChannel => ulong.TryParse(Permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
        && (bits & (Permission.Administrator | Permission.ManageChannels | Permission.ManageGuild)) != 0;
}

internal sealed record DiscordUser(string Id, string? Username = null, bool? Bot = null);

/// <param name="InteractionMetadata">Whose command the message answers.</param>
/// <param name="ReferencedMessage">The message that it answers; Discord sends one with a press and with what is new, not what that answers in turn.</param>
/// <param name="WebhookId">Of whatever posts by itself.</param>
internal sealed record DiscordMessage(
    string Id,
    string? ChannelId = null,
    string? Content = null,
    int? Flags = null,
    InteractionMetadata? InteractionMetadata = null,
    DiscordUser? Author = null,
    DiscordMessage? ReferencedMessage = null,
    string? WebhookId = null,
    string? GuildId = null,
    IReadOnlyList<Embed>? Embeds = null);

internal sealed record InteractionMetadata(DiscordUser? User = null);
