using Bot.Text;

namespace Bot.Briefings;

/// <summary>What the log remembers of a briefing: everything but its text, which stands in the text store under its hash.</summary>
/// <param name="File">Path within the folder; <paramref name="Line"/> in it for a record, from 1.</param>
/// <param name="FirstSeen">When the bot first read it; kept through changes, renames, and being gone for a while.</param>
/// <param name="Changed">When its text or metadata last changed.</param>
/// <param name="Gone">When it was found missing; null while it is there.</param>
/// <param name="Revision">Grows over the whole log with every briefing added, changed or gone.</param>
internal sealed record LoggedBriefing(
    BriefingId Id,
    string Collection,
    string File,
    int? Line,
    TextHash Text,
    TextSpan Body,
    string Title,
    DateOnly? Date,
    string? Source,
    string? Author,
    string Language,
    DateTimeOffset FirstSeen,
    DateTimeOffset Changed,
    DateTimeOffset? Gone,
    long Revision)
{
    public bool IsGone => Gone is not null;

    /// <summary>The text before, which the text store keeps too, where the last change was one of its text; else null.</summary>
    public TextBefore? Previous { get; init; }
}

/// <summary>The text of a briefing before it was corrected, and where its body stood.</summary>
/// <param name="Since">When it came, or what the briefing says of itself last changed; null where the log did not note that yet.</param>
internal sealed record TextBefore(TextHash Text, TextSpan Body, DateTimeOffset? Since);

/// <summary>A step of the log; with the briefing itself when it was just read, null when it is gone.</summary>
internal readonly record struct BriefingChange(LoggedBriefing Logged, Briefing? Briefing);

/// <summary>What the log knows of a file: enough to tell that it need not be read again.</summary>
/// <param name="Modified">Last write time, UTC ticks.</param>
/// <param name="Content">SHA-256 of its bytes, in hex; empty when it changed while it was read.</param>
/// <param name="Settled">False when it was written so shortly before it was read that a later write may bear the same time.</param>
internal readonly record struct LoggedFile(string Path, long Size, long Modified, string Content, bool Settled);
