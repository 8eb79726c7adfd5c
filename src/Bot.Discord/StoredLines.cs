using Bot.Briefings;

namespace Bot.Discord;

/// <summary>The lines of buttons whose ids are too short for them, for 30 days since they were last shown.</summary>
internal sealed class StoredLines(PlatformNotes notes)
{
    private const string Prefix = "discord.line.";

    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    public void Keep(string key, string line) => notes.Write(Prefix + key, line, Retention);

    public string? Find(string key) => notes.Read(Prefix + key);
}
