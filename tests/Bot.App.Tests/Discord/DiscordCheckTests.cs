using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.Discord;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;

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
        Assert.EndsWith("One thing is wrong: the bot would run, but not in Discord.\n", ended.Output);
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
        Assert.Contains("wrong: The bot may not register commands in the server 900000000000000009", (await CheckAsync(discord, ("Discord__GuildIds", "900000000000000009"))).Output);
        discord.Fail("/guilds/900000000000000009/commands", 403, """{"message":"Missing Access","code":50001}""");
        var ended = await CheckAsync(discord, ("Discord__GuildIds", $"900000000000000009,{FakeObjects.Guild}"));
        Assert.Contains("warning: The bot may not register commands in the server 900000000000000009", ended.Output);
        Assert.Equal(0, ended.ExitCode);
    }

    [Fact]
    public async Task Away_for_now_is_a_warning_and_no_reason_not_to_start()
    {
        var discord = await FakeDiscord.StartAsync();
        await discord.DisposeAsync();
        var ended = await CheckAsync(discord);
        Assert.Contains("warning: Discord does not answer", ended.Output);
        Assert.EndsWith("The bot would run, with what the warnings say.\n", ended.Output);
        Assert.Equal(0, ended.ExitCode);
    }

    [Theory]
    [InlineData("bot_public", "true", "Anybody may put the bot")]
    [InlineData("bot_require_code_grant", "true", "Requires OAuth2 Code Grant off")]
    [InlineData("interactions_endpoint_url", "\"https://briefings.example/other\"", "so a proxy between must lead there", "Discord__Mode", "Webhook")]
    [InlineData("interactions_endpoint_url", "\"https://briefings.example/bot/discord/interactions\"", null, "Discord__Mode", "Webhook")]
    [InlineData("bot_public", "true", null, "Discord__GuildIds", FakeObjects.Guild)]
    public async Task What_is_set_amiss_in_the_portal_is_told(string key, string value, string? words, string setting = "Discord__Mode", string set = "Gateway")
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var pair = Key.Create(SignatureAlgorithm.Ed25519);
        var publicKey = Convert.ToHexStringLower(pair.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        var application = FakeObjects.OwnApplication(publicKey, "");
        application[key] = JsonNode.Parse(value);
        discord.Fail("/applications/@me", 200, application.ToJsonString());
        var ended = await CheckAsync(discord, (setting, set), ("Discord__PublicKey", publicKey), ("Endpoints__Url", "http://127.0.0.1:0"));
        Assert.Contains("Discord knows the token", ended.Output);
        if (words is null) Assert.DoesNotContain("warning", ended.Output);
        else Assert.Matches($"(?m)^warning: .*{words}", ended.Output);
    }

    [Fact]
    public async Task A_server_that_the_bot_is_not_in_or_may_not_speak_in_is_told()
    {
        await using var discord = await FakeDiscord.StartAsync();
        // View Channels, Embed Links and Send Messages in Threads.
        discord.Fail("/users/@me/guilds", 200, $$"""[{"id":"{{FakeObjects.Guild}}","name":"The desk","permissions":"{{(1L << 10) | (1L << 14) | (1L << 38)}}"}]""");
        var ended = await CheckAsync(discord, ("Discord__GuildIds", $"{FakeObjects.Guild},900000000000000009"));
        Assert.Contains("warning: In the server The desk the bot lacks Send Messages, Read Message History,", ended.Output);
        Assert.Contains("warning: The bot is not in the server 900000000000000009 of Discord:GuildIds", ended.Output);
        Assert.Equal(0, ended.ExitCode);
    }

    [Fact]
    public async Task All_that_is_wrong_in_the_settings_is_told_at_once_also_without_a_token()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var ended = await CheckAsync(discord, ("Discord__Token", ""), ("Discord__Mode", "Both"), ("Discord__GuildIds", "1"), ("Web__Url", "nowhere"));
        Assert.Contains("wrong: Discord:Mode is \"Both\"", ended.Output);
        Assert.Contains("wrong: Web:Url is \"nowhere\"", ended.Output);
        Assert.Contains("wrong: Discord:GuildIds has \"1\"", ended.Output);
        Assert.EndsWith("3 things are wrong: the bot would not run.\n", ended.Output);
    }

    [Fact]
    public async Task What_answers_once_does_not_mind_how_discord_is_set()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = Program(discord, ("Discord__Mode", "Both"), ("Endpoints__Url", "nowhere"), ("Briefings__Folder", Repository.Seeds));
        var ended = await program.RunAsync("", "ask", "/who Lavrov");
        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Assert.Contains("Sergey Lavrov", ended.Output);
    }

    [Fact]
    public async Task Servers_may_be_a_list_in_the_settings_file_and_a_line_end_after_the_token_is_no_part_of_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = Program(discord, ("Discord__Token", FakeDiscord.Token + "\n"));
        program.Write("appsettings.json", """{ "Discord": { "GuildIds": ["900000000000000008", "900000000000000009"] } }""");
        var ended = await program.RunAsync("", "check");
        Assert.Contains("server 900000000000000008 of Discord:GuildIds", ended.Output);
        Assert.Contains("server 900000000000000009 of Discord:GuildIds", ended.Output);
        Assert.Contains("Discord:GuildIds = 900000000000000008,900000000000000009   [appsettings.json]", ended.Output);
        Assert.DoesNotContain("which nothing reads", ended.Output);
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
