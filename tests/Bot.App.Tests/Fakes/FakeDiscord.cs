using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.App.Tests.Fakes;

/// <summary>A request that the fake was sent.</summary>
internal sealed record FakeRequest(string Method, string Path, string? Authorization, string UserAgent, JsonNode? Body);

/// <summary>
/// Discord's REST API and gateway on loopback, as far as the bot uses them, and the faults that Discord has: it drops, reconnects, invalidates, withholds, refuses,
/// limits and fails when a test says so.
/// </summary>
internal sealed class FakeDiscord : IAsyncDisposable
{
    public const string Application = "100000000000000001", Token = "fake.token.of-the-bot";

    public const int DeferredMessage = 5, DeferredUpdate = 6;

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> callbacks = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> edits = new();
    private readonly ConcurrentDictionary<string, string> messagesByNonce = new();
    private readonly ConcurrentQueue<(string Path, int Status, string Body)> faults = new();
    private long nextId = 200000000000000000;

    private FakeDiscord(WebApplication app) => this.app = app;

    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    public FakeGateway Gateway { get; } = new();

    public int SessionsLeft { get; set; } = 1000;

    /// <summary>What the bot is told is Discord.</summary>
    public string Url { get; private set; } = "";

    public static async Task<FakeDiscord> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var fake = new FakeDiscord(app);
        app.UseWebSockets();
        app.Use(fake.HearAsync);
        app.UseRouting();
        fake.Map(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        fake.Url = address + "/api/v10";
        fake.Gateway.Url = address.Replace("http://", "ws://", StringComparison.Ordinal) + "/gateway";
        return fake;
    }

    /// <summary>The next request whose path has these words is answered so.</summary>
    public void Fail(string path, int status, string body = "{}") => faults.Enqueue((path, status, body));

    /// <summary>Somebody does something; what they see of the bot's answer in the end, also when a loaded machine said first that it takes a moment.</summary>
    public async Task<JsonNode> DoAsync(JsonObject interaction)
    {
        var id = Prepare(interaction);
        await Gateway.SendEventAsync("INTERACTION_CREATE", interaction);
        return await AnswerTo(id);
    }

    public async Task<JsonNode> AnswerTo(string id)
    {
        var callback = await CallbackOf(id);
        if ((int)callback["type"]! is not (DeferredMessage or DeferredUpdate)) return callback;
        var message = (await EditOf(id)).DeepClone();
        // Who may see it was said with the first word.
        if (callback["data"]?["flags"] is { } flags) message["flags"] = (int)flags;
        return new JsonObject { ["type"] = (int)callback["type"]! == DeferredMessage ? 4 : 7, ["data"] = message };
    }

    /// <summary>Gives an interaction its ids.</summary>
    public string Prepare(JsonObject interaction)
    {
        var id = $"{Interlocked.Increment(ref nextId)}";
        interaction["id"] = id;
        interaction["application_id"] = Application;
        interaction["token"] = "interaction-token-" + id;
        interaction["version"] = 1;
        interaction["channel_id"] ??= "300000000000000001";
        interaction["member"] ??= new JsonObject { ["user"] = new JsonObject { ["id"] = "400000000000000001", ["username"] = "asker" } };
        return id;
    }

    public Task<JsonNode> CallbackOf(string id) =>
        callbacks.GetOrAdd(id, _ => NewSource()).Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    public Task<JsonNode> EditOf(string id) =>
        edits.GetOrAdd("interaction-token-" + id, _ => NewSource()).Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    /// <summary>An interaction that somebody has answered already: another process, or a try of the bot's that it has heard nothing of.</summary>
    public void Acknowledge(string id) => callbacks.GetOrAdd(id, _ => NewSource()).TrySetResult(new JsonObject());

    public int CallbacksTo(string id) => Requests.Count(request => request.Path.Contains($"/interactions/{id}/", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        Gateway.DropAll();
        await app.DisposeAsync();
    }

    private async Task HearAsync(HttpContext context, RequestDelegate next)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await Gateway.ServeAsync(context);
            return;
        }
        JsonNode? body = null;
        if (context.Request.ContentLength > 0) body = await JsonNode.ParseAsync(context.Request.Body);
        context.Items["body"] = body;
        Requests.Enqueue(new FakeRequest(
            context.Request.Method, context.Request.Path, context.Request.Headers.Authorization, context.Request.Headers.UserAgent.ToString(), body));
        if (faults.TryPeek(out var fault) && context.Request.Path.Value!.Contains(fault.Path, StringComparison.Ordinal) && faults.TryDequeue(out fault))
        {
            await AnswerAsync(context, fault.Status, fault.Body);
            return;
        }
        // Of an interaction its own token is enough.
        var isExempt = context.Request.Path.Value!.Contains("/interactions/", StringComparison.Ordinal) || context.Request.Path.Value.Contains("/webhooks/", StringComparison.Ordinal);
        if (!isExempt && context.Request.Headers.Authorization != "Bot " + Token) await AnswerAsync(context, 401, """{"message":"401: Unauthorized","code":0}""");
        else if (!context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)) await AnswerAsync(context, 403, "blocked");
        else await next(context);
    }

    private void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v10");
        api.MapGet("/gateway/bot", context => AnswerAsync(context, 200, new JsonObject
        {
            ["url"] = Gateway.Url,
            ["shards"] = 1,
            ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = SessionsLeft, ["reset_after"] = 3_600_000, ["max_concurrency"] = 1 },
        }.ToJsonString()));
        api.MapPut("/applications/{application}/commands", context => AnswerAsync(context, 200, BodyOf(context)!.ToJsonString()));
        api.MapPut("/applications/{application}/guilds/{guild}/commands", context => AnswerAsync(context, 200, BodyOf(context)!.ToJsonString()));
        api.MapPost("/interactions/{id}/{token}/callback", async context =>
        {
            var source = callbacks.GetOrAdd((string)context.Request.RouteValues["id"]!, _ => NewSource());
            var isFirst = source.TrySetResult(BodyOf(context)!);
            await AnswerAsync(context, isFirst ? 204 : 400, isFirst ? "" : """{"message":"Interaction has already been acknowledged.","code":40060}""");
        });
        api.MapPatch("/webhooks/{application}/{token}/messages/@original", async context =>
        {
            edits.GetOrAdd((string)context.Request.RouteValues["token"]!, _ => NewSource()).TrySetResult(BodyOf(context)!);
            await AnswerAsync(context, 200, """{"id":"500000000000000001"}""");
        });
        api.MapPost("/channels/{channel}/messages", async context =>
        {
            var nonce = (string?)BodyOf(context)!["nonce"] ?? Guid.NewGuid().ToString();
            var id = messagesByNonce.GetOrAdd(nonce, _ => $"{Interlocked.Increment(ref nextId)}");
            await AnswerAsync(context, 200, $$"""{"id":"{{id}}"}""");
        });
    }

    private static JsonNode? BodyOf(HttpContext context) => (JsonNode?)context.Items["body"];

    private static async Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        if (status == 204) return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    private static TaskCompletionSource<JsonNode> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
