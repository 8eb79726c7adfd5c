using System.Text.RegularExpressions;
using Bot.App.CommandLine;

namespace Bot.App.Tests.CommandLine;

public class CheckTests
{
    [Fact]
    public async Task Each_setting_is_told_with_where_it_comes_from()
    {
        using var program = new TheProgram();
        Directory.CreateDirectory(Path.Combine(program.Folder, "cables"));
        program.Write("appsettings.json", """{ /* a comment */ "Terminal": { "History": false } }""");
        program.Environment["Data__Folder"] = "memory";
        var ended = await program.RunAsync("", "check", "--briefings", "cables");
        Assert.Contains("Terminal:History = False   [appsettings.json]", ended.Output);
        Assert.Contains("Data:Folder = memory   [environment]", ended.Output);
        Assert.Contains("Briefings:Folder = cables   [command line]", ended.Output);
        Assert.Contains("All is well", ended.Output);
        Assert.Equal(0, ended.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(program.Folder, "memory"))); // it writes nothing
    }

    [Fact]
    public async Task A_missing_briefings_folder_is_wrong_and_what_to_do_is_said()
    {
        using var program = new TheProgram();
        var ended = await program.RunAsync("", "check");
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("wrong:", ended.Output);
        Assert.Contains("Briefings:Folder", ended.Output);
        Assert.Contains("seeds", ended.Output);
    }

    [Fact]
    public async Task A_mistyped_setting_is_warned_of_with_the_one_that_was_meant()
    {
        using var program = new TheProgram();
        Directory.CreateDirectory(Path.Combine(program.Folder, "seeds"));
        program.Write("appsettings.json", """{ "Briefing": { "Folder": "cables" } }""");
        var ended = await program.RunAsync("", "check");
        Assert.Contains("warning: appsettings.json sets Briefing:Folder, which nothing reads. Did you mean Briefings:Folder?", ended.Output);
        Assert.Equal(0, ended.ExitCode);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_json_is_one_sentence()
    {
        using var program = new TheProgram();
        program.Write("appsettings.json", "{ \"Data\": ");
        var ended = await program.RunAsync("", "check");
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("appsettings.json cannot be read", ended.Errors);
        Assert.DoesNotContain("   at ", ended.Errors);
    }

    [Fact]
    public void The_example_and_the_readme_explain_each_setting()
    {
        var example = File.ReadAllText(Path.Combine(Repository.Folder, "appsettings.example.json"));
        var readme = File.ReadAllText(Path.Combine(Repository.Folder, "README.md"));
        foreach (var setting in SettingsCatalog.Settings)
        {
            Assert.Contains($"`{setting.Key}`", readme);
            foreach (var part in setting.Key.Split(':')) Assert.Matches($"\"{Regex.Escape(part)}\"", example);
        }
    }
}
