using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>What a connection tells of itself and brings.</summary>
/// <remarks>All are called on the reading thread, which waits for nobody: they must come back at once.</remarks>
/// <param name="Ready">The session stands; true when it was resumed.</param>
/// <param name="Interacted">True for what is sent again since it came while the line was down.</param>
/// <param name="Written">A message in a channel that the bot sees.</param>
/// <param name="Unreadable">An event that is not as Discord documents it, by its name: it is passed over.</param>
internal sealed record GatewayEvents(Action<bool> Ready, Action<Interaction, bool> Interacted, Action<DiscordMessage> Written, Action<string> Unreadable);

/// <summary>
/// One connection to the gateway, from its opening to its end (discord.com/developers/docs/events/gateway): hello, identify or resume, heartbeats, events.
/// What is not acknowledged by the next beat is dead and given up, and so is what says nothing at all.
/// </summary>
/// <param name="random">From 0 to below 1.</param>
internal sealed class GatewayConnection(GatewaySession session, string token, TimeProvider time, Func<double> random, GatewayEvents events) : IDisposable
{
    /// <summary>For the other side to close, after we did.</summary>
    private static readonly TimeSpan PatienceForClosing = TimeSpan.FromSeconds(2);

    private readonly GatewaySocket socket = new();

    /// <summary>False from a beat of the rhythm until any is acknowledged.</summary>
    private volatile bool isAcknowledged = true;

    /// <summary>From a resumption until all that was missed has been sent.</summary>
    private bool isReplaying;

