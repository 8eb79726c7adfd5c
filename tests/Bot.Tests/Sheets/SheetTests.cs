namespace Bot.Tests.Sheets;

public class SheetTests
{
    public static IEnumerable<TheoryDataRow<string>> Sheets() =>
        Directory.GetFiles(Sheet.Folder, "*.md").Select(file => new TheoryDataRow<string>(Path.GetFileName(file)));

    /// <summary>Every example of a sheet is checked, and all that do not hold are told together.</summary>
    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Every_example_of_the_sheet_holds(string name)
    {
        var sheet = Sheet.Read(Path.Combine(Sheet.Folder, name));
        Assert.NotEmpty(sheet.Examples);
        var folder = WriteBriefings(sheet);
        try
        {
            await using var bot = await TestBot.OverAsync(folder ?? Seed.Folder);

            var failures = sheet.Examples.SelectMany(example => SheetCheck.Failures(example, bot.Ask(example.Ask))).ToList();

            Assert.True(failures.Count == 0, string.Join("\n", failures));
        }
        finally
        {
            if (folder is not null) Directory.Delete(folder, recursive: true);
        }
    }

    private static string? WriteBriefings(Sheet sheet)
    {
        if (sheet.Briefings.Count == 0) return null;
        var folder = Directory.CreateTempSubdirectory("bot-sheet-").FullName;
        foreach (var (name, text) in sheet.Briefings) File.WriteAllText(Path.Combine(folder, name), text);
        return folder;
    }
}
