using Bot.App.Tests.Fakes;
using Bot.Chat;
using Bot.Discord.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>Whatever becomes of the connection: each command is answered once, and the state that is told is the true one.</summary>
public sealed class GatewayTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task What_was_asked_while_the_line_was_down_is_answered_when_it_is_up_again_and_nothing_twice()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var bot = await DiscordBot.ConnectedAsync(time: clock);
        var gateway = bot.Discord.Gateway;
        var before = DiscordBot.Command("who", ("name", "Lavrov"));
        await bot.Discord.DoAsync(before);

        gateway.DropAll();
        var meanwhile = DiscordBot.Command("who", ("name", "Haass"));
        var id = bot.Discord.Prepare(meanwhile);
        await gateway.SendEventAsync("INTERACTION_CREATE", meanwhile);
        await gateway.UntilConnectedAsync(2, clock, Step);
        await gateway.UntilAsync(one => one.Count("resume") == 1);
        Assert.Contains("Richard Haass", DiscordBot.TextOf(await bot.Discord.AnswerTo(id)));

        await gateway.RepeatLastEventAsync();
        await bot.CommandAsync("who", ("name", "Kupchan"));
        Assert.Equal((1, 1, 1), (bot.Discord.CallbacksTo(id), gateway.Count("identify"), bot.Discord.CallbacksTo((string)before["id"]!)));
    }

    [Fact]
    public async Task An_answer_that_takes_long_is_announced_in_time_and_then_put_in_its_place()
    {
        using var clock = new GatedClock();
        await using var bot = await DiscordBot.ConnectedAsync(time: clock);
        clock.Close();
        var command = DiscordBot.Command("who", ("name", "Lavrov"));
        var id = bot.Discord.Prepare(command);
        await bot.Discord.Gateway.SendEventAsync("INTERACTION_CREATE", command);
        clock.WaitUntilHeld();
        var announced = bot.Discord.CallbackOf(id);
        while (!announced.IsCompleted)
        {
            clock.Advance(Step);
            await Task.Yield();
        }
        Assert.Equal((FakeDiscord.DeferredMessage, 64), ((int)(await announced)["type"]!, (int)(await announced)["data"]!["flags"]!));

        clock.Open();
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(await bot.Discord.AnswerTo(id)));
        Assert.Equal(1, bot.Discord.CallbacksTo(id));
    }

    [Theory]
    [InlineData("▶", FakeDiscord.DeferredUpdate, null)]
    [InlineData("Share", FakeDiscord.DeferredMessage, null)]
    [InlineData("1", FakeDiscord.DeferredMessage, 64)]
    public async Task A_press_that_takes_long_is_announced_as_what_it_will_be(string label, int type, int? flags)
    {
        using var clock = new GatedClock();
        await using var bot = await DiscordBot.ConnectedAsync(time: clock);
        var mine = await bot.CommandAsync("ask", ("question", "Who met whom in New York about the talks with Russia?"));
        clock.Close();
        var press = DiscordBot.Press(mine, label);
        var id = bot.Discord.Prepare(press);
        await bot.Discord.Gateway.SendEventAsync("INTERACTION_CREATE", press);
        clock.WaitUntilHeld();
        var announced = bot.Discord.CallbackOf(id);
        while (!announced.IsCompleted)
        {
            clock.Advance(Step);
            await Task.Yield();
        }
        Assert.Equal((type, flags), ((int)(await announced)["type"]!, (int?)(await announced)["data"]?["flags"]));
        clock.Open();
        await bot.Discord.EditOf(id);
    }

    [Fact]
    public async Task What_is_asked_while_the_bot_is_restarted_is_answered_when_it_is_back()
    {
        var data = Directory.CreateTempSubdirectory("bot-discord-").FullName;
        await using var discord = await FakeDiscord.StartAsync();
        await using (var before = await DiscordBot.ConnectedAsync(discord, data)) await before.CommandAsync("help");
        Assert.Equal("close 4900", discord.Gateway.Heard[^1]);
        var command = DiscordBot.Command("who", ("name", "Haass"));
        var id = discord.Prepare(command);
        await discord.Gateway.SendEventAsync("INTERACTION_CREATE", command);
        await using (var after = await DiscordBot.StartAsync(discord, data)) Assert.Contains("Richard Haass", DiscordBot.TextOf(await discord.AnswerTo(id)));
        Assert.Equal((1, 1), (discord.Gateway.Count("identify"), discord.Gateway.Count("resume")));
        // It was closed in order each time, and can be taken up a third time.
        await using (var again = await DiscordBot.StartAsync(discord, data)) await discord.Gateway.UntilAsync(gateway => gateway.Count("resume") == 2);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Told_to_stop_it_answers_what_it_has_taken_in()
    {
        using var clock = new GatedClock();
        var bot = await DiscordBot.ConnectedAsync(await FakeDiscord.StartAsync(), time: clock);
        clock.Close();
        var command = DiscordBot.Command("who", ("name", "Lavrov"));
        var id = bot.Discord.Prepare(command);
        await bot.Discord.Gateway.SendEventAsync("INTERACTION_CREATE", command);
        clock.WaitUntilHeld();
        var stopping = bot.DisposeAsync();
        await bot.Discord.Gateway.UntilAsync(gateway => gateway.Count("close 4900") == 1);
        clock.Open();
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(await bot.Discord.AnswerTo(id)));
        await stopping;
        await bot.Discord.DisposeAsync();
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_passed_over()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        await bot.Discord.Gateway.SendEventAsync("INTERACTION_CREATE", new System.Text.Json.Nodes.JsonObject { ["id"] = 5, ["data"] = "nonsense" });
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(await bot.CommandAsync("who", ("name", "Lavrov"))));
        Assert.Equal(1, bot.Discord.Gateway.Count("connect"));
        Assert.Contains(bot.Log, line => line.Contains("INTERACTION_CREATE that the bot cannot read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_to_reconnect_it_resumes_at_once()
    {
        await using var bot = await DiscordBot.ConnectedAsync(time: new FakeTimeProvider(DateTimeOffset.UnixEpoch));
        await bot.Discord.Gateway.AskToReconnectAsync();
        await bot.Discord.Gateway.UntilAsync(gateway => gateway.Count("resume") == 1);
        // Also at the address to resume at, which comes without parameters.
        Assert.Equal(["connect", "connect"], bot.Discord.Gateway.Heard.Where(what => what.StartsWith("connect", StringComparison.Ordinal)));
        // With a code of the bot's own: 1000 would have ended the session.
        Assert.Contains("close 4900", bot.Discord.Gateway.Heard);
        Assert.Equal(1, bot.Discord.Gateway.Count("identify"));
    }

    [Fact]
    public async Task A_session_that_can_be_resumed_is_and_one_that_cannot_is_begun_anew()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var bot = await DiscordBot.ConnectedAsync(time: clock);
        await bot.Discord.Gateway.InvalidateAsync(canResume: true);
        await bot.Discord.Gateway.UntilAsync(gateway => gateway.Count("resume") == 1);

        await bot.Discord.Gateway.InvalidateAsync(canResume: false);
        await bot.Discord.Gateway.UntilConnectedAsync(3, clock, Step);
        await bot.Discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 2);
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(await bot.CommandAsync("who", ("name", "Lavrov"))));
    }

    [Fact]
    public async Task It_beats_in_the_rhythm_it_is_told_and_at_once_when_it_is_asked()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var bot = await DiscordBot.ConnectedAsync(time: clock);
        var gateway = bot.Discord.Gateway;
        Assert.Equal(0, gateway.Count("beat"));
        await gateway.AskForHeartbeatAsync();
        await gateway.UntilAsync(one => one.Count("beat") == 1);
        for (var beats = 2; beats < 5; beats++)
        {
            // What is answered came after the acknowledgement of the last beat.
            await bot.CommandAsync("help");
            clock.Advance(TimeSpan.FromMilliseconds(gateway.HeartbeatInterval));
            await gateway.UntilAsync(one => one.Count("beat") == beats);
        }
        Assert.Equal(("beat 4", 1), (gateway.Heard[^1], gateway.Count("connect")));
    }

    [Fact]
    public async Task A_line_that_acknowledges_nothing_is_given_up_and_resumed()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var bot = await DiscordBot.ConnectedAsync(time: clock);
        bot.Discord.Gateway.Acknowledges = false;
        await bot.Discord.Gateway.UntilConnectedAsync(2, clock, TimeSpan.FromSeconds(1));
        bot.Discord.Gateway.Acknowledges = true;
        await bot.Discord.Gateway.UntilAsync(gateway => gateway.Count("resume") == 1);
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(await bot.CommandAsync("who", ("name", "Lavrov"))));
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4014, "intents")]
    public async Task Where_only_somebody_can_help_it_stops_and_says_what_to_do(int code, string word)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var discord = await FakeDiscord.StartAsync();
        discord.Gateway.RefusesWith = code;
        await using var bot = await DiscordBot.StartAsync(discord, time: clock);
        await discord.Gateway.UntilAsync(gateway => gateway.Count("refused") > 0);
        await UntilAsync(bot, state => state.Missing!.Contains(word, StringComparison.Ordinal));
        // Over and done with, and not only waiting for a better time.
        await bot.Bot.Services.GetServices<IHostedService>().OfType<GatewayService>().Single().ExecuteTask!.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, discord.Gateway.Count("connect"));
        Assert.Contains(bot.Log, line => line.Contains(word, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.Contains(FakeDiscord.Token, StringComparison.Ordinal));
        await discord.DisposeAsync();
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    [InlineData(4000)]
    public async Task Closed_by_discord_it_comes_back(int code)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var bot = await DiscordBot.ConnectedAsync(time: clock);
        await bot.Discord.Gateway.CloseAsync(code);
        await bot.Discord.Gateway.UntilConnectedAsync(2, clock, Step);
        await bot.Discord.Gateway.UntilAsync(gateway => gateway.Count("identify") + gateway.Count("resume") == 2);
        Assert.Equal(code == 4007 ? 2 : 1, bot.Discord.Gateway.Count("identify"));
    }

    [Fact]
    public async Task A_wrong_token_is_told_before_any_session_is_begun()
    {
        await using var bot = await DiscordBot.StartAsync(settings: ("Discord:Token", "another.token"));
        await UntilAsync(bot, state => state.Missing!.Contains("does not take the token", StringComparison.Ordinal));
        Assert.Empty(bot.Discord.Gateway.Heard);
    }

    [Fact]
    public async Task No_session_is_begun_when_none_is_left_for_the_day()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var discord = await FakeDiscord.StartAsync();
        discord.SessionsLeft = 0;
        await using var bot = await DiscordBot.StartAsync(discord, time: clock);
        await UntilAsync(bot, state => state.Missing!.Contains("60 minutes", StringComparison.Ordinal));
        Assert.Empty(discord.Gateway.Heard);
        discord.SessionsLeft = 1000;
        await discord.Gateway.UntilConnectedAsync(1, clock, TimeSpan.FromMinutes(5));
        await discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 1);
        await discord.DisposeAsync();
    }

    private static async Task UntilAsync(DiscordBot bot, Func<PlatformState, bool> isSo)
    {
        var platform = bot.Bot.Services.GetRequiredService<IChatPlatform>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (platform.State.IsConnected || !isSo(platform.State))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
