using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.App.Tests.Fakes;

/// <summary>JSON over the server's end of a web socket, whose client may be gone at any moment.</summary>
internal static class FakeSocket
{
    public static Task SendJsonAsync(this WebSocket socket, string json) => socket.SendJsonAsync(Encoding.UTF8.GetBytes(json));

    public static async Task SendJsonAsync(this WebSocket socket, byte[] json)
    {
        try
        {
            await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Gone in the meantime: an event is sent again to whoever resumes.
        }
    }

    /// <summary>Null when the client has closed.</summary>
    public static async Task<JsonNode?> ReceiveJsonAsync(this WebSocket socket)
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

    public static async Task CloseWithAsync(this WebSocket socket, int code)
    {
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException)
        {
            // It is gone already.
        }
    }
}
