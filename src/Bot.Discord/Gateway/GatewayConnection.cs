using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>What a connection tells of itself and brings.</summary>
/// <param name="Ready">The session stands, begun or resumed; with the application's id where it was begun.</param>
/// <param name="Interacted">Called on the reading thread, which waits for nobody: it must come back at once.</param>
internal sealed record GatewayEvents(Action<string?> Ready, Action<Interaction> Interacted);

/// <summary>
/// One connection to the gateway, from its opening to its end (discord.com/developers/docs/events/gateway): hello, identify or resume, heartbeats, events.
/// What is not acknowledged by the next beat is dead and given up.
/// </summary>
/// <param name="random">From 0 to below 1.</param>
internal sealed class GatewayConnection(GatewaySession session, string token, TimeProvider time, Func<double> random, GatewayEvents events) : IDisposable
{
    private const int LargestMessage = 16 << 20;

    private static readonly TimeSpan PatienceForHello = TimeSpan.FromSeconds(20), PatienceForClosing = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly ArrayBufferWriter<byte> received = new(16 << 10);

    /// <summary>False from a heartbeat until it is acknowledged.</summary>
    private volatile bool isAcknowledged = true;

    /// <summary>Connects and reads until the connection ends; what is to be done then. When told to stop, the session can be resumed later.</summary>
    /// <param name="url">As Discord gave it, without parameters.</param>
    /// <exception cref="WebSocketException">It could not be opened.</exception>
    public async Task<NextStep> RunAsync(string url, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (beating, isOpen) = (Task.CompletedTask, false);
        try
        {
            await socket.ConnectAsync(new Uri($"{url.TrimEnd('/')}/?v=10&encoding=json"), stop);
            var interval = await ReadHelloAsync(stop);
            isOpen = true;
            beating = BeatAsync(interval, end.Token);
            await IntroduceAsync(stop);
            return await ReadAsync(stop);
        }
        catch (Exception e) when (isOpen && !stop.IsCancellationRequested && e is (WebSocketException or IOException or OperationCanceledException))
        {
            // Broken without a word, or given up by the heartbeat: the session may still stand.
            return CloseCodes.After((int?)socket.CloseStatus);
        }
        finally
        {
            await end.CancelAsync();
            await beating.ContinueWith(_ => { }, TaskScheduler.Default);
            await CloseAsync();
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    private async Task<TimeSpan> ReadHelloAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(PatienceForHello);
        try
        {
            if (await ReceiveAsync(patience.Token) is { Op: OpCode.Hello } hello)
                return TimeSpan.FromMilliseconds(Math.Max(1, Read(hello, DiscordJson.Default.Hello).HeartbeatInterval));
            throw new WebSocketException("The gateway does not say hello.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new WebSocketException("The gateway says nothing.");
        }
    }

    private Task IntroduceAsync(CancellationToken stop) => session.CanResume
        ? SendAsync(new Outgoing<Resume>(OpCode.Resume, new Resume(token, session.Id!, session.Sequence!.Value)), DiscordJson.Default.OutgoingResume, stop)
        : SendAsync(
            // No intents: interactions come without any.
            new Outgoing<Identify>(OpCode.Identify, new Identify(token, new IdentifyProperties(Environment.OSVersion.Platform.ToString(), "briefing-bot", "briefing-bot"), Intents: 0)),
            DiscordJson.Default.OutgoingIdentify, stop);

    private async Task<NextStep> ReadAsync(CancellationToken stop)
    {
        while (await ReceiveAsync(stop) is { } payload)
        {
            switch (payload.Op)
            {
                case OpCode.Dispatch:
                    TakeIn(payload);
                    break;
                case OpCode.Heartbeat:
                    await SendHeartbeatAsync(stop);
                    break;
                case OpCode.HeartbeatAck:
                    isAcknowledged = true;
                    break;
                case OpCode.Reconnect:
                case OpCode.InvalidSession when payload.D.ValueKind == JsonValueKind.True:
                    return new NextStep.GoOn(AtOnce: true);
                case OpCode.InvalidSession:
                    return new NextStep.Anew();
            }
        }
        return CloseCodes.After((int?)socket.CloseStatus);
    }

    private void TakeIn(GatewayPayload payload)
    {
        switch (payload.T)
        {
            case "READY":
                var ready = Read(payload, DiscordJson.Default.Ready);
                session.Begin(ready.SessionId, ready.ResumeGatewayUrl);
                session.Sequence = payload.S;
                events.Ready(ready.Application.Id);
                return;
            case "RESUMED":
                events.Ready(null);
                break;
            case "INTERACTION_CREATE":
                events.Interacted(Read(payload, DiscordJson.Default.Interaction));
                break;
        }
        // Behind the event: what was not taken in is sent again when the session is resumed.
        session.Sequence = payload.S ?? session.Sequence;
    }

    /// <summary>The first beat after a random share of the interval, so that not all bots beat at once after an outage.</summary>
    private async Task BeatAsync(TimeSpan interval, CancellationToken stop)
    {
        await Task.Delay(interval * random(), time, stop);
        while (true)
        {
            await SendHeartbeatAsync(stop);
            await Task.Delay(interval, time, stop);
            if (isAcknowledged) continue;
            // Dead: nothing more comes. Closing it ends the reading.
            socket.Abort();
            return;
        }
    }

    private Task SendHeartbeatAsync(CancellationToken stop)
    {
        isAcknowledged = false;
        return SendAsync(new Outgoing<long?>(OpCode.Heartbeat, session.Sequence), DiscordJson.Default.OutgoingNullableInt64, stop);
    }

    private async Task SendAsync<T>(T payload, JsonTypeInfo<T> type, CancellationToken stop)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(payload, type);
        await sending.WaitAsync(stop);
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, stop);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Null when the other side has closed.</summary>
    private async Task<GatewayPayload?> ReceiveAsync(CancellationToken stop)
    {
        received.ResetWrittenCount();
        while (true)
        {
            var part = await socket.ReceiveAsync(received.GetMemory(4 << 10), stop);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            received.Advance(part.Count);
            if (received.WrittenCount > LargestMessage) throw new WebSocketException("The gateway sent a message larger than any that the bot knows.");
            if (part.EndOfMessage) return JsonSerializer.Deserialize(received.WrittenSpan, DiscordJson.Default.GatewayPayload);
        }
    }

    private static T Read<T>(GatewayPayload payload, JsonTypeInfo<T> type) =>
        payload.D.Deserialize(type) ?? throw new JsonException($"The gateway sent {payload.T ?? "a message"} without its data.");

    /// <summary>With a code of our own, so that the session stands for a while.</summary>
    private async Task CloseAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        using var patience = new CancellationTokenSource(PatienceForClosing);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)CloseCodes.ToResume, "", patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
        {
            // It is gone already.
            socket.Abort();
        }
    }
}
