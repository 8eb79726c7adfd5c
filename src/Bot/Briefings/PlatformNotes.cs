using Bot.Briefings.Storing;

namespace Bot.Briefings;

/// <summary>
/// What platforms remember across restarts, in state.db: a value under a name, for good or for some days. Only the bot that owns the data folder writes.
/// Thread-safe.
/// </summary>
public sealed class PlatformNotes
{
    private readonly BriefingLog log;
    private readonly TimeProvider time;

    internal PlatformNotes(BriefingLog log, TimeProvider time) => (this.log, this.time) = (log, time);

    /// <summary>Null where nothing was written, or not lately enough.</summary>
    /// <exception cref="StateException">The state cannot be read for now.</exception>
    public string? Read(string name) => log.Note(name, time.GetUtcNow());

    /// <param name="keptFor">Null: for good.</param>
    /// <exception cref="StateException">The state cannot be written for now.</exception>
    public void Write(string name, string value, TimeSpan? keptFor = null) => log.WriteNote(name, value, keptFor is { } span ? time.GetUtcNow() + span : null, time.GetUtcNow());
}
