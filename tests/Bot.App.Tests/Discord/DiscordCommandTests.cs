using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Discord;

namespace Bot.App.Tests.Discord;

/// <summary>What is registered, and what somebody is told who puts the bot into a server.</summary>
public sealed partial class DiscordCommandTests
{
    [Fact]
    public async Task What_would_be_registered_is_shown_and_keeps_discords_rules()
    {
        using var program = new TheProgram();
        var shown = await program.RunAsync("", "discord", "commands", "--json");
        Assert.Equal((0, ""), (shown.ExitCode, shown.Errors));
        var commands = JsonNode.Parse(shown.Output)!.AsArray();
        Assert.Equal(["who", "when", "where", "says", "ask", "source", "digest", "since", "watch", "feedback", "forget", "briefings", "help", "Who is in this message?"], commands.Select(command => (string)command!["name"]!));
        foreach (var command in commands.Where(command => (int)command!["type"]! == 1))
        {
            var options = command!["options"]?.AsArray() ?? [];
            Assert.Matches(NamePattern(), (string)command["name"]!);
            Assert.InRange(((string)command["description"]!).Length, 1, 100);
            Assert.InRange(options.Count, 0, 25);
            Assert.All(options, option => Assert.Matches(NamePattern(), (string)option!["name"]!));
            Assert.All(options, option => Assert.InRange(((string)option!["description"]!).Length, 1, 100));
            // Required ones first.
            var required = options.Select(option => (bool?)option!["required"] ?? false).ToList();
            Assert.Equal(required.OrderByDescending(one => one), required);
        }
    }

    [Theory]
    [InlineData("Discord__ApplicationId", "100000000000000001")]
    [InlineData("Discord__Token", "MTAwMDAwMDAwMDAwMDAwMDAx.fake.rest")]
    public async Task The_link_into_a_server_asks_for_what_is_needed_and_no_more(string setting, string value)
    {
        using var program = new TheProgram();
        program.Environment[setting] = value;
        var shown = await program.RunAsync("", "discord", "invite");
        Assert.Equal(
            "https://discord.com/oauth2/authorize?client_id=100000000000000001&scope=bot+applications.commands&permissions=274877991936", shown.Output.Trim());
    }

    [Theory]
    [InlineData("Discord__ApplicationId", "12", "an id is a number")]
    [InlineData("Discord__Token", "Bot abc", "without \"Bot\"")]
    public async Task For_an_application_that_is_none_there_is_no_link(string setting, string value, string words)
    {
        using var program = new TheProgram();
        program.Environment[setting] = value;
        var shown = await program.RunAsync("", "discord", "invite");
        Assert.Equal((1, ""), (shown.ExitCode, shown.Output));
        Assert.Contains(words, shown.Errors);
    }

    [Fact]
    public async Task Without_an_application_there_is_no_link()
    {
        using var program = new TheProgram();
        var shown = await program.RunAsync("", "discord", "invite");
        Assert.Equal((1, ""), (shown.ExitCode, shown.Output));
        Assert.Contains("Discord:Token", shown.Errors);
    }

    [Theory]
    [InlineData("Bot abc.def", "", "without \"Bot\"")]
    [InlineData("abc def", "", "no token has")]
    [InlineData("abc.def", "my server", "17 to 20 digits")]
    public void Wrong_settings_are_told_in_a_sentence(string token, string guilds, string words)
    {
        var wrong = new DiscordOptionsRules().Validate(null, new DiscordOptions { Token = token, GuildIds = guilds });
        Assert.Contains(words, wrong.FailureMessage);
        Assert.DoesNotContain(token, wrong.FailureMessage);
    }

    [GeneratedRegex(@"^[-_\p{Ll}\p{N}]{1,32}$")]
    private static partial Regex NamePattern();
}
