namespace Bot.Briefings;

/// <summary>
/// A data folder belongs to the briefings that it was made from. A bot that read others into it would take all of its own out of the index,
/// and who asked for others beside a running bot would be answered from that bot's.
/// </summary>
internal static class Belonging
{
    /// <summary>Why a data folder cannot be used for these briefings; null when it can: it has none yet, these, or some that were moved or renamed since.</summary>
    /// <param name="own">The real path of the data folder's briefings; null when none was noted.</param>
    public static string? Refusal(string? own, DataOptions data, BriefingsOptions briefings) =>
        own is null || !Path.Exists(own) ? null : RefusalBeside(own, data, briefings);

    /// <summary>The same beside the running bot, which goes on with its own briefings also while they are away.</summary>
    public static string? RefusalBeside(string? own, DataOptions data, BriefingsOptions briefings)
    {
        // A bot of an earlier version notes none. What was noted may have become a link to where it was moved.
        if (own is null || IsSame(Links.RealPath(own) ?? own, briefings.RealFolder)) return null;
        return $"Data:Folder is \"{data.Folder}\", which belongs to the briefings in \"{own}\", and not to those in \"{briefings.RealFolder}\". "
            + "Give these a data folder of their own with --data.";
    }

    private static bool IsSame(string path, string other) => string.Equals(
        path, other, OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
