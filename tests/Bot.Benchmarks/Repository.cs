using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks;

/// <summary>The repository that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The native program where <c>dotnet publish</c> leaves it; null when it is not there.</summary>
    public static string? PublishedProgram =>
        Directory.Exists(Path.Combine(Root, "src", "Bot.App", "bin", "Release"))
            ? Directory.EnumerateFiles(Path.Combine(Root, "src", "Bot.App", "bin", "Release"), "Bot.App*", SearchOption.AllDirectories)
                .FirstOrDefault(file => Path.GetFileName(Path.GetDirectoryName(file)) == "publish" && Path.GetExtension(file) is "" or ".exe" && !File.Exists(Path.ChangeExtension(file, ".dll")))
            : null;

    public static string WhenAndWhere() =>
        $"Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd} at commit {Machine.Commit(Root)}: {Machine.Describe()}.";

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run inside the repository: no Bot.sln above " + AppContext.BaseDirectory);
    }
}
