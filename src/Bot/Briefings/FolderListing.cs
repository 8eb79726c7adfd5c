using Bot.Briefings.Reading;

namespace Bot.Briefings;

/// <summary>A file that a reader can read.</summary>
/// <param name="Path">Within the folder, with '/'.</param>
/// <param name="Modified">Last write time, UTC ticks.</param>
internal readonly record struct FoundFile(string Path, string FullPath, long Size, long Modified);

/// <summary>What stands in the briefings folder now: looked at, not read.</summary>
/// <param name="PassedOver">Hidden files, and files with an ending that no reader reads.</param>
/// <param name="Unlisted">Folders within, as "path/", that could not be looked into: what the log knows of them stays.</param>
internal sealed record FolderListing(
    IReadOnlyList<FoundFile> Files, IReadOnlyList<BriefingWarning> Warnings, int PassedOver, IReadOnlyList<string> Unlisted)
{
    /// <summary>Deeper folders are not looked into: no archive is nested so.</summary>
    private const int MostDepth = 64;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Looks at a folder, or at one file. Null when neither is there.</summary>
    public static FolderListing? Of(string folder, long largestFile)
    {
        var root = Path.GetFullPath(folder);
        if (File.Exists(root))
        {
            var one = new Walk(Path.GetDirectoryName(root)!, largestFile);
            one.Add(new FileInfo(root), Path.GetFileName(root));
            return one.Listing();
        }

        if (!Directory.Exists(root)) return null;
        var walk = new Walk(root, largestFile);
        walk.Folder(new DirectoryInfo(root), "", 0);
        return walk.Listing();
    }

    private sealed class Walk(string root, long largestFile)
    {
        private readonly Lazy<string> realRoot = new(() => Links.RealPath(root) ?? root);
        private readonly List<FoundFile> files = [];
        private readonly List<(string Path, FileInfo File, string Target)> links = [];
        private readonly List<BriefingWarning> warnings = [];
        private readonly List<string> unlisted = [];
        private int passedOver;

        public FolderListing Listing()
        {
            // A link to a file that is read where it stands would show everything twice.
            var listed = files.Select(file => file.FullPath).ToHashSet(StringComparer.Ordinal);
            foreach (var (path, file, target) in links)
            {
                if (listed.Contains(Path.Combine(root, Path.GetRelativePath(realRoot.Value, target)))) passedOver++;
                else if (new FileInfo(target) is { Exists: true } its) Take(path, its);
            }

            return new FolderListing(files, warnings, passedOver, unlisted);
        }

        public void Folder(DirectoryInfo folder, string path, int depth)
        {
            try
            {
                foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
                {
                    var its = path + entry.Name;
                    if (entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden)) passedOver++;
                    else if (entry is FileInfo file) Add(file, its);
                    else if (entry.LinkTarget is not null) Link(entry, its);
                    else if (depth == MostDepth) Warn(its, $"is nested more than {MostDepth} folders deep and is not looked into");
                    else Folder((DirectoryInfo)entry, its + "/", depth + 1);
                }
            }
            catch (DirectoryNotFoundException) when (depth > 0)
            {
                // Deleted since its parent was listed.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unlisted.Add(path);
                warnings.Add(new BriefingWarning(path.Length == 0 ? null : path, null, $"cannot be looked into: {Faults.Of(e)}"));
            }
        }

        public void Add(FileInfo file, string path)
        {
            if (BriefingReaders.For(path) is null) passedOver++;
            else if (path.Contains('\uFFFD')) Warn(path, "has a name that is not valid UTF-8, so it cannot be opened");
            else if (file.LinkTarget is not null) Link(file, path);
            else Take(path, file);
        }

        /// <summary>A link to a folder within is not followed: its files are read where they stand.</summary>
        private void Link(FileSystemInfo link, string path)
        {
            if (Links.RealPath(link.FullName) is not { } target) Warn(path, "is a link that leads nowhere");
            else if (!target.StartsWith(realRoot.Value + Path.DirectorySeparatorChar, StringComparison.Ordinal) && target != realRoot.Value)
                Warn(path, "is a link that leads out of the folder; it is not followed");
            else if (link is FileInfo file) links.Add((path, file, target));
            else passedOver++;
        }

        private void Take(string path, FileInfo file)
        {
            try
            {
                if (file.Length == 0) Warn(path, WholeFile.Empty);
                else if (file.Length > largestFile)
                    Warn(path, $"is {file.Length / 1048576.0:0.0} MB, larger than {largestFile / 1048576} MB (Briefings:LargestFileMegabytes)");
                else files.Add(new FoundFile(path, file.FullName, file.Length, file.LastWriteTimeUtc.Ticks));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Deleted since it was listed; the next sweep knows.
            }
        }

        private void Warn(string path, string reason) => warnings.Add(new BriefingWarning(path, null, reason));
    }
}
