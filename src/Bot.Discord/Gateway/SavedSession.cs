using System.Text.Json;
using Bot.Briefings;
using Bot.Discord.Wire;
using Bot.Text;

namespace Bot.Discord.Gateway;

/// <summary>
/// A session over a planned restart: Discord keeps it some minutes when it was closed with a code of ours, and sends what was missed. A bot that was killed begins
/// anew.
/// </summary>
internal static class SavedSession
{
    private const string Note = "discord.session";

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(3), Over = TimeSpan.Zero;

    public static void Write(PlatformNotes notes, GatewaySession session, DiscordOptions options)
    {
        if (session is not { CanResume: true, Identity: { } identity }) return;
        var saved = new SessionNote(session.Id!, session.ResumeUrl!, session.Sequence!.Value, identity.Application, identity.User, KeyOf(options), session.Turn);
        notes.Write(Note, JsonSerializer.Serialize(saved, DiscordJson.Default.SessionNote), Kept);
    }

    /// <summary>Takes what was saved, so that nobody else does.</summary>
    public static void TakeInto(PlatformNotes notes, GatewaySession session, DiscordOptions options)
    {
        if (notes.Read(Note) is not { Length: > 0 } json) return;
        notes.Write(Note, "", Over);
        if (JsonSerializer.Deserialize(json, DiscordJson.Default.SessionNote) is { } saved && saved.Key == KeyOf(options))
        {
            session.Begin(saved.Id, saved.ResumeUrl, new GatewayIdentity(saved.Application, saved.User), saved.Sequence);
            session.Turn = saved.Turn;
        }
    }

    /// <summary>Of another token, or at another address, nothing can be resumed.</summary>
    private static string KeyOf(DiscordOptions options) => TextHash.Of($"{options.Token} {options.ApiUrl}").Hex[..16];
}

/// <param name="Key">Tells the settings it was begun with.</param>
/// <param name="Turn">Of the replica; null for a bot alone.</param>
internal sealed record SessionNote(string Id, string ResumeUrl, long Sequence, string Application, string User, string Key, long? Turn = null);
