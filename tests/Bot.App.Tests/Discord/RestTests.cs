using Bot.App.Tests.Fakes;
using Bot.Chat;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>What the bot sends by itself, and what it does when Discord refuses it.</summary>
public sealed class RestTests
{
    [Fact]
    public async Task Commands_are_registered_once_and_again_only_where_the_place_has_changed()
    {
        const string guild = "800000000000000001";
        var data = Directory.CreateTempSubdirectory("bot-discord-").FullName;
        await using var discord = await FakeDiscord.StartAsync();
        Assert.Equal([$"/api/v10/applications/{FakeDiscord.Application}/commands {DiscordCommands.All.Count}"], await RegisteredAsync(discord, data));
        Assert.Empty(await RegisteredAsync(discord, data));
        Assert.Equal(
            [$"/api/v10/applications/{FakeDiscord.Application}/guilds/{guild}/commands {DiscordCommands.All.Count}", $"/api/v10/applications/{FakeDiscord.Application}/commands 0"],
            await RegisteredAsync(discord, data, ("Discord:GuildIds", guild)));
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task An_answer_gets_through_a_429_and_a_fault()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        bot.Discord.Fail("/callback", 429, """{"message":"You are being rate limited.","retry_after":0.01,"global":false}""");
        bot.Discord.Fail("/callback", 502, "<html>bad gateway</html>");
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(await bot.CommandAsync("who", ("name", "Lavrov"))));
    }

    [Fact]
    public async Task As_long_as_discord_says_is_waited()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var bot = await DiscordBot.ConnectedAsync(time: clock);
        bot.Discord.Fail("/callback", 429, """{"message":"You are being rate limited.","retry_after":2.5,"global":false}""");
        var command = DiscordBot.Command("help");
        var answer = bot.Discord.AnswerTo(bot.Discord.Prepare(command));
        await bot.Discord.Gateway.SendEventAsync("INTERACTION_CREATE", command);
        while (!bot.Discord.Requests.Any(request => request.Status == 429)) await Task.Yield();
        var start = clock.GetUtcNow();
        while (!answer.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
        Assert.True(clock.GetUtcNow() - start >= TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task What_discord_does_not_take_ends_in_a_sentence_with_a_reference_and_the_log_has_the_place()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        bot.Discord.Fail("/callback", 400, """{"message":"Invalid Form Body","code":50035,"errors":{"data":{"embeds":{"0":{"title":{"_errors":[{"code":"TOO_LONG","message":"of Lavrov"}]}}}}}}""");
        var told = DiscordBot.TextOf(await bot.CommandAsync("who", ("name", "Lavrov")));
        Assert.Matches("I could not finish.* Reference [0-9A-Z]{4}", told);
        var line = bot.Log.Single(line => line.Contains("Invalid Form Body; data.embeds.0.title TOO_LONG", StringComparison.Ordinal));
        Assert.Contains(told[^6..^2], line);
        Assert.DoesNotContain("Lavrov", line);
    }

    [Fact]
    public async Task After_a_token_was_refused_nothing_more_is_sent_with_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, settings: ("Discord:Token", "another.token"));
        while (bot.Bot.Services.GetRequiredService<IChatPlatform>().State.Missing?.Contains("token", StringComparison.Ordinal) != true) await Task.Yield();
        var sent = discord.Requests.Count;
        var post = await bot.Bot.Services.GetRequiredService<IChatPlatform>().PostAsync("1", new Reply([new Line("x")]), "k", mayStandAlready: false, TestContext.Current.CancellationToken);
        Assert.Contains("does not take the token", post.Problem);
        Assert.Equal(sent, discord.Requests.Count);
    }

    [Fact]
    public async Task One_server_that_refuses_keeps_no_other_from_its_commands()
    {
        const string refusing = "900000000000000009";
        await using var discord = await FakeDiscord.StartAsync();
        discord.Fail($"/guilds/{refusing}/commands", 403, """{"message":"Missing Access","code":50001}""");
        await using var bot = await DiscordBot.ConnectedAsync(discord, settings: ("Discord:GuildIds", $"{refusing},{FakeObjects.Guild}"));
        while (!bot.Log.Any(line => line.Contains($"may not register commands in the server {refusing}", StringComparison.Ordinal))) await Task.Yield();
        Assert.Contains(discord.Requests, request => request is { Method: "PUT", Status: 200 } && request.Path.Contains(FakeObjects.Guild, StringComparison.Ordinal) && request.Body!.AsArray().Count > 0);
    }

    [Fact]
    public async Task Registering_is_tried_again_until_it_goes()
    {
        await using var discord = await FakeDiscord.StartAsync();
        for (var i = 0; i < 3; i++) discord.Fail("/commands", 503);
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var bot = await DiscordBot.ConnectedAsync(discord, time: clock);
        await bot.CommandAsync("help");
        var done = bot.Bot.Services.GetRequiredService<CommandRegistration>().Done;
        while (!done.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
        var put = discord.Requests.Where(request => request.Method == "PUT").ToList();
        Assert.True(put.Count > 3);
        Assert.Equal(200, put[^1].Status);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_answer_that_stands_already_is_another_processs_unless_a_try_of_the_bots_went_astray(bool wentAstray, bool isTold)
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var command = DiscordBot.Command("who", ("name", "Lavrov"));
        var id = bot.Discord.Prepare(command);
        bot.Discord.Acknowledge(id);
        if (wentAstray) bot.Discord.Fail($"/interactions/{id}/", 502);
        await bot.Discord.Gateway.SendEventAsync("INTERACTION_CREATE", command);
        await bot.CommandAsync("help");
        await bot.Bot.Services.GetRequiredService<OngoingWork>().WhenDoneAsync();
        Assert.Equal(isTold, bot.Log.Any(line => line.Contains("another process uses the same token", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_bucket_that_is_empty_is_waited_for_and_a_global_pause_by_all()
    {
        var clock = new FakeTimeProvider();
        var limits = new RateLimits(clock);
        limits.Note("POST channels/1/messages", "abc", 0, TimeSpan.FromSeconds(5));
        limits.Note("POST channels/2/messages", "abc", 1, TimeSpan.FromSeconds(5));
        Assert.Equal((5, 0), (limits.Take("POST channels/1/messages").TotalSeconds, limits.Take("POST channels/2/messages").TotalSeconds));
        // That was the last which was left.
        Assert.Equal(5, limits.Take("POST channels/2/messages").TotalSeconds);
        limits.Refused("POST channels/2/messages", TimeSpan.FromSeconds(2), isGlobal: true);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((4, 1), (limits.Take("POST channels/1/messages").TotalSeconds, limits.Take("GET gateway/bot").TotalSeconds));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal((0, 0), (limits.Take("POST channels/1/messages").TotalSeconds, limits.Take("GET gateway/bot").TotalSeconds));
    }

    [Fact]
    public void An_answer_that_was_on_its_way_when_a_pause_began_does_not_end_it()
    {
        var limits = new RateLimits(new FakeTimeProvider());
        limits.Note("POST channels/1/messages", "abc", 3, TimeSpan.FromSeconds(1));
        limits.Refused("POST channels/1/messages", TimeSpan.FromSeconds(5), isGlobal: false);
        limits.Note("POST channels/1/messages", "abc", 2, TimeSpan.FromSeconds(0.8));
        Assert.Equal(5, limits.Take("POST channels/1/messages").TotalSeconds);
    }

    [Fact]
    public void Routes_that_share_a_bucket_share_what_is_left_in_a_channel_and_not_in_another()
    {
        var limits = new RateLimits(new FakeTimeProvider());
        limits.Note("GET channels/1/messages", "abc", 9, TimeSpan.FromSeconds(5));
        limits.Note("POST channels/1/messages", "abc", 0, TimeSpan.FromSeconds(5));
        Assert.Equal((5, 0), (limits.Take("GET channels/1/messages").TotalSeconds, limits.Take("GET channels/2/messages").TotalSeconds));
    }

    [Fact]
    public void Before_so_many_were_refused_that_discord_blocks_the_address_nothing_more_is_sent()
    {
        var clock = new FakeTimeProvider();
        var limits = new RateLimits(clock);
        for (var i = 0; i < 5_000; i++) limits.NoteInvalid();
        Assert.Equal(TimeSpan.FromMinutes(10), limits.Take("GET gateway/bot"));
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.Zero, limits.Take("GET gateway/bot"));
    }

    [Fact]
    public void Fifty_requests_a_second_are_sent_and_the_next_waits()
    {
        var clock = new FakeTimeProvider();
        var limits = new RateLimits(clock);
        for (var i = 0; i < 50; i++) Assert.Equal(TimeSpan.Zero, limits.Take($"POST channels/{i}/messages"));
        clock.Advance(TimeSpan.FromSeconds(0.25));
        Assert.Equal(0.75, limits.Take("POST channels/1/messages").TotalSeconds);
        clock.Advance(TimeSpan.FromSeconds(0.75));
        Assert.Equal(TimeSpan.Zero, limits.Take("POST channels/1/messages"));
    }

    [Fact]
    public async Task The_bots_token_goes_where_it_must_and_nowhere_else()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        await bot.CommandAsync("who", ("name", "Lavrov"));
        Assert.All(bot.Discord.Requests, request => Assert.StartsWith("DiscordBot (", request.UserAgent, StringComparison.Ordinal));
        Assert.Null(bot.Discord.Requests.Single(request => request.Path.EndsWith("/callback", StringComparison.Ordinal)).Authorization);
        Assert.Equal("Bot " + FakeDiscord.Token, bot.Discord.Requests.First(request => request.Path.EndsWith("/gateway/bot", StringComparison.Ordinal)).Authorization);
    }

    [Fact]
    public async Task The_same_post_stands_there_once()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var platform = bot.Bot.Services.GetRequiredService<IChatPlatform>();
        var reply = new Reply([new Heading("Digest"), new Line("Nothing new.")]);
        var first = await platform.PostAsync("300000000000000001", reply, "digest-1", mayStandAlready: false, TestContext.Current.CancellationToken);
        bot.Discord.Fail("/messages", 500);
        var again = await platform.PostAsync("300000000000000001", reply, "digest-1", mayStandAlready: false, TestContext.Current.CancellationToken);
        Assert.NotNull(first.MessageId);
        Assert.Equal(first, again);
        Assert.All(bot.Discord.Requests.Where(request => request.Path.EndsWith("/messages", StringComparison.Ordinal)), request => Assert.True((bool)request.Body!["enforce_nonce"]!));
    }

    [Fact]
    public async Task What_stands_there_from_a_try_before_is_found_when_no_nonce_tells_any_more()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var platform = bot.Bot.Services.GetRequiredService<IChatPlatform>();
        var reply = new Reply([new Heading("Digest"), new Line("Nothing new.")]);
        var first = await platform.PostAsync(FakeObjects.Channel, reply, "digest-1", mayStandAlready: false, TestContext.Current.CancellationToken);
        await bot.Discord.SayAsync("Was that `digest-1`?");
        bot.Discord.ForgetNonces();
        Assert.Equal(first, await platform.PostAsync(FakeObjects.Channel, reply, "digest-1", mayStandAlready: true, TestContext.Current.CancellationToken));
        Assert.NotEqual(first, await platform.PostAsync(FakeObjects.Channel, reply, "digest-12", mayStandAlready: true, TestContext.Current.CancellationToken));
        Assert.Equal(2, bot.Discord.Requests.Count(request => request.Method == "POST" && request.Path.EndsWith("/messages", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(403, 50013, "Send Messages", false)]
    [InlineData(403, 50001, "View Channel", false)]
    [InlineData(404, 10003, "no channel", false)]
    public async Task A_post_that_is_refused_says_what_is_missing(int status, int code, string words, bool mayBeTriedAgain)
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        bot.Discord.Fail("/messages", status, $$"""{"message":"no","code":{{code}}}""");
        var post = await bot.Bot.Services.GetRequiredService<IChatPlatform>()
            .PostAsync("300000000000000001", new Reply([new Line("Nothing new.")]), "digest-1", mayStandAlready: false, TestContext.Current.CancellationToken);
        Assert.Null(post.MessageId);
        Assert.Contains(words, post.Problem);
        Assert.Equal(mayBeTriedAgain, post.MayBeTriedAgain);
    }

    private static async Task<IReadOnlyList<string>> RegisteredAsync(FakeDiscord discord, string data, params (string Key, string Value)[] settings)
    {
        discord.Requests.Clear();
        var sessions = discord.Gateway.Count("identify") + discord.Gateway.Count("resume");
        await using var bot = await DiscordBot.StartAsync(discord, data, settings: settings);
        await discord.Gateway.UntilAsync(gateway => gateway.Count("identify") + gateway.Count("resume") > sessions);
        // The answer comes after the session stands, and so after registering has begun.
        await bot.CommandAsync("help");
        await bot.Bot.Services.GetRequiredService<CommandRegistration>().Done;
        return [.. discord.Requests.Where(request => request.Method == "PUT").Select(request => $"{request.Path} {request.Body!.AsArray().Count}")];
    }
}
