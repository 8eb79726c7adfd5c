namespace Bot.Briefings;

/// <summary>
/// Collects what a sweep reads and writes it in portions: first the texts, then one transaction of the log, then the caller is told. So
/// the log never names a text that is not stored, and the caller never hears of what is not logged.
/// </summary>
internal sealed class SweepBatch(
    BriefingLog log, TextStore texts, Action<IReadOnlyList<BriefingChange>> onBatch, Action<BriefingWarning> onWarning)
{
    private const int MostBriefings = 500;
    private const int MostCharacters = 4 * 1024 * 1024;
    private const int MostSteps = 4 * MostBriefings;

    private readonly List<Action<BriefingLogWriter, List<BriefingChange>>> steps = [];
    private readonly List<Briefing> briefings = [];
    private FileReading? unfinished;
    private int characters;

    /// <summary>Briefings written so far, and those found gone.</summary>
    public int Written { get; private set; }

    public int Gone { get; private set; }

    public void Begin(FileReading file)
    {
        unfinished = file;
        steps.Add((writer, _) => writer.RemoveWarnings(file.Path));
    }

    public void Add(FileReading file, Briefing briefing, int? line, DateTimeOffset now)
    {
        briefings.Add(briefing);
        characters += briefing.Text.Length;
        Step((writer, changes) =>
        {
            if (writer.Put(file, briefing, line, now) is { } change) changes.Add(change);
        });
    }

    /// <param name="state">Null when the file could not be read to its end: it is tried again, and what it held before stays.</param>
    public void Finish(FileReading file, LoggedFile? state, DateTimeOffset now)
    {
        unfinished = null;
        Step((writer, changes) =>
        {
            if (state is { } its) changes.AddRange(writer.Finish(file, its, now));
            file.CloseWarnings();
            Write(writer, file);
        });
    }

    public void RemoveFile(string path, SweepState sweep, DateTimeOffset now) =>
        Step((writer, changes) => changes.AddRange(writer.RemoveFile(path, sweep, now)));

    public void SaveFile(LoggedFile file) => Step((writer, _) => writer.SaveFile(file));

    /// <summary>Writes what has been collected.</summary>
    public void Commit()
    {
        if (steps.Count == 0) return;
        foreach (var briefing in briefings) texts.Add(briefing.Hash, briefing.Text);
        // To the disk: after a power failure the log may be a moment behind its texts, never before them.
        if (briefings.Count > 0) texts.Flush(toDisk: true);
        var changes = log.Write(writer =>
        {
            var written = new List<BriefingChange>();
            foreach (var step in steps) step(writer, written);
            if (unfinished is not null)
            {
                Write(writer, unfinished);
                writer.SaveFile(new LoggedFile(unfinished.Path, Size: -1, Modified: 0, Content: "", Settled: false));
            }

            return written;
        });
        steps.Clear();
        briefings.Clear();
        characters = 0;
        Gone += changes.Count(change => change.Logged.IsGone);
        Written += changes.Count(change => !change.Logged.IsGone);
        if (changes.Count > 0) onBatch(changes);
    }

    private void Step(Action<BriefingLogWriter, List<BriefingChange>> step)
    {
        steps.Add(step);
        if (briefings.Count >= MostBriefings || characters >= MostCharacters || steps.Count >= MostSteps) Commit();
    }

    private void Write(BriefingLogWriter writer, FileReading file)
    {
        foreach (var warning in file.Warnings)
        {
            writer.Warn(warning);
            onWarning(warning);
        }

        file.Warnings.Clear();
    }
}
