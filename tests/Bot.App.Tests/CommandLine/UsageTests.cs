using Bot.App.CommandLine;

namespace Bot.App.Tests.CommandLine;

public class UsageTests
{
    [Theory]
    [InlineData("There is no command \"bacth\". Did you mean batch?", "bacth")]
    [InlineData("To ask it, write: Bot.App ask \"/who Lavrov\"", "/who Lavrov")] // the prompt's form, typed at the shell
    [InlineData("There is no option \"--dta\". Did you mean --data?", "--dta", "x")]
    [InlineData("'question' missing", "ask")]
    [InlineData("--limit takes a number from 1 to 10; \"11\" is none.", "ask", "x", "--limit", "11")]
    [InlineData("--limit takes a number from 1 to 10; \"ten\" is none.", "batch", "--limit", "ten")]
    [InlineData("ask has no option --jsn.", "ask", "x", "--jsn")] // would else be a word of the question
    [InlineData("--data needs a path; it is empty.", "check", "--data", "")]
    [InlineData("Did you mean --data?", "discord", "invite", "--dta", "x")]
    [InlineData("See Bot.App discord invite --help", "discord", "invite", "--briefings")]
    [InlineData("--briefings", "check", "--briefings", "a", "--briefings", "b")]
    public async Task Wrong_usage_is_told_in_one_line_on_standard_error(string sentence, params string[] arguments)
    {
        using var program = new TheProgram();
        var ended = await program.RunAsync("", arguments);
        Assert.Equal(2, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.Contains(sentence, ended.Errors);
        Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("aks", "ask")] // two letters swapped
    [InlineData("Briefing:Folder", "Briefings:Folder")]
    [InlineData("CHEK", "check")]
    [InlineData("weather", null)] // near to nothing
    [InlineData("add", null)] // two of three letters are others
    [InlineData("asked", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_meant_when_it_is_near(string typed, string? meant) =>
        Assert.Equal(meant, NearestWord.Of(typed, ["ask", "batch", "annotate", "index", "check", "Briefings:Folder"]));

    [Fact]
    public async Task Help_names_each_command_and_goes_to_standard_output()
    {
        using var program = new TheProgram();
        var ended = await program.RunAsync("", "--help");
        Assert.Equal(0, ended.ExitCode);
        Assert.Equal("", ended.Errors);
        Assert.All(["ask", "batch", "annotate", "index", "check", "--data", "--briefings"], word => Assert.Contains(word, ended.Output));
    }
}
