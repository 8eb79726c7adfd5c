using System.Net;
using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.App.Tests.Web;
using Bot.App.Web;
using Bot.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bot.App.Tests.Discord;

/// <summary>Whoever watches over the bot sees whether Discord is connected.</summary>
public sealed class ReadinessTests(Chromium chromium)
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
        await RefusedAsync(bot);
        var (status, missing) = await ReadyAsync(bot);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("copy it anew from the developer portal", missing);
    }

    [Fact]
    public async Task The_page_shows_it_too()
    {
        await using var bot = await DiscordBot.ConnectedAsync(settings: (WebOptions.UrlKey, "http://127.0.0.1:0"));
        await bot.CommandAsync("help");
        await using (var page = (await LocalPage.StartAsync(bot.Bot, TestContext.Current.CancellationToken))!)
        {
            await using var reader = await chromium.OpenAsync(page.Url);
            await Assertions.Expect(reader.Page.GetByText("Discord: connected")).ToBeVisibleAsync();
        }
        bot.Discord.Gateway.RefusesWith = 4004;
        await bot.Discord.Gateway.CloseAsync(4007);
        await bot.Discord.Gateway.UntilAsync(gateway => gateway.Count("refused") > 0);
        await RefusedAsync(bot);
        await using (var page = (await LocalPage.StartAsync(bot.Bot, TestContext.Current.CancellationToken))!)
        {
            await using var reader = await chromium.OpenAsync(page.Url);
            await Assertions.Expect(reader.Page.GetByText("Discord: Discord does not take the token")).ToBeVisibleAsync();
        }
    }

    private static async Task RefusedAsync(DiscordBot bot)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (bot.Bot.Services.GetRequiredService<IChatPlatform>().State.Missing?.Contains("developer portal", StringComparison.Ordinal) != true)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
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
