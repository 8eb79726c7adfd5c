using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.App.Tests.Fakes;

/// <summary>
/// Discord's gateway: sessions with numbered events, of those that were asked for, that are sent again from where a client resumes. One client at a time.
/// </summary>
/// <param name="refused">Takes in what was sent that Discord does not take.</param>
internal sealed class FakeGateway(ConcurrentQueue<string> refused) : IDisposable
{
    private const int UnknownOperation = 4001, WrongPayload = 4002, NotAuthenticated = 4003, WrongToken = 4004, AlreadyAuthenticated = 4005;

    private const string ResumePath = "/resume";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock turn = new();

    /// <summary>One at a time sends, so that events go out by their numbers and none is missed by whoever is resuming.</summary>
    private readonly SemaphoreSlim sending = new(1);
    private readonly List<(long Number, byte[] Json)> events = [];
    private readonly List<string> heard = [];
    private TaskCompletionSource changed = New();
    private readonly HashSet<WebSocket> open = [];
    private WebSocket? current;
    private string? session;
    private int intents;
    private long number;
    private int sessions;

    public string Url { get; set; } = "";

    /// <summary>Milliseconds.</summary>
    public int HeartbeatInterval { get; set; } = 41_250;

    public bool Acknowledges { get; set; } = true;

    /// <summary>What a client is told when it has connected; null for a hello.</summary>
    public string? InsteadOfHello { get; set; }

    /// <summary>Lets nobody in: who connects is turned away before a word is said.</summary>
    public bool IsAway { get; set; }

    /// <summary>The code that an identification or a resumption is refused with; null to accept.</summary>
    public int? RefusesWith { get; set; }

    /// <summary>Says what is wrong with what the bot sends; null: it is not looked at.</summary>
    public Func<SentBody, Task<string?>>? Check { get; set; }

    /// <summary>What the client did, in order: "connect", "identify", "resume 3", "beat 3", "beat null", "close 4900", "gone", "refused", "refused resume", "away".</summary>
    public IReadOnlyList<string> Heard
    {
        get { lock (turn) return [.. heard]; }
    }

    /// <summary>Whether there is a session, connected or not, that events are kept for.</summary>
    public bool HasSession => session is not null;

    /// <summary>Whether a client is being told what happens.</summary>
    public bool IsTelling => current is not null;

    public int Count(string what) => Heard.Count(one => one.StartsWith(what, StringComparison.Ordinal));

