using System.Collections.Concurrent;
using System.Globalization;
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

/// <summary>
/// Discord's REST API and gateway on loopback, as far as the bot and Discord's own libraries use them, and the faults that Discord has: it drops, reconnects,
/// invalidates, withholds, refuses, limits and fails when a test says so. What Discord would refuse it refuses, and whoever waits is told why.
/// </summary>
internal sealed class FakeDiscord : IAsyncDisposable
{
    public const string Application = "100000000000000001", Token = "fake.token.of-the-bot";

    public const int DeferredMessage = 5, DeferredUpdate = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication app;
    private readonly FakeInteractions interactions;
    private readonly FakeChannels channels;
    private long nextId = 200000000000000000;

    private FakeDiscord(WebApplication app, Func<SentBody, Task<string?>>? check)
    {
        this.app = app;
        interactions = new FakeInteractions(NewId);
        Gateway = new FakeGateway(Refused);
        channels = new FakeChannels(Gateway, NewId);
        Check = check;
    }

    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    /// <summary>What was said beside the first answers to interactions.</summary>
    public ConcurrentQueue<JsonNode> FollowUps { get; } = new();

    public FakeGateway Gateway { get; }

    public FakeLimits Limits { get; set; } = new(TimeProvider.System);

    public FakeFaults Faults { get; } = new();

    /// <summary>The commands that are registered, by server; those of all servers under "".</summary>
    public ConcurrentDictionary<string, JsonArray> Commands { get; } = new(StringComparer.Ordinal);

    public int SessionsLeft { get; set; } = 1000;

    /// <summary>What the developer portal has: the application's public key, and where interactions are posted; empty: they come over the gateway.</summary>
    public string PublicKey { get; set; } = new('a', 64);

    public string EndpointUrl { get; set; } = "";

    /// <summary>Says what is wrong with what the bot sends; null: it is not looked at.</summary>
    public Func<SentBody, Task<string?>>? Check
    {
        get => Gateway.Check;
        set => Gateway.Check = value;
    }

    /// <summary>What was refused because Discord would not take it. A test that does not take it out fails when the fake is disposed.</summary>
    public ConcurrentQueue<string> Refused { get; } = new();

    /// <summary>What the bot is told is Discord.</summary>
    public string Url { get; private set; } = "";

    /// <param name="isChecked">Whether all bodies are held against Discord's schemas, where Node.js is there.</param>
    public static async Task<FakeDiscord> StartAsync(bool isChecked = true)
    {
        var check = isChecked ? await BodyCheck.SharedAsync() : null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var fake = new FakeDiscord(app, check is null ? null : check.ProblemOfAsync);
        app.UseWebSockets();
        app.UseRouting();
        app.Use(fake.HearAsync);
        fake.Map(app.MapGroup("/api/v10"));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        fake.Url = address + "/api/v10";
        fake.Gateway.Url = address.Replace("http://", "ws://", StringComparison.Ordinal) + "/gateway";
        return fake;
    }

    /// <summary>Minutes pass, and no nonce is remembered any more.</summary>
    public void ForgetNonces() => channels.ForgetNonces();

