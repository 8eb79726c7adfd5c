using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.App.Tests.Web;

/// <summary>What changes something is sent by POST, by the bot's own page or by a script, and by nobody else.</summary>
public class SendingTests
{
    private const string Subscribe = """{"line": "/digest subscribe talks"}""";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_that_changes_something_is_done_when_it_is_sent_and_refused_when_it_is_asked()
    {
        await using var web = await WebBot.StartAsync();
        using var asked = await web.GetAsync($"/api/reply?q={"/digest subscribe talks"}");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var refused = await JsonOf(asked);
        Assert.Equal(("notAllowed", true), ((string?)refused["status"], (bool)refused["changes"]!));
        Assert.Contains("Nothing was changed: a link only reads", (string?)refused["after"]![0]!["text"]);
        using var script = await web.GetAsync($"/api/ask?q={"/brief digest subscribe"}");
        Assert.Equal("notAllowed", (string?)(await JsonOf(script))["status"]);
        Assert.Empty(Subscriptions(web));

        using var sent = await SendAsync(web, Subscribe);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var done = await JsonOf(sent);
        Assert.Equal(("found", true), ((string?)done["status"], (bool)done["changes"]!));
        Assert.Equal("talks", Assert.Single(Assert.Single(Subscriptions(web)).Topics));
    }

    [Fact]
    public async Task Any_line_can_be_sent()
    {
        await using var web = await WebBot.StartAsync();
        using var response = await SendAsync(web, """{"line": "/who Lavrov", "limit": 1}""");
        var reply = await JsonOf(response);
        Assert.Equal(("found", false), ((string?)reply["status"], (bool)reply["changes"]!));
        Assert.Single(reply["passages"]!.AsArray());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)] // a script
    [InlineData("{url}", HttpStatusCode.OK)]
    [InlineData("https://briefings.example", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)] // another program's page on this machine
    [InlineData("null", HttpStatusCode.Forbidden)] // a page in a frame without an origin, or a file
    public async Task Only_the_bots_own_page_may_send(string? origin, HttpStatusCode status)
    {
        await using var web = await WebBot.StartAsync();
        using var response = await SendAsync(web, Subscribe, request =>
        {
            if (origin is not null) request.Headers.Add("Origin", origin.Replace("{url}", web.Page.Url.TrimEnd('/'), StringComparison.Ordinal));
        });
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, Subscriptions(web).Count);
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_TLS_the_page_may_send_too()
    {
        await using var web = await WebBot.StartAsync("", "http://127.0.0.1:0", time: null);
        using var response = await SendAsync(web, Subscribe, request =>
        {
            request.Headers.Host = "localhost";
            request.Headers.Add("Origin", "https://localhost");
        });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Host", "briefings.example", HttpStatusCode.BadRequest)]
    public async Task Another_site_or_a_name_that_leads_here_changes_nothing(string header, string value, HttpStatusCode status)
    {
        await using var web = await WebBot.StartAsync();
        using var response = await SendAsync(web, Subscribe, request => request.Headers.Add(header, value));
        Assert.Equal(status, response.StatusCode);
        Assert.Empty(Subscriptions(web));
    }

    [Theory]
    [InlineData("text/plain")] // what a form elsewhere can send without asking first
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData(null)]
    public async Task Only_json_is_taken(string? type)
    {
        await using var web = await WebBot.StartAsync();
        using var response = await SendAsync(web, Subscribe, request => request.Content!.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("application/json", (string?)(await JsonOf(response))["reason"]);
        Assert.Empty(Subscriptions(web));
    }

    [Theory]
    [InlineData("", "cannot be read as the JSON")]
    [InlineData("{", "cannot be read as the JSON")]
    [InlineData("[]", "cannot be read as the JSON")]
    [InlineData("null", "cannot be read as the JSON")]
    [InlineData("""{"line": 1}""", "cannot be read as the JSON")]
    [InlineData("{}", "Nothing was asked")]
    [InlineData("""{"line": null}""", "Nothing was asked")]
    [InlineData("""{"line": "/help", "limit": 11}""", "from 1 to 10")]
    public async Task What_cannot_be_read_is_said_in_a_sentence(string body, string sentence)
    {
        await using var web = await WebBot.StartAsync();
        using var response = await SendAsync(web, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, (string?)(await JsonOf(response))["reason"]);
    }

    [Fact]
    public async Task The_longest_line_can_be_sent_in_any_script_and_nothing_much_longer()
    {
        await using var web = await WebBot.StartAsync();
        var escaped = string.Concat(Enumerable.Repeat("\\u8fd9", CommandParser.LongestLine));
        using var longest = await SendAsync(web, $$"""{"line": "{{escaped}}"}""");
        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        using var beyond = await SendAsync(web, $$"""{"line": "{{escaped}}{{escaped}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, beyond.StatusCode);
    }

    [Fact]
    public async Task Where_a_password_is_set_it_is_asked_for()
    {
        await using var web = await WebBot.StartAsync("correct horse", "http://127.0.0.1:0", time: null);
        using var refused = await SendAsync(web, Subscribe);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Empty(Subscriptions(web));
        using var sent = await SendAsync(web, Subscribe, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "correct horse"));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
    }

    [Fact]
    public async Task Digests_of_every_conversation_are_told_at_once()
    {
        await using var web = await WebBot.StartAsync();
        web.Bot.Bot.Ask("/digest subscribe", Scope.Main, by: new Asker("discord", "1100000000000000001", "42", MayManage: true), cancellation: Stop);
        using var response = await web.GetAsync($"/api/digests");
        var digests = await JsonOf(response);
        Assert.Contains("discord 1100000000000000001", digests["subscriptions"]!["after"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("No digest was due yet", digests["sent"]!["after"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(CommandCatalog.Find("watch list") is null, digests["watches"] is null);
    }

    private static IReadOnlyList<Subscription> Subscriptions(WebBot web) => web.Bot.Services.GetRequiredService<SubscriptionStore>().Everywhere();

    private static async Task<HttpResponseMessage> SendAsync(WebBot web, string body, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reply") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        with?.Invoke(request);
        return await web.Client.SendAsync(request, Stop);
    }

    private static async Task<JsonNode> JsonOf(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!;
}
