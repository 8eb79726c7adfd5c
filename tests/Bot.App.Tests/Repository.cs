namespace Bot.App.Tests;

/// <summary>The project's root: the nearest folder above the tests that holds Bot.sln.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    public static string Seeds => Path.Combine(Folder, "seeds");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository: no Bot.sln above " + AppContext.BaseDirectory);
    }
}
