using Bot.Briefings.Reading;

namespace Bot.Briefings;

/// <summary>What one sweep must know across files to give each briefing its id.</summary>
internal sealed class SweepState(IReadOnlySet<string> missing)
{
    /// <summary>Files that are to be read although they have not changed, because an id they want was taken or became free.</summary>
    public HashSet<string> ReadAgain { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that are briefings come before files of records, whose ids then give way to paths; else by path, ordinal.</summary>
    public Comparer<string> Order { get; } = Comparer<string>.Create(static (a, b) =>
        HoldsRecords(a) != HoldsRecords(b) ? (HoldsRecords(a) ? 1 : -1) : string.CompareOrdinal(a, b));

    /// <summary>True for a file of the log that the folder no longer has.</summary>
    public bool IsMissing(string path) => missing.Contains(path);

    public static bool HoldsRecords(string path) => BriefingReaders.For(path)?.ReadsRecords ?? false;
}

/// <summary>One file while it is read, over as many batches as it takes.</summary>
/// <param name="RenamedFrom">The missing file that had the same content; null when there is none.</param>
internal sealed record FileReading(string Path, string? RenamedFrom, SweepState Sweep)
{
    /// <summary>A file that is no .jsonl at all would else fill the log with its lines.</summary>
    private const int MostWarnings = 100;

    private int warnings;

    /// <summary>Rows of its briefings in the log that were not met yet; null before its first one is written.</summary>
    public HashSet<long>? Left { get; set; }

    /// <summary>What its briefings call themselves, so far.</summary>
    public HashSet<string> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>Warnings since they were last taken out.</summary>
    public List<BriefingWarning> Warnings { get; } = [];

    public void Warn(int? line, string reason)
    {
        if (++warnings <= MostWarnings) Warnings.Add(new BriefingWarning(Path, line, reason));
    }

    /// <summary>To be called at the end: says how many warnings were left out.</summary>
    public void CloseWarnings()
    {
        if (warnings > MostWarnings) Warnings.Add(new BriefingWarning(Path, null, $"has {warnings - MostWarnings} more lines like these"));
    }
}
