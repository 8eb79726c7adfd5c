using Bot.App.Tests.Fakes;
using Bot.Discord;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>What <c>check</c> says of Discord, in plain words.</summary>
public sealed class DiscordCheckTests
{
    [Fact]
    public async Task What_is_right_is_told_and_nothing_is_connected()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var ended = await CheckAsync(discord);
        Assert.Contains("Discord knows the token as the application \"Briefings\" (100000000000000001), which is in 1 server.", ended.Output);
        Assert.Contains("All is well", ended.Output);
        Assert.Equal(0, ended.ExitCode);
        Assert.Empty(discord.Gateway.Heard);
        Assert.All(discord.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task A_wrong_token_is_wrong()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var ended = await CheckAsync(discord, ("Discord__Token", "another.token"));
        Assert.Contains("wrong: Discord does not take the token", ended.Output);
        Assert.Equal(1, ended.ExitCode);
        Assert.DoesNotContain("another.token", ended.Output);
    }

    [Fact]
    public async Task Asked_nothing_it_asks_nothing()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = Program(discord, ("Discord__Token", "another.token"));
        Assert.Equal(0, (await program.RunAsync("", "check", "--offline")).ExitCode);
        Assert.Empty(discord.Requests);
    }

    [Theory]
    [InlineData("Discord:PublicKey is not that of", "Discord__PublicKey", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    [InlineData("Discord:Token belongs to the application", "Discord__ApplicationId", "100000000000000002")]
    public async Task What_belongs_to_another_application_is_told(string words, string setting, string value)
    {
        await using var discord = await FakeDiscord.StartAsync();
        Assert.Contains(words, (await CheckAsync(discord, (setting, value))).Output);
    }

    [Fact]
    public async Task A_server_without_the_scope_is_told()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Fail("/guilds/900000000000000009/commands", 403, """{"message":"Missing Access","code":50001}""");
        Assert.Contains("warning: The bot may not register commands in the server 900000000000000009", (await CheckAsync(discord, ("Discord__GuildIds", "900000000000000009"))).Output);
    }

    [Fact]
    public async Task Away_for_now_is_a_warning_and_no_reason_not_to_start()
    {
        var discord = await FakeDiscord.StartAsync();
        await discord.DisposeAsync();
        var ended = await CheckAsync(discord);
        Assert.Contains("warning: Discord does not answer", ended.Output);
        Assert.Equal(0, ended.ExitCode);
    }

    [Theory]
    [InlineData(-300, "5 minutes behind")]
    [InlineData(300, "5 minutes ahead of")]
    [InlineData(5, null)]
    public async Task A_clock_that_is_off_is_told(int seconds, string? words)
    {
        await using var discord = await FakeDiscord.StartAsync();
        // The fake tells the machine's own time, as every server does.
        var clock = new FakeTimeProvider(await discord.NowAsync() + TimeSpan.FromSeconds(seconds));
        var check = await DiscordCheck.LookAsync(new DiscordOptions { Token = FakeDiscord.Token, ApiUrl = discord.Url }, clock, TestContext.Current.CancellationToken);
        Assert.Equal(words is not null, check.Problems.Any(problem => problem.Sentence.Contains(words ?? "clock", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_process_on_the_same_token_is_remembered_and_told()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = Program(discord);
        var data = Path.Combine(program.Folder, "data");
        await using (var bot = await DiscordBot.ConnectedAsync(discord, data))
        {
            var command = DiscordBot.Command("who", ("name", "Lavrov"));
            discord.Acknowledge(discord.Prepare(command));
            await discord.Gateway.SendEventAsync("INTERACTION_CREATE", command);
            await bot.CommandAsync("help");
        }
        program.Environment["Briefings__Folder"] = Repository.Seeds;
        Assert.Contains("another process answered with the same token", (await program.RunAsync("", "check", "--data", data)).Output);
    }

    private static async Task<Ended> CheckAsync(FakeDiscord discord, params (string Name, string Value)[] settings)
    {
        using var program = Program(discord, settings);
        return await program.RunAsync("", "check");
    }

    private static TheProgram Program(FakeDiscord discord, params (string Name, string Value)[] settings)
    {
        var program = new TheProgram();
        Directory.CreateDirectory(Path.Combine(program.Folder, "seeds"));
        program.Environment["Discord__Token"] = FakeDiscord.Token;
        program.Environment["Discord__ApiUrl"] = discord.Url;
        foreach (var (name, value) in settings) program.Environment[name] = value;
        return program;
    }
}
