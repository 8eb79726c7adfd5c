namespace Bot.Tests;

/// <summary>The seed article, as it lies in seeds/.</summary>
internal static class Seed
{
    public static string Folder { get; } = Path.Combine(Repository, "seeds");

    public static string Text { get; } = File.ReadAllText(Directory.GetFiles(Folder, "*.txt").Single());

    /// <summary>The project's root: the nearest folder above the tests that holds Bot.sln.</summary>
    public static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln"))) folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository: no Bot.sln above " + AppContext.BaseDirectory);
        }
    }
}
