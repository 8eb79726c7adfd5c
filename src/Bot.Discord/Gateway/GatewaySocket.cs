using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Wire;

namespace Bot.Discord.Gateway;

/// <summary>Payloads over a web socket. One reads; any number send, one after the other.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private const int LargestMessage = 16 << 20;

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly ArrayBufferWriter<byte> received = new(16 << 10);

    /// <summary>Why the other side closed; null where it broke without a word.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    public bool IsOpen => socket.State is WebSocketState.Open or WebSocketState.CloseReceived;

    /// <exception cref="WebSocketException">It could not be opened.</exception>
    public Task ConnectAsync(Uri address, CancellationToken stop) => socket.ConnectAsync(address, stop);

    public async Task SendAsync<T>(T payload, JsonTypeInfo<T> type, CancellationToken stop)
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
    public async Task<GatewayPayload?> ReceiveAsync(CancellationToken stop)
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

    /// <summary>Says goodbye where there is still somebody to say it to. Does not wait for the other side.</summary>
    public async Task CloseAsync(int code, TimeSpan patience)
    {
        using var giveUp = new CancellationTokenSource(patience);
        try
        {
            await sending.WaitAsync(giveUp.Token);
            try
            {
                if (IsOpen) await socket.CloseOutputAsync((WebSocketCloseStatus)code, "", giveUp.Token);
            }
            finally
            {
                sending.Release();
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone already.
            socket.Abort();
        }
    }

    public void Abort() => socket.Abort();

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }
}
