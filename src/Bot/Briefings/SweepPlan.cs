namespace Bot.Briefings;

/// <summary>The folder as it is against the folder as the log knows it: what is to be read, and what is gone.</summary>
internal sealed class SweepPlan
{
    /// <summary>A write time this near to the moment of reading may be shared by a later write (FAT counts in 2 s).</summary>
    private static readonly TimeSpan ClockGrain = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, LoggedFile> known;
    private readonly IReadOnlySet<string> lackingText;

    /// <summary>Missing files by content, as long as one of their size is to be read.</summary>
    private readonly Dictionary<string, string> renames = new(StringComparer.Ordinal);

    private SweepPlan(Dictionary<string, LoggedFile> known, Dictionary<string, FoundFile> found, IReadOnlySet<string> lackingText, HashSet<string> missing)
    {
        this.known = known;
        this.lackingText = lackingText;
        State = new SweepState(missing);
        Files = [.. found.Values.OrderBy(file => SweepState.HoldsRecords(file.Path)).ThenBy(file => file.Path, StringComparer.Ordinal)];
        var sizes = Files.Where(MustRead).Select(file => file.Size).ToHashSet();
        foreach (var path in missing.Order(StringComparer.Ordinal))
        {
            var its = known[path];
            if (!sizes.Contains(its.Size)) GoneAtOnce.Add(path);
            else
            {
                GoneAtLast.Add(path);
                renames.TryAdd(its.Content, path);
            }
        }
    }

    public SweepState State { get; }

    /// <summary>Every readable file, in the order in which they get their ids.</summary>
    public IReadOnlyList<FoundFile> Files { get; }

    public List<string> GoneAtOnce { get; } = [];

    /// <summary>Missing files that may have been renamed: they stay until the files of their size have been read.</summary>
    public List<string> GoneAtLast { get; } = [];

    public static SweepPlan Of(FolderListing listing, IReadOnlyList<LoggedFile> logged, IReadOnlySet<string> lackingText)
    {
        var known = logged.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var found = listing.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var missing = known.Keys
            .Where(path => !found.ContainsKey(path) && !listing.Unlisted.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            .ToHashSet(StringComparer.Ordinal);
        return new SweepPlan(known, found, lackingText, missing);
    }

    public bool MustRead(FoundFile file) =>
        !known.TryGetValue(file.Path, out var its) || its.Size != file.Size || its.Modified != file.Modified || !its.Settled
        || lackingText.Contains(file.Path) || State.ReadAgain.Contains(file.Path);

    /// <summary>True when its content is what was read before, and nothing else wants it read again.</summary>
    public bool IsTouchedOnly(FoundFile file, string content) =>
        known.TryGetValue(file.Path, out var its) && its.Size >= 0 && its.Content == content
        && !lackingText.Contains(file.Path) && !State.ReadAgain.Remove(file.Path);

    /// <summary>False when it was written so shortly ago that a later write may bear the same time.</summary>
    public static bool IsSettled(FoundFile file, DateTimeOffset now) => file.Modified < (now - ClockGrain).UtcTicks;

    public string? RenamedFrom(FoundFile file, string content) => known.ContainsKey(file.Path) ? null : renames.GetValueOrDefault(content);

    /// <summary>The files that have become to be read again since.</summary>
    public IReadOnlyList<FoundFile> TakeReadAgain()
    {
        FoundFile[] again = [.. Files.Where(file => State.ReadAgain.Contains(file.Path))];
        // Known no longer as it was: their content counts as changed.
        foreach (var file in again) known.Remove(file.Path);
        State.ReadAgain.Clear();
        return again;
    }
}