    /// <summary>From connecting until the session stands: what has not come by then does not come.</summary>
    public TimeSpan PatienceUntilReady { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>True once the session stands.</summary>
    public bool IsReady { get; private set; }

    /// <summary>True when it tried to resume, whatever came of it.</summary>
    public bool HasTriedToResume { get; private set; }

    /// <summary>Connects and reads until the connection ends; what is to be done then. When told to stop, it is closed so that the session can be resumed later.</summary>
    /// <param name="url">As Discord gave it, without parameters.</param>
    /// <exception cref="WebSocketException">It could not be opened, or no session came to stand.</exception>
    public async Task<NextStep> RunAsync(string url, CancellationToken stop)
    {
        using var end = new CancellationTokenSource();
        using var patience = new CancellationTokenSource(PatienceUntilReady);
        await using var closing = stop.Register(() => _ = EndAsync(end));
        await using var silence = patience.Token.Register(() => _ = IsReady ? Task.CompletedTask : end.CancelAsync());
        var beating = Task.CompletedTask;
        try
        {
            await socket.ConnectAsync(new Uri($"{url.TrimEnd('/')}/?v=10&encoding=json"), end.Token);
            while (await socket.ReceiveAsync(end.Token) is { } payload)
            {
                if (payload.Op == OpCode.Hello && beating == Task.CompletedTask)
                {
                    beating = BeatAsync(TimeSpan.FromMilliseconds(Math.Max(1, Read(payload, DiscordJson.Default.Hello).HeartbeatInterval)), end.Token);
                    await IntroduceAsync(end.Token);
                }
                else if (await TakeInAsync(payload, end.Token) is { } next)
                {
                    return next;
                }
            }
            stop.ThrowIfCancellationRequested();
            return CloseCodes.After(socket.CloseCode);
        }
        catch (Exception e) when (IsReady && !stop.IsCancellationRequested && e is (WebSocketException or IOException or OperationCanceledException))
        {
            // Broken without a word, or given up by the heartbeat: the session may still stand.
            return CloseCodes.After(socket.CloseCode);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new WebSocketException("The gateway says nothing.");
        }
        finally
        {
            await end.CancelAsync();
            await beating.ContinueWith(_ => { }, TaskScheduler.Default);
            await socket.CloseAsync(CloseCodes.ToResume, PatienceForClosing);
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Says goodbye with a code of our own, and lets the reading go on until the other side has heard it: given up at once, nothing would be said at all.</summary>
    private Task EndAsync(CancellationTokenSource end)
    {
        end.CancelAfter(socket.IsOpen ? PatienceForClosing : TimeSpan.Zero);
        return socket.CloseAsync(CloseCodes.ToResume, PatienceForClosing);
    }

    private Task IntroduceAsync(CancellationToken stop)
    {
        HasTriedToResume = isReplaying = session.CanResume;
        return session.CanResume
            ? socket.SendAsync(new Outgoing<Resume>(OpCode.Resume, new Resume(token, session.Id!, session.Sequence!.Value)), DiscordJson.Default.OutgoingResume, stop)
            // Mentions come as messages; interactions come without any intent.
            : socket.SendAsync(
                new Outgoing<Identify>(OpCode.Identify, new Identify(
                    token, new IdentifyProperties(Environment.OSVersion.Platform.ToString(), "briefing-bot", "briefing-bot"), Intents.GuildMessages)),
                DiscordJson.Default.OutgoingIdentify, stop);
    }

    /// <returns>What to do next where this ends the connection.</returns>
    private async Task<NextStep?> TakeInAsync(GatewayPayload payload, CancellationToken stop)
    {
        switch (payload.Op)
        {
            case OpCode.Dispatch:
                TakeIn(payload);
                return null;
            case OpCode.Heartbeat:
                await SendHeartbeatAsync(stop);
                return null;
            case OpCode.HeartbeatAck:
                isAcknowledged = true;
                return null;
            case OpCode.Reconnect:
            case OpCode.InvalidSession when payload.D.ValueKind == JsonValueKind.True:
                return new NextStep.GoOn(AtOnce: true);
            case OpCode.InvalidSession:
                return new NextStep.Anew();
            default:
                return null;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One event that nobody foresaw must not take the line down: it would come again with every resumption.")]
    private void TakeIn(GatewayPayload payload)
    {
        if (payload.T == "READY")
        {
            var ready = Read(payload, DiscordJson.Default.Ready);
            session.Begin(ready.SessionId, ready.ResumeGatewayUrl, new GatewayIdentity(ready.Application.Id, ready.User.Id), payload.S);
            IsReady = true;
            events.Ready(false);
            return;
        }
        try
        {
            switch (payload.T)
            {
                case "RESUMED":
                    isReplaying = false;
                    IsReady = true;
                    events.Ready(true);
                    break;
                case "INTERACTION_CREATE":
                    events.Interacted(Read(payload, DiscordJson.Default.Interaction), isReplaying);
                    break;
                case "MESSAGE_CREATE":
                    events.Written(Read(payload, DiscordJson.Default.DiscordMessage));
                    break;
            }
        }
        catch (Exception)
        {
            events.Unreadable(payload.T ?? "");
        }
        // Behind the event: what was not taken in is sent again when the session is resumed.
        session.Sequence = payload.S ?? session.Sequence;
    }

    /// <summary>The first beat after a random share of the interval, so that not all bots beat at once after an outage.</summary>
    private async Task BeatAsync(TimeSpan interval, CancellationToken stop)
    {
        try
        {
            await Task.Delay(interval * random(), time, stop);
            while (isAcknowledged)
            {
                isAcknowledged = false;
                await SendHeartbeatAsync(stop);
                await Task.Delay(interval, time, stop);
            }
        }
        finally
        {
            // Dead: nothing more comes. Breaking it ends the reading.
            if (!stop.IsCancellationRequested) socket.Abort();
        }
    }

    private Task SendHeartbeatAsync(CancellationToken stop) =>
        socket.SendAsync(new Outgoing<long?>(OpCode.Heartbeat, session.Sequence), DiscordJson.Default.OutgoingNullableInt64, stop);

    private static T Read<T>(GatewayPayload payload, JsonTypeInfo<T> type) =>
        payload.D.Deserialize(type) ?? throw new JsonException($"The gateway sent {payload.T ?? "a message"} without its data.");
}
