using System.Text.RegularExpressions;

namespace Bot.Tests;

/// <summary>The sentences of ARCHITECTURE.md that no compiler keeps.</summary>
public partial class ArchitectureTests
{
    /// <summary>The core's folders in the order of the data flow: each uses only those above it.</summary>
    private static readonly string[] Folders =
        ["Text", "Chat", "Times", "Mentions", "Quotes", "Briefings", "Passages", "Questions", "Indexing", "People", "Answers", "State", "Subscriptions", "Digests", "Watches", "Askers"];

    [Fact]
    public void The_core_has_just_the_folders_of_the_data_flow() => Assert.Equal(
        Folders.Order(),
        Directory.GetDirectories(Path.Combine(Seed.Repository, "src", "Bot")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")).Order());

    [Fact]
    public void No_folder_of_the_core_looks_downstream() => Assert.Empty(
        from file in Sources("Bot")
        let own = Array.IndexOf(Folders, FolderOf(file))
        where own >= 0
        from use in UsingPattern().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
        where Array.IndexOf(Folders, use) > own
        select $"{FolderOf(file)}/{Path.GetFileName(file)} uses Bot.{use}");

    [Fact]
    public void Chat_uses_Text_only() => Assert.Empty(
        from file in Sources("Bot")
        where FolderOf(file) == "Chat"
        from use in UsingPattern().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
        where use is not ("Text" or "Chat")
        select $"{Path.GetFileName(file)} uses Bot.{use}");

    [Fact]
    public void Only_Indexing_names_Lucene() => Assert.Empty(
        from file in Sources("Bot").Concat(Sources("Bot.Discord")).Concat(Sources("Bot.App"))
        where FolderOf(file) != "Indexing" && LucenePattern().IsMatch(File.ReadAllText(file))
        select file);

    [Theory]
    [InlineData("Microsoft.Data.Sqlite", "Briefings")]
    [InlineData("Npgsql", "State")]
    public void Each_database_is_named_in_one_folder(string database, string folder) => Assert.Equal(
        [folder],
        (from file in Sources("Bot").Concat(Sources("Bot.Discord")).Concat(Sources("Bot.App"))
         where Regex.IsMatch(File.ReadAllText(file), $@"^\s*(?:global )?using (?:static |\w+ = )?{Regex.Escape(database)}", RegexOptions.Multiline)
         select FolderOf(file)).Distinct());

    [Fact]
    public void No_file_is_longer_than_300_lines() => Assert.Empty(
        from file in Sources("Bot").Concat(Sources("Bot.Discord")).Concat(Sources("Bot.App"))
        let lines = File.ReadLines(file).Count()
        where lines > 300
        select $"{file}: {lines}");

    private static IEnumerable<string> Sources(string project) =>
        from file in Directory.EnumerateFiles(Path.Combine(Seed.Repository, "src", project), "*.cs", SearchOption.AllDirectories)
        let inside = Path.GetRelativePath(Path.Combine(Seed.Repository, "src", project), file).Split(Path.DirectorySeparatorChar)[0]
        where inside is not ("bin" or "obj")
        select file;

    private static string FolderOf(string file) =>
        Path.GetRelativePath(Path.Combine(Seed.Repository, "src", "Bot"), file).Split(Path.DirectorySeparatorChar)[0];

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?Bot\.([A-Za-z]+)", RegexOptions.Multiline)]
    private static partial Regex UsingPattern();

    [GeneratedRegex(@"^\s*(?:global )?using (?:static |\w+ = )?Lucene", RegexOptions.Multiline)]
    private static partial Regex LucenePattern();
}
