using Bot.Briefings.Storing;
using Bot.Text;
using Microsoft.Data.Sqlite;

namespace Bot.Briefings;

/// <summary>
/// Writes what a sweep found into the log, within one transaction. It also gives each briefing its id: what it calls itself, or, when
/// another has that id already, with the file's path before it.
/// </summary>
internal sealed class BriefingLogWriter(SqliteConnection connection) : IDisposable
{
    private readonly BriefingRows rows = new(connection);
    private readonly FileRows files = new(connection);

    /// <summary>Writes a briefing that was just read; null when the log has it just so already.</summary>
    /// <param name="line">Where the record stands in its file; null when the file is the briefing.</param>
    public BriefingChange? Put(FileReading file, Briefing briefing, int? line, DateTimeOffset now)
    {
        file.Left ??= rows.OfFile(file.Path);
        var (id, row) = TakeId(file, briefing.Id.Value, line);
        if (row is not null) file.Left.Remove(row.Row);
        if (row is { Logged.IsGone: false } && IsSame(row.Logged, briefing))
        {
            if (row.Logged.File != file.Path || row.Logged.Line != line || row.Given != briefing.Id.Value)
                rows.Move(row.Row, file.Path, line, briefing.Id.Value);
            return null;
        }

        var firstSeen = row?.Logged.FirstSeen ?? (file.RenamedFrom is { } old ? rows.FirstSeen(old, line) : null) ?? now;
        var logged = new LoggedBriefing(
            new BriefingId(id), Chat.Scope.MainCollection, file.Path, line, briefing.Hash, briefing.Body, briefing.Title, briefing.Date,
            briefing.Source, briefing.Author, briefing.Language, firstSeen, now, Gone: null, rows.NextRevision())
        {
            Previous = PreviousOf(row?.Logged, briefing),
        };
        rows.Save(row?.Row, logged, briefing.Id.Value);
        return new BriefingChange(logged, briefing with { Id = logged.Id });
    }

    /// <summary>What was lost and read again was not corrected. A file that is written anew is gone for a moment, and comes back corrected.</summary>
    private static TextBefore? PreviousOf(LoggedBriefing? before, Briefing briefing) =>
        before is null || before.Text == briefing.Hash || before.Text.Hex.All(digit => digit == '0') ? null : new TextBefore(before.Text, before.Body, before.Changed);

    /// <summary>The whole file has been read: what was not met again is gone.</summary>
    public IReadOnlyList<BriefingChange> Finish(FileReading file, LoggedFile state, DateTimeOffset now)
    {
        file.Sweep.ReadAgain.Remove(file.Path);
        var gone = (file.Left ?? rows.OfFile(file.Path)).Order().Select(row => Remove(row, file.Sweep, now)).ToList();
        files.Save(state);
        return gone;
    }

    /// <summary>The file is no longer there, and so are its briefings.</summary>
    public IReadOnlyList<BriefingChange> RemoveFile(string path, SweepState sweep, DateTimeOffset now)
    {
        var gone = rows.OfFile(path).Order().Select(row => Remove(row, sweep, now)).ToList();
        files.Remove(path);
        files.RemoveWarnings(path);
        return gone;
    }

    /// <summary>
    /// The stored text of a briefing is lost. Its file is read again, however much later that can be, and the briefing counts as changed then.
    /// </summary>
    public void LoseText(LoggedBriefing briefing)
    {
        rows.LoseText(briefing.Id.Value);
        files.Forget(briefing.File);
    }

    /// <summary>That is no change of the briefing, and no revision.</summary>
    public void SeeEarlier(BriefingId id, DateTimeOffset instant) => rows.SeeEarlier(id.Value, instant);

    public void SaveFile(LoggedFile file) => files.Save(file);

    public void RemoveWarnings(string path) => files.RemoveWarnings(path);

    public void Warn(BriefingWarning warning) => files.Warn(warning, FileRows.WhenRead);

    /// <summary>Puts the warnings of a look at the folder in place of those of the last look, and says which are new.</summary>
    public IReadOnlyList<BriefingWarning> ReplaceFolderWarnings(IReadOnlyCollection<BriefingWarning> warnings)
    {
        var before = files.FolderWarnings().ToHashSet();
        if (before.SetEquals(warnings)) return [];
        files.RemoveFolderWarnings();
        foreach (var warning in warnings) files.Warn(warning, FileRows.WhenListed);
        return [.. warnings.Where(warning => !before.Contains(warning))];
    }

    public void Dispose()
    {
        rows.Dispose();
        files.Dispose();
    }

    private BriefingChange Remove(long row, SweepState sweep, DateTimeOffset now)
    {
        var gone = rows.MarkGone(row, now);
        // Whoever had to take a longer name because of this one can have its own now.
        foreach (var path in rows.FilesGiving(gone.Id.Value)) ReadAgain(path, sweep);
        return new BriefingChange(gone, null);
    }

    private void ReadAgain(string path, SweepState sweep)
    {
        if (sweep.ReadAgain.Add(path)) files.Forget(path);
    }

    /// <summary>
    /// The id for a briefing that calls itself <paramref name="given"/>, and the row that has it. Who comes first by
    /// <see cref="SweepState.Order"/> keeps the short id, whichever file was read first.
    /// </summary>
    private (string Id, BriefingRow? Row) TakeId(FileReading file, string given, int? line)
    {
        var twice = !file.Given.Add(given);
        var id = given;
        for (var attempt = twice ? 1 : 0; ; attempt++)
        {
            if (attempt > 0) id = attempt == 1 && !twice ? $"{file.Path}/{given}" : attempt <= 2 ? $"{file.Path}/{given}#{line}" : $"{id}#{line}";
            var row = rows.Find(id);
            if (row is null || row.Logged.IsGone || file.Left!.Contains(row.Row) || file.Sweep.IsMissing(row.Logged.File)) return Named(row);
            if (row.Logged.File == file.Path || file.Sweep.Order.Compare(row.Logged.File, file.Path) < 0) continue;
            ReadAgain(row.Logged.File, file.Sweep);
            return Named(row);
        }

        (string, BriefingRow?) Named(BriefingRow? row)
        {
            if (id != given) file.Warn(line, $"has the id \"{given}\" of another briefing and is called \"{id}\"");
            return (id, row);
        }
    }

    private static bool IsSame(LoggedBriefing logged, Briefing briefing) =>
        logged.Text == briefing.Hash && logged.Body == briefing.Body && logged.Title == briefing.Title && logged.Date == briefing.Date
        && logged.Source == briefing.Source && logged.Author == briefing.Author && logged.Language == briefing.Language;
}
