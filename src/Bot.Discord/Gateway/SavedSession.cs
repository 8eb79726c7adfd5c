using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Briefings;
using Bot.Discord.Wire;

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
        var saved = new SessionNote(session.Id!, session.ResumeUrl!, session.Sequence!.Value, identity.Application, identity.User, KeyOf(options));
        notes.Write(Note, JsonSerializer.Serialize(saved, DiscordJson.Default.SessionNote), Kept);
    }

    /// <summary>Takes what was saved, so that nobody else does.</summary>
    public static void TakeInto(PlatformNotes notes, GatewaySession session, DiscordOptions options)
    {
        if (notes.Read(Note) is not { } json) return;
        notes.Write(Note, "", Over);
        if (JsonSerializer.Deserialize(json, DiscordJson.Default.SessionNote) is { } saved && saved.Key == KeyOf(options))
        {
            session.Begin(saved.Id, saved.ResumeUrl, new GatewayIdentity(saved.Application, saved.User), saved.Sequence);
        }
    }

    /// <summary>Of another token, or at another address, nothing can be resumed.</summary>
    private static string KeyOf(DiscordOptions options) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Token} {options.ApiUrl}")))[..16];
}

/// <param name="Key">Tells the settings it was begun with.</param>
internal sealed record SessionNote(string Id, string ResumeUrl, long Sequence, string Application, string User, string Key);
