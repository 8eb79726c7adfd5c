namespace Bot.Briefings;

/// <summary>Where links in a path lead.</summary>
internal static class Links
{
    /// <summary>As many as the system itself follows.</summary>
    private const int MostLinks = 40;

    /// <summary>The path with every link in it resolved; null when one leads nowhere or in a circle.</summary>
    public static string? RealPath(string path)
    {
        var left = new Stack<string>();
        Push(path);
        var real = Path.GetPathRoot(path) ?? "/";
        for (var links = 0; left.TryPop(out var name);)
        {
            var next = Path.GetFullPath(Path.Combine(real, name));
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (entry.LinkTarget is not { } target)
            {
                if (!entry.Exists) return null;
                real = next;
                continue;
            }

            if (++links > MostLinks) return null;
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(target)!;
            Push(target);
        }

        return real;

        void Push(string parts)
        {
            foreach (var part in parts[(Path.GetPathRoot(parts)?.Length ?? 0)..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
                left.Push(part);
        }
    }
}
