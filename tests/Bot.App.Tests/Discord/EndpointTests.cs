using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.App.Web;
using Bot.Chat;
using Bot.Discord.Interactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;

namespace Bot.App.Tests.Discord;

/// <summary>The other way in: Discord posts what people do, signed.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task A_ping_is_answered_with_a_pong()
    {
        await using var endpoint = await Endpoint.StartAsync();
        var (status, body) = await endpoint.PostAsync(new JsonObject { ["type"] = 1 });
        Assert.Equal((HttpStatusCode.OK, """{"type":1}"""), (status, body));
    }

    [Fact]
    public async Task A_ping_of_which_nothing_else_is_told_is_answered_too()
    {
        await using var endpoint = await Endpoint.StartAsync();
        Assert.Equal((HttpStatusCode.OK, """{"type":1}"""), await endpoint.PostAsync("""{"type":1}"""));
    }

    [Fact]
    public async Task A_command_is_answered_in_the_response_and_the_gateway_is_left_alone()
    {
        await using var endpoint = await Endpoint.StartAsync();
        var (status, body) = await endpoint.PostAsync(DiscordBot.Command("who", ("name", "Lavrov")));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("the country’s highest diplomat", DiscordBot.TextOf(JsonNode.Parse(body)!));
        Assert.Null(await endpoint.Bot.Discord.Check!(new SentBody("callback", JsonNode.Parse(body), 2)));
        Assert.Empty(endpoint.Bot.Discord.Gateway.Heard);
        Assert.DoesNotContain(endpoint.Bot.Discord.Requests, request => request.Path.Contains("/callback", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tampered")]
    [InlineData("another key")]
    [InlineData("other time")]
    [InlineData("no signature")]
    [InlineData("garbage")]
    public async Task What_is_not_signed_by_discord_is_turned_away(string kind)
    {
        await using var endpoint = await Endpoint.StartAsync();
        var (status, body) = await endpoint.PostWronglyAsync(kind);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("not signed by Discord", body);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task What_is_signed_and_no_interaction_is_a_bad_request(string body)
    {
        await using var endpoint = await Endpoint.StartAsync();
        var (status, told) = await endpoint.PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("it is no interaction", told);
    }

    [Fact]
    public async Task What_is_too_long_is_not_read_to_its_end_and_unsigned_not_at_all()
    {
        await using var endpoint = await Endpoint.StartAsync();
        var tooLong = $$"""{"type":1,"id":"{{new string('1', InteractionEndpoint.LargestBody)}}"}""";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await endpoint.PostAsync(tooLong)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await endpoint.PostUnsignedAsync(tooLong)).Status);
    }

    [Fact]
    public async Task What_is_turned_away_is_told_in_the_log_once_a_minute()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var endpoint = await Endpoint.StartAsync(time: clock);
        for (var i = 0; i < 3; i++) await endpoint.PostUnsignedAsync("{}");
        Assert.Equal(["info: Turned away 1 requests"], Lines());
        clock.Advance(TimeSpan.FromMinutes(1));
        await endpoint.PostUnsignedAsync("{}");
        Assert.Equal(["info: Turned away 1 requests", "info: Turned away 3 requests"], Lines());

        IEnumerable<string> Lines() => endpoint.Bot.Log.Where(line => line.Contains("Turned away", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(" to the", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task Beside_the_page_it_answers_under_whatever_name_a_proxy_passes_on()
    {
        await using var endpoint = await Endpoint.StartAsync(isBesidePage: true);
        Assert.Equal((HttpStatusCode.OK, """{"type":1}"""), await endpoint.PostAsync("""{"type":1}""", host: "briefings.example"));
        using var client = new HttpClient { BaseAddress = new Uri(endpoint.Url) };
        client.DefaultRequestHeaders.Host = "briefings.example";
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/briefings", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_takes_long_is_announced_in_the_response_and_edited_in()
    {
        using var clock = new GatedClock();
        await using var endpoint = await Endpoint.StartAsync(time: clock);
        clock.Close();
        var command = DiscordBot.Command("who", ("name", "Lavrov"));
        var id = endpoint.Bot.Discord.Prepare(command);
        var posting = endpoint.PostAsync(command.ToJsonString());
        clock.WaitUntilHeld();
        // Once and no further: at fifteen seconds the request itself would be over.
        clock.Advance(TimeSpan.FromSeconds(1.5));
        var announced = JsonNode.Parse((await posting).Body)!;
        Assert.Equal((FakeDiscord.DeferredMessage, 64), ((int)announced["type"]!, (int)announced["data"]!["flags"]!));
        // Discord may not have heard of the response yet when the edit comes.
        endpoint.Bot.Discord.Fail("@original", 404, """{"message":"Unknown Webhook","code":10015}""");
        endpoint.Bot.Discord.Acknowledge(id);
        clock.Open();
        var edit = endpoint.Bot.Discord.EditOf(id);
        while (!edit.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(new JsonObject { ["data"] = (await edit).DeepClone() }));
    }

    [Fact]
    public async Task It_is_ready_once_token_and_key_are_known_to_be_right()
    {
        await using var endpoint = await Endpoint.StartAsync();
        Assert.Equal(PlatformState.Connected, await StateAsync(endpoint.Bot, state => state.IsConnected));
        Assert.Contains(endpoint.Bot.Log, line => line.Contains("Interactions Endpoint URL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_applications_key_is_told()
    {
        await using var endpoint = await Endpoint.StartAsync(portalKey: new string('b', 64));
        Assert.Contains("Discord:PublicKey is not that of the application \"Briefings\"", (await StateAsync(endpoint.Bot, state => state.Missing?.Contains("PublicKey", StringComparison.Ordinal) ?? false)).Missing);
    }

    [Fact]
    public async Task Beside_the_gateway_the_portals_endpoint_is_told_to_take_all_commands_away()
    {
        var discord = await FakeDiscord.StartAsync();
        discord.EndpointUrl = "https://briefings.example/discord/interactions";
        await using var bot = await DiscordBot.ConnectedAsync(discord);
        Assert.Contains("clear Interactions Endpoint URL", (await StateAsync(bot, state => state.Missing?.Contains("posts commands", StringComparison.Ordinal) ?? false)).Missing);
        await discord.DisposeAsync();
    }

    [Fact]
    public async Task On_a_listener_of_its_own_there_is_health_and_nothing_of_the_page()
    {
        await using var endpoint = await Endpoint.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(endpoint.Url) };
        client.DefaultRequestHeaders.Host = "briefings.example";
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/ask?q=Lavrov", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.GetAsync("/discord/interactions", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<PlatformState> StateAsync(DiscordBot bot, Func<PlatformState, bool> isSo)
    {
        var platform = bot.Bot.Services.GetRequiredService<IChatPlatform>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!isSo(platform.State))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        return platform.State;
    }

    /// <summary>The bot in webhook mode, and somebody with Discord's key who posts to it.</summary>
    private sealed class Endpoint(DiscordBot bot, FakeDiscord discord, WebListener listener, Key key) : IAsyncDisposable
    {
        private readonly HttpClient client = new() { BaseAddress = new Uri(listener.Url) };

        public DiscordBot Bot => bot;

        public string Url => listener.Url;

        public static async Task<Endpoint> StartAsync(TimeProvider? time = null, string? portalKey = null, bool isBesidePage = false)
        {
            var key = Key.Create(SignatureAlgorithm.Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
            var publicKey = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
            var discord = await FakeDiscord.StartAsync();
            discord.PublicKey = portalKey ?? publicKey;
            var bot = await DiscordBot.StartAsync(discord, time: time, settings:
                [("Discord:Mode", "Webhook"), ("Discord:PublicKey", publicKey), (isBesidePage ? WebOptions.UrlKey : EndpointsOptions.UrlKey, "http://127.0.0.1:0")]);
            var listener = isBesidePage
                ? await LocalPage.StartAsync(bot.Bot, TestContext.Current.CancellationToken)
                : await SignedEndpoints.StartAsync(bot.Bot, TestContext.Current.CancellationToken);
            return new Endpoint(bot, discord, listener!, key);
        }

        public Task<(HttpStatusCode Status, string Body)> PostAsync(JsonObject interaction)
        {
            bot.Discord.Prepare(interaction);
            return PostAsync(interaction.ToJsonString());
        }

        public Task<(HttpStatusCode Status, string Body)> PostAsync(string body, string? host = null) => SendAsync(body, "1700000000", Sign(key, "1700000000", body), host);

        public Task<(HttpStatusCode Status, string Body)> PostUnsignedAsync(string body) => SendAsync(body, "1700000000", null);

        public Task<(HttpStatusCode Status, string Body)> PostWronglyAsync(string kind)
        {
            const string body = """{"type":1,"id":"1","token":"t","application_id":"1"}""", time = "1700000000";
            using var another = Key.Create(SignatureAlgorithm.Ed25519);
            var right = Sign(key, time, body);
            return kind switch
            {
                "tampered" => SendAsync(body.Replace('1', '2'), time, right),
                "another key" => SendAsync(body, time, Sign(another, time, body)),
                "other time" => SendAsync(body, "1700000001", right),
                "no signature" => SendAsync(body, time, null),
                _ => SendAsync(body, time, "zz" + right[2..]),
            };
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await listener.DisposeAsync();
            await bot.DisposeAsync();
            await discord.DisposeAsync();
            key.Dispose();
        }

        private static string Sign(Key key, string time, string body) => Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(time + body)));

        private async Task<(HttpStatusCode Status, string Body)> SendAsync(string body, string time, string? signature, string? host = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/discord/interactions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Host = host;
            if (signature is not null) request.Headers.Add("X-Signature-Ed25519", signature);
            request.Headers.Add("X-Signature-Timestamp", time);
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