    /// <summary>The time that its answers tell.</summary>
    public async Task<DateTimeOffset> NowAsync()
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(Url + "/gateway/bot"));
        return answer.Headers.Date!.Value;
    }

    /// <summary>The next request whose path has these words is answered so.</summary>
    public void Fail(string path, int status, string body = "{}") => Faults.Add(path, new FakeFault(status, body));

    /// <summary>Somebody does something; what they see of the bot's answer in the end, also when a loaded machine said first that it takes a moment.</summary>
    public async Task<JsonNode> DoAsync(JsonObject interaction)
    {
        var id = Prepare(interaction);
        await Gateway.SendEventAsync("INTERACTION_CREATE", interaction);
        return await AnswerTo(id);
    }

    /// <summary>Somebody says something in a channel.</summary>
    /// <param name="mentions">Users; the text has them as &lt;@id&gt;.</param>
    /// <returns>The message's id.</returns>
    public Task<string> SayAsync(string text, string channel = FakeObjects.Channel, params string[] mentions) => channels.SayAsync(text, channel, mentions);

    /// <summary>A message that somebody is about to write, and its writing.</summary>
    public JsonObject Said(string text, params string[] mentions) => channels.Said(text, FakeObjects.Channel, mentions);

    public Task SayAsync(JsonObject message) => channels.TellAsync(message, FakeObjects.Asker);

    /// <summary>What the bot posts as an answer to a message.</summary>
    /// <exception cref="RefusedBodyException">The bot sent what Discord does not take.</exception>
    public Task<JsonNode> PostedToAsync(string message) => channels.AnswerTo(message).WaitAsync(Patience);

    public async Task<JsonNode> AnswerTo(string id)
    {
        var callback = await CallbackOf(id);
        if ((int)callback["type"]! is not (DeferredMessage or DeferredUpdate)) return callback;
        var message = (await EditOf(id)).DeepClone();
        // Who may see it was said with the first word.
        if (callback["data"]?["flags"] is { } flags) message["flags"] = (int)flags;
        return new JsonObject { ["type"] = (int)callback["type"]! == DeferredMessage ? 4 : 7, ["data"] = message };
    }

    /// <summary>Gives an interaction its ids and all that Discord tells of where it was begun.</summary>
    public string Prepare(JsonObject interaction) => interactions.Prepare(interaction);

    /// <exception cref="RefusedBodyException">The bot sent what Discord does not take.</exception>
    public Task<JsonNode> CallbackOf(string id) => interactions.CallbackOf(id).WaitAsync(Patience);

    /// <exception cref="RefusedBodyException">The bot sent what Discord does not take.</exception>
    public Task<JsonNode> EditOf(string id) => interactions.EditOf(id).WaitAsync(Patience);

    /// <summary>An interaction that somebody has answered already: another process, or a try of the bot's that it has heard nothing of.</summary>
    public void Acknowledge(string id) => interactions.Acknowledge(id);

    /// <summary>The time of an interaction is over: Discord knows it no more.</summary>
    public void Expire(string id) => interactions.Expire(id);

    /// <summary>Whether an interaction has its answer: the first one, or what was put in place of a word that it takes a moment.</summary>
    public bool IsAnswered(string id) => interactions.IsAnswered(id);

    /// <summary>Whether the bot posted an answer to a message.</summary>
    public bool IsPostedTo(string message) => channels.AnswerTo(message).IsCompletedSuccessfully;

    public int CallbacksTo(string id) => Requests.Count(request => request.Path.Contains($"/interactions/{id}/", StringComparison.Ordinal));

    /// <exception cref="RefusedBodyException">Something was refused that no test has taken out.</exception>
    public async ValueTask DisposeAsync()
    {
        Gateway.DropAll();
        await app.DisposeAsync();
        Gateway.Dispose();
        if (!Refused.IsEmpty) throw new RefusedBodyException(string.Join('\n', Refused));
    }

    private async Task HearAsync(HttpContext context, RequestDelegate next)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await Gateway.ServeAsync(context);
            return;
        }
        var request = await FakeRequest.ReadAsync(context.Request);
        context.Items["body"] = request.Body;
        Requests.Enqueue(request);
        var answer = request.IsReadable ? await RefusalAsync(context, request) : (400, FakeInteractions.Error(50109, "The request body contains invalid JSON.").ToJsonString());
        if (answer is { } refused) await AnswerAsync(context, refused.Status, refused.Body);
        else await next(context);
        // What has no body is not on its way yet, and a fault may still change it.
        await context.Response.StartAsync();
        request.Status = context.Response.StatusCode;
    }

    /// <summary>What a request is answered with that does not get through to what it asks for.</summary>
    private async Task<(int Status, string Body)?> RefusalAsync(HttpContext context, FakeRequest request)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint) return (404, FakeInteractions.Error(0, "404: Not Found").ToJsonString());
        if (await ProblemOfAsync(context.Request, endpoint, request) is { } problem) return (400, FakeInteractions.Invalid(problem).ToJsonString());
        if (Faults.Of(request) is { } fault && fault.Begin(context.Response) is { } failed) return failed;
        // Of an interaction its own token is enough.
        var isExempt = request.Path.Contains("/interactions/", StringComparison.Ordinal) || request.Path.Contains("/webhooks/", StringComparison.Ordinal);
        if (!isExempt && request.Authorization != "Bot " + Token) return (401, FakeInteractions.Error(0, "401: Unauthorized").ToJsonString());
        if (!request.UserAgent.StartsWith("DiscordBot (", StringComparison.Ordinal)) return (403, "blocked");
        var values = context.Request.RouteValues;
        var resource = values["channel"] ?? values["guild"] ?? values["token"] ?? "";
        var route = $"{request.Method} {endpoint.RoutePattern.RawText!["/api/v10".Length..]}";
        if (Limits.Take(context.Response, route, $"{resource}", isExempt) is not { } limit) return null;
        FakeLimits.Refuse(context.Response, limit.Wait, limit.IsGlobal);
        return (429, FakeLimits.Body(limit.Wait, limit.IsGlobal));
    }

    private async Task<string?> ProblemOfAsync(HttpRequest sent, RouteEndpoint endpoint, FakeRequest request)
    {
        if (Check is null || endpoint.Metadata.GetMetadata<BodyKind>() is not { } kind) return null;
        var id = (string?)sent.RouteValues["id"] ?? FakeInteractions.IdOf((string?)sent.RouteValues["token"] ?? "");
        if (await Check(new SentBody(kind.Name, request.Body, interactions.TypeOf(id))) is not { } problem) return null;
        var told = $"Discord does not take what was sent with {request.Method} {request.Path}: {problem}\n{request.Body?.ToJsonString()}";
        Refused.Enqueue(told);
        interactions.Fail(id, new RefusedBodyException(told));
        channels.Fail(request.Body, new RefusedBodyException(told));
        return problem;
    }

    private void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/gateway/bot", context => AnswerAsync(context, 200, new JsonObject
        {
            ["url"] = Gateway.Url,
            ["shards"] = 1,
            ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = SessionsLeft, ["reset_after"] = 3_600_000, ["max_concurrency"] = 1 },
        }.ToJsonString()));
        api.MapGet("/applications/@me", context => AnswerAsync(context, 200, FakeObjects.OwnApplication(PublicKey, EndpointUrl).ToJsonString()));
        api.MapGet("/users/@me/guilds", context => AnswerAsync(context, 200, new JsonArray(new JsonObject { ["id"] = FakeObjects.Guild, ["name"] = "The desk" }).ToJsonString()));
        api.MapGet("/applications/{application}/guilds/{guild}/commands", context => AnswerAsync(
            context, 200, Commands.GetValueOrDefault((string)context.Request.RouteValues["guild"]!, []).ToJsonString()));
        foreach (var place in new[] { "", "/guilds/{guild}" })
        {
            api.MapPut("/applications/{application}" + place + "/commands", context =>
            {
                var guild = (string?)context.Request.RouteValues["guild"];
                var commands = Commands[guild ?? ""] = [.. BodyOf(context)!.AsArray().Select(command => FakeObjects.Command(NewId(), command!, guild))];
                return AnswerAsync(context, 200, commands.ToJsonString());
            }).WithMetadata(new BodyKind("commands"));
        }
        api.MapPost("/interactions/{id}/{token}/callback", context =>
        {
            var (id, token) = ((string)context.Request.RouteValues["id"]!, (string)context.Request.RouteValues["token"]!);
            var (status, body) = interactions.Answer(id, token, BodyOf(context)!, isTold: context.Request.Query["with_response"] == "true");
            return AnswerAsync(context, status, body?.ToJsonString() ?? "");
        }).WithMetadata(new BodyKind("callback"));
        api.MapPatch("/webhooks/{application}/{token}/messages/@original", context =>
        {
            var (status, body) = interactions.Edit((string)context.Request.RouteValues["token"]!, BodyOf(context)!);
            return AnswerAsync(context, status, body.ToJsonString());
        }).WithMetadata(new BodyKind("edit"));
        api.MapPost("/webhooks/{application}/{token}", context =>
        {
            FollowUps.Enqueue(BodyOf(context)!);
            return AnswerAsync(context, 200, FakeObjects.Message(NewId(), FakeObjects.Channel, FakeObjects.Bot, BodyOf(context)).ToJsonString());
        }).WithMetadata(new BodyKind("followUp"));
        api.MapGet("/channels/{channel}/messages", context => AnswerAsync(
            context, 200, channels.Newest((string)context.Request.RouteValues["channel"]!, int.Parse(context.Request.Query["limit"].ToString(), CultureInfo.InvariantCulture)).ToJsonString()));
        api.MapPost("/channels/{channel}/messages", async context =>
        {
            var (status, body) = await channels.PostAsync((string)context.Request.RouteValues["channel"]!, BodyOf(context)!);
            await AnswerAsync(context, status, body.ToJsonString());
        }).WithMetadata(new BodyKind("message"));
    }

    private string NewId() => $"{Interlocked.Increment(ref nextId)}";

    private static JsonNode? BodyOf(HttpContext context) => (JsonNode?)context.Items["body"];

    private static async Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        if (status == 204) return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    /// <summary>What a route takes.</summary>
    private sealed record BodyKind(string Name);
}
