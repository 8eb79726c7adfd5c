using Bot.Briefings;
using Bot.Briefings.Storing;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>The lines of buttons whose ids are too short for them, for 30 days since they were last shown.</summary>
internal sealed partial class StoredLines(PlatformNotes notes, ILogger<StoredLines> logger)
{
    private const string Prefix = "discord.line.";

    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    /// <returns>False when it cannot be kept for now: an answer without a button is better than none.</returns>
    public bool Keep(string key, string line)
    {
        try
        {
            notes.Write(Prefix + key, line, Retention);
            return true;
        }
        catch (StateException e)
        {
            LogNotKept(e);
            return false;
        }
    }

    public string? Find(string key) => notes.Read(Prefix + key);

    [LoggerMessage(LogLevel.Warning, "What a button asks could not be kept; the message goes without it")]
    private partial void LogNotKept(Exception error);
}
