using System.Net;
using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.App.Tests.Web;
using Bot.App.Web;
using Bot.Chat;
using Bot.Tests.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bot.App.Tests.Discord;

/// <summary>Of bots that share a database one is connected to the gateway.</summary>
public sealed class ReplicaTests(PostgresServer server, Chromium chromium)
{
    private static readonly TimeSpan Asking = TimeSpan.FromSeconds(2), Renewal = TimeSpan.FromSeconds(10), Span = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task One_is_connected_and_the_next_is_when_the_first_has_ended()
    {
        var (database, clock) = (await server.NewDatabaseAsync(), new WatchedClock());
        await using var discord = await FakeDiscord.StartAsync();
        var first = await DiscordBot.ConnectedAsync(discord, time: clock, settings: Sharing(database));
        await using var second = await DiscordBot.StartAsync(discord, time: clock, settings: Sharing(database));
        await StandsByAsync(second);
        Assert.Equal((1, 1), (discord.Gateway.Count("connect"), discord.Gateway.Count("identify")));
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(await first.CommandAsync("who", ("name", "Lavrov"))));
        Assert.Null(first.Bot.Services.GetRequiredService<IChatPlatform>().State.Note);

        await first.DisposeAsync();
        Assert.Equal("close 4900", discord.Gateway.Heard[^1]);
        clock.Advance(Asking);
        await clock.GoOnUntilAsync(discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 2), longest: Asking);
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(await second.CommandAsync("who", ("name", "Lavrov"))));
        Assert.Equal(PlatformState.Connected, second.Bot.Services.GetRequiredService<IChatPlatform>().State);
    }

    [Fact]
    public async Task One_that_loses_the_database_leaves_discord_before_another_is_connected()
    {
        var (database, clock) = (await server.NewDatabaseAsync(), new WatchedClock());
        await using var line = new CutLine(server.Port);
        await using var discord = await FakeDiscord.StartAsync();
        await using var first = await DiscordBot.ConnectedAsync(
            discord, time: clock, settings: Sharing(database.Replace($"Port={server.Port}", $"Port={line.Port}", StringComparison.Ordinal)));
        await line.CutAsync();
        clock.Advance(Renewal);
        await clock.GoOnUntilAsync(discord.Gateway.UntilAsync(gateway => gateway.Count("close 4900") == 1), longest: Asking);
        Assert.True(clock.GetUtcNow() < DateTimeOffset.UnixEpoch + Span);
        var away = await UntilAsync(first, state => !state.IsConnected && state.Missing!.Contains("cannot be reached", StringComparison.Ordinal));
        Assert.DoesNotContain(PostgresServer.Password, away.Missing);
        Assert.DoesNotContain(first.Log, told => told.Contains(PostgresServer.Password, StringComparison.Ordinal));

        // Nobody was connected meanwhile: the session goes on.
        line.Mend();
        await clock.GoOnUntilAsync(discord.Gateway.UntilAsync(gateway => gateway.Count("resume") == 1), longest: Asking);
        Assert.Equal(1, discord.Gateway.Count("identify"));
    }

    [Fact]
    public async Task A_session_is_not_taken_up_again_after_another_was_connected()
    {
        var (database, clock, data) = (await server.NewDatabaseAsync(), new WatchedClock(), Directory.CreateTempSubdirectory("bot-discord-").FullName);
        await using var discord = await FakeDiscord.StartAsync();
        await using (await DiscordBot.ConnectedAsync(discord, data, clock, Sharing(database)))
        {
            // Ends at once.
        }
        // By itself again it may go on; nobody else has answered.
        await using (await DiscordBot.StartAsync(discord, data, clock, Sharing(database))) await discord.Gateway.UntilAsync(gateway => gateway.Count("resume") == 1);
        await using (await DiscordBot.StartAsync(discord, time: clock, settings: Sharing(database))) await discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 2);
        await using (await DiscordBot.StartAsync(discord, data, clock, Sharing(database))) await discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 3);
        Assert.Equal((1, 0), (discord.Gateway.Count("resume"), discord.Gateway.Count("refused resume")));
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task One_that_stands_by_is_ready_and_says_that_it_does()
    {
        var database = await server.NewDatabaseAsync();
        await using var discord = await FakeDiscord.StartAsync();
        await using var first = await DiscordBot.ConnectedAsync(discord, settings: Sharing(database));
        await using var second = await DiscordBot.StartAsync(discord, settings: Sharing(database));
        await StandsByAsync(second);
        await using var page = (await LocalPage.StartAsync(second.Bot, TestContext.Current.CancellationToken))!;
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(page.Url.TrimEnd('/') + "/readyz"), TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((HttpStatusCode.OK, "[]"), (response.StatusCode, body["missing"]!.ToJsonString()));
        Assert.Equal("""["Standing by while another replica is connected to Discord."]""", body["notes"]!.ToJsonString());
        await using var reader = await chromium.OpenAsync(page.Url);
        await Assertions.Expect(reader.Page.GetByText("Discord: Standing by while another replica is connected")).ToBeVisibleAsync();
    }

    private static (string, string)[] Sharing(string database) => [("Data:Database", database), (WebOptions.UrlKey, "http://127.0.0.1:0")];

    private static Task<PlatformState> StandsByAsync(DiscordBot bot) => UntilAsync(bot, state => state is { IsConnected: true, Note: not null });

    private static async Task<PlatformState> UntilAsync(DiscordBot bot, Func<PlatformState, bool> isSo)
    {
        var platform = bot.Bot.Services.GetRequiredService<IChatPlatform>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        PlatformState state;
        while (!isSo(state = platform.State))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        return state;
    }
}
