namespace Bot.Briefings;

/// <summary>
/// A data folder belongs to the briefings that it was made from. A bot that read others into it would take all of its own out of the index,
/// and who asked for others beside a running bot would be answered from that bot's. Briefings that were moved or renamed are told by what
/// is in their files: that they are no longer where they were tells nothing, for they may lie on a disk that is not mounted.
/// </summary>
internal static class Belonging
{
    /// <summary>So many files are compared, each read only where one of its size stands in its place: quick in any corpus.</summary>
    private const int MostCompared = 16;

    /// <summary>
    /// Why a data folder cannot be used for these briefings; null when it can: it has none yet, or these, perhaps from before they were moved.
    /// </summary>
    /// <param name="own">The real path of the data folder's briefings; null when none was noted.</param>
    /// <param name="someFiles">What is known of so many of their files, or of all when there are fewer.</param>
    public static string? Refusal(
        string? own, Func<int, IReadOnlyList<LoggedFile>> someFiles, DataOptions data, BriefingsOptions briefings)
    {
        if (IsOf(own, briefings)) return null;
        if (!IsAway(own!)) return $"{BelongsTo(own!, data, briefings)} {OwnFolder}.";
        if (IsMostlyIn(briefings.RealFolder, someFiles(MostCompared))) return null;
        return $"{BelongsTo(own!, data, briefings)} Its own are not there at the moment (a disk that is not mounted, perhaps), and these are others. "
            + $"{OwnFolder}; or, if they have taken the place of its own for good, move \"{data.Folder}\" away, and it is made anew.";
    }

    /// <summary>The same beside the running bot, which goes on with its own briefings also while they are away.</summary>
    public static string? RefusalBeside(string? own, DataOptions data, BriefingsOptions briefings) =>
        IsOf(own, briefings) ? null : $"{BelongsTo(own!, data, briefings)} {OwnFolder}.";

    private const string OwnFolder = "Give these a data folder of their own with --data";

    private static string BelongsTo(string own, DataOptions data, BriefingsOptions briefings) =>
        $"Data:Folder is \"{data.Folder}\", which belongs to the briefings in \"{own}\", and not to those in \"{briefings.RealFolder}\".";

    // A bot of an earlier version notes none. What was noted may have become a link to where it was moved.
    private static bool IsOf(string? own, BriefingsOptions briefings) => own is null || string.Equals(
        Links.RealPath(own) ?? own, briefings.RealFolder,
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>False also where nobody may look: <see cref="Path.Exists"/> would say that nothing is there.</summary>
    private static bool IsAway(string path)
    {
        try
        {
            _ = File.GetAttributes(path);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>True when most of the files stand there with the same content, or when there are none that could be lost.</summary>
    private static bool IsMostlyIn(string briefings, IReadOnlyList<LoggedFile> files)
    {
        // The one file of a corpus may have been renamed itself.
        string? PathOf(LoggedFile file) => !File.Exists(briefings) ? Path.Combine(briefings, file.Path) : files.Count == 1 ? briefings : null;
        var same = files.Count(file => PathOf(file) is { } path && IsSame(path, file));
        return files.Count == 0 || same * 2 > files.Count;
    }

    private static bool IsSame(string path, LoggedFile logged)
    {
        if (new FileInfo(path) is not { Exists: true } found || found.Length != logged.Size) return false;
        using var file = BriefingFile.Open(path, File.OpenRead, out _);
        return file?.Content == logged.Content;
    }
}
