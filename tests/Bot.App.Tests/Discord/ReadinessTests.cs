using System.Net;
using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.App.Web;

namespace Bot.App.Tests.Discord;

/// <summary>Whoever watches over the bot sees whether Discord is connected.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task A_bot_that_is_connected_is_ready()
    {
        await using var bot = await DiscordBot.ConnectedAsync(settings: (WebOptions.UrlKey, "http://127.0.0.1:0"));
        // What is answered was asked over the connection: it stands.
        await bot.CommandAsync("help");
        var (status, missing) = await ReadyAsync(bot);
        Assert.Equal((HttpStatusCode.OK, "[]"), (status, missing));
    }

    [Fact]
    public async Task A_bot_that_discord_refuses_is_not_and_says_what_to_do()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, settings: [(WebOptions.UrlKey, "http://127.0.0.1:0"), ("Discord:Token", "another.token")]);
        var (status, missing) = await ReadyAsync(bot);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("Discord", missing);
    }

    private static async Task<(HttpStatusCode Status, string Missing)> ReadyAsync(DiscordBot bot)
    {
        await using var page = (await LocalPage.StartAsync(bot.Bot, TestContext.Current.CancellationToken))!;
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(page.Url.TrimEnd('/') + "/readyz"), TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return (response.StatusCode, body["missing"]!.ToJsonString());
    }
}