    /// <summary>Waits until it is so; looked at whenever the client has done something.</summary>
    /// <exception cref="RefusedBodyException">The client sent what Discord does not take.</exception>
    public async Task UntilAsync(Func<FakeGateway, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (turn) next = changed.Task;
            if (isSo(this)) return;
            if (!refused.IsEmpty) throw new RefusedBodyException(string.Join('\n', refused));
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"What was waited for did not come. The client did: {string.Join(", ", Heard)}", e);
            }
        }
    }

    /// <summary>Something happens. Whoever has not asked for its kind is not told, and of messages that do not name the bot not what they say.</summary>
    public Task SendEventAsync(string name, JsonNode data) =>
        AloneAsync(() => FakeIntents.Shown(intents, name, data) is { } shown ? SendEventNowAsync(name, shown.ToJsonString()) : Task.CompletedTask);

    /// <summary>Somebody does something: every client is told. For whoever has many to send, and the JSON ready.</summary>
    public Task SendInteractionAsync(string json) => AloneAsync(() => SendEventNowAsync("INTERACTION_CREATE", json));

    /// <summary>Sends the last event once more, as after a resumption that came too early.</summary>
    public Task RepeatLastEventAsync() => AloneAsync(() => current is { } to && events.Count > 0 ? to.SendJsonAsync(events[^1].Json) : Task.CompletedTask);

    public Task AskToReconnectAsync() => SendAsync(current, """{"op":7,"d":null}""");

    public Task AskForHeartbeatAsync() => SendAsync(current, """{"op":1,"d":null}""");

    public Task InvalidateAsync(bool canResume)
    {
        WebSocket? to;
        lock (turn)
        {
            // Until it resumes or identifies, on this connection or another, it is told nothing.
            (to, current) = (current, null);
            if (!canResume) session = null;
        }
        return SendAsync(to, $$"""{"op":9,"d":{{(canResume ? "true" : "false")}}}""");
    }

    public Task CloseAsync(int code) => current?.CloseWithAsync(code) ?? Task.CompletedTask;

    /// <summary>Breaks the connection without a word.</summary>
    public void DropAll()
    {
        lock (turn)
        {
            foreach (var socket in open) socket.Abort();
            current = null;
        }
    }

    public async Task ServeAsync(HttpContext context)
    {
        if (IsAway)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Note("away");
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        lock (turn) open.Add(socket);
        Note(context.Request.QueryString.Value is "?v=10&encoding=json" ? "connect" : $"connect with {context.Request.QueryString}");
        await SendAsync(socket, InsteadOfHello ?? $$$"""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":{{{HeartbeatInterval}}},"_trace":[]}}""");
        try
        {
            var isToResume = context.Request.Path.Value!.TrimEnd('/').EndsWith(ResumePath, StringComparison.Ordinal);
            while (await socket.ReceiveJsonAsync() is { } payload)
            {
                await HearAsync(socket, payload, isToResume);
                // Whose session was invalidated and can be resumed may do so where it was begun.
                isToResume |= current == socket;
            }
            Note($"close {(int?)socket.CloseStatus}");
            if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            Note("gone");
        }
        lock (turn)
        {
            open.Remove(socket);
            if (current == socket) current = null;
        }
    }

    public void Dispose() => sending.Dispose();

    private async Task HearAsync(WebSocket socket, JsonNode payload, bool isToResume)
    {
        if (Check is not null && await Check(new SentBody("gateway", payload)) is { } problem)
        {
            refused.Enqueue($"Discord does not take what was sent over the gateway: {problem}\n{payload.ToJsonString()}");
            await RefuseAsync(socket, WrongPayload);
            return;
        }
        switch ((int)payload["op"]!)
        {
            case 1:
                if (Acknowledges) await SendAsync(socket, """{"t":null,"s":null,"op":11,"d":null}""");
                Note($"beat {payload["d"]?.ToString() ?? "null"}");
                break;
            case 2 or 6 when RefusesWith is { } code:
                await RefuseAsync(socket, code);
                break;
            case 2 or 6 when current == socket:
                await RefuseAsync(socket, AlreadyAuthenticated);
                break;
            case 2 or 6 when (string?)payload["d"]!["token"] != FakeDiscord.Token:
                await RefuseAsync(socket, WrongToken);
                break;
            case 2:
                await BeginAsync(socket, (int)payload["d"]!["intents"]!);
                break;
            case 6:
                await ResumeAsync(socket, payload["d"]!, isToResume);
                break;
            case 3 or 4 or 8:
                if (current != socket) await RefuseAsync(socket, NotAuthenticated);
                break;
            default:
                await RefuseAsync(socket, UnknownOperation);
                break;
        }
    }

    private async Task RefuseAsync(WebSocket socket, int code)
    {
        await socket.CloseWithAsync(code);
        Note("refused");
    }

    private async Task BeginAsync(WebSocket socket, int asked)
    {
        await AloneAsync(async () =>
        {
            lock (turn)
            {
                (session, number, intents) = ($"session-{++sessions}", 0, asked);
                events.Clear();
                current = socket;
            }
            await SendEventNowAsync("READY", FakeObjects.Ready(session, Url + ResumePath).ToJsonString());
            if ((asked & FakeIntents.Guilds) != 0) await SendEventNowAsync("GUILD_CREATE", FakeObjects.WholeGuild().ToJsonString());
        });
        Note("identify");
    }

    /// <param name="isToResume">Whether the client came to the address that READY told it to resume at: elsewhere no session is known.</param>
    private async Task ResumeAsync(WebSocket socket, JsonNode resume, bool isToResume)
    {
        var isThere = isToResume && (string?)resume["session_id"] == session;
        await AloneAsync(async () =>
        {
            foreach (var (_, json) in events.Where(one => isThere && one.Number > (long)resume["seq"]!).ToList()) await socket.SendJsonAsync(json);
            await socket.SendJsonAsync(isThere ? $$$"""{"t":"RESUMED","s":{{{number}}},"op":0,"d":{"_trace":[]}}""" : """{"t":null,"s":null,"op":9,"d":false}""");
            lock (turn) current = isThere ? socket : current;
        });
        Note(isThere ? $"resume {resume["seq"]}" : "refused resume");
    }

    private async Task SendEventNowAsync(string name, string data)
    {
        WebSocket? to;
        byte[] json;
        lock (turn)
        {
            json = Encoding.UTF8.GetBytes($$"""{"t":"{{name}}","s":{{++number}},"op":0,"d":{{data}}}""");
            events.Add((number, json));
            to = current;
        }
        if (to is not null) await to.SendJsonAsync(json);
    }

    private Task SendAsync(WebSocket? socket, string json) => socket is null ? Task.CompletedTask : AloneAsync(() => socket.SendJsonAsync(json));

    private async Task AloneAsync(Func<Task> send)
    {
        await sending.WaitAsync();
        try
        {
            await send();
        }
        finally
        {
            sending.Release();
        }
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

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
