using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Fakes;

/// <summary>
/// Discord's gateway: sessions with numbered events that are sent again from where a client resumes. One client at a time.
/// </summary>
internal sealed class FakeGateway
{
    private readonly Lock turn = new();
    private readonly List<(long Number, string Json)> events = [];
    private readonly List<string> heard = [];
    private TaskCompletionSource changed = New();
    private WebSocket? current;
    private string? session;
    private long number;
    private int sessions;

    public string Url { get; set; } = "";

    /// <summary>Milliseconds.</summary>
    public int HeartbeatInterval { get; set; } = 41_250;

    public bool Acknowledges { get; set; } = true;

    /// <summary>The code that an identification or a resumption is refused with; null to accept.</summary>
    public int? RefusesWith { get; set; }

    /// <summary>What the client did, in order: "connect", "identify", "resume 3", "beat".</summary>
    public IReadOnlyList<string> Heard
    {
        get { lock (turn) return [.. heard]; }
    }

    public int Count(string what) => Heard.Count(one => one.StartsWith(what, StringComparison.Ordinal));

    /// <summary>Waits until it is so; looked at whenever the client has done something.</summary>
    public async Task UntilAsync(Func<FakeGateway, bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            Task next;
            lock (turn) next = changed.Task;
            if (isSo(this)) return;
            await next.WaitAsync(patience.Token);
        }
    }

    /// <summary>
    /// Lets a clock of the test's own go on until the client has connected so often: how long it waits before is its own affair, and when it begins to
    /// wait cannot be seen from outside.
    /// </summary>
    public async Task UntilConnectedAsync(int times, FakeTimeProvider clock, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Count("connect") < times)
        {
            patience.Token.ThrowIfCancellationRequested();
            clock.Advance(step);
            // One way there and back on the wire, so that the client comes to act in between.
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, new Uri(Url).Port, TestContext.Current.CancellationToken);
        }
    }

    public async Task SendEventAsync(string name, JsonNode data)
    {
        WebSocket? to;
        string json;
        lock (turn)
        {
            json = new JsonObject { ["op"] = 0, ["s"] = ++number, ["t"] = name, ["d"] = data.DeepClone() }.ToJsonString();
            events.Add((number, json));
            to = current;
        }
        if (to is not null) await SendAsync(to, json);
    }

    /// <summary>Sends the last event once more, as after a resumption that came too early.</summary>
    public Task RepeatLastEventAsync() => SendAsync(current!, events[^1].Json);

    public Task AskToReconnectAsync() => SendAsync(current!, """{"op":7,"d":null}""");

    public Task AskForHeartbeatAsync() => SendAsync(current!, """{"op":1,"d":null}""");

    public Task InvalidateAsync(bool canResume)
    {
        if (!canResume) session = null;
        return SendAsync(current!, $$"""{"op":9,"d":{{(canResume ? "true" : "false")}}}""");
    }

    public Task CloseAsync(int code) => current!.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);

    /// <summary>Breaks the connection without a word.</summary>
    public void DropAll()
    {
        lock (turn)
        {
            current?.Abort();
            current = null;
        }
    }

    public async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        Note(context.Request.QueryString.Value is "?v=10&encoding=json" ? "connect" : $"connect with {context.Request.QueryString}");
        await SendAsync(socket, $$$"""{"op":10,"d":{"heartbeat_interval":{{{HeartbeatInterval}}}}}""");
        try
        {
            while (await ReceiveAsync(socket) is { } payload) await HearAsync(socket, payload);
            Note($"close {(int?)socket.CloseStatus}");
            if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            Note("gone");
        }
        lock (turn)
        {
            if (current == socket) current = null;
        }
    }

    private async Task HearAsync(WebSocket socket, JsonNode payload)
    {
        switch ((int)payload["op"]!)
        {
            case 1:
                if (Acknowledges) await SendAsync(socket, """{"op":11}""");
                Note($"beat {payload["d"]?.ToString() ?? "null"}");
                break;
            case 2 or 6 when RefusesWith is { } code:
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);
                Note("refused");
                break;
            case 2:
                await BeginAsync(socket, payload["d"]!);
                break;
            case 6:
                await ResumeAsync(socket, payload["d"]!);
                break;
            default:
                await socket.CloseOutputAsync((WebSocketCloseStatus)4001, "", CancellationToken.None);
                break;
        }
    }

    private async Task BeginAsync(WebSocket socket, JsonNode identify)
    {
        var isRight = (string?)identify["token"] == FakeDiscord.Token && identify["properties"]?["os"] is not null && identify["intents"] is not null;
        if (!isRight)
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)4004, "", CancellationToken.None);
            return;
        }
        string ready;
        lock (turn)
        {
            (session, number) = ($"session-{++sessions}", 1);
            events.Clear();
            ready = new JsonObject
            {
                ["op"] = 0,
                ["s"] = 1,
                ["t"] = "READY",
                ["d"] = new JsonObject
                {
                    ["v"] = 10,
                    ["session_id"] = session,
                    ["resume_gateway_url"] = Url + "/resume",
                    ["application"] = new JsonObject { ["id"] = FakeDiscord.Application, ["flags"] = 0 },
                    ["guilds"] = new JsonArray(),
                },
            }.ToJsonString();
            current = socket;
        }
        await SendAsync(socket, ready);
        Note("identify");
    }

    private async Task ResumeAsync(WebSocket socket, JsonNode resume)
    {
        List<string> missed;
        lock (turn)
        {
            missed = (string?)resume["session_id"] == session ? [.. events.Where(one => one.Number > (long)resume["seq"]!).Select(one => one.Json)] : [];
        }
        if ((string?)resume["session_id"] != session)
        {
            await SendAsync(socket, """{"op":9,"d":false}""");
            Note("resume refused");
            return;
        }
        foreach (var json in missed) await SendAsync(socket, json);
        await SendAsync(socket, """{"op":0,"s":1,"t":"RESUMED","d":{}}""".Replace("\"s\":1", $"\"s\":{number}", StringComparison.Ordinal));
        lock (turn) current = socket;
        Note($"resume {resume["seq"]}");
    }

    private void Note(string what)
    {
        lock (turn)
        {
            heard.Add(what);
            changed.SetResult();
            changed = New();
        }
    }

    private static async Task SendAsync(WebSocket socket, string json) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<JsonNode?> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[64 << 10];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage) return JsonNode.Parse(buffer.AsSpan(0, length));
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
