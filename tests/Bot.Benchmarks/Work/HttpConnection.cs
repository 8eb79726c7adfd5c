using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bot.Benchmarks.Work;

/// <summary>
/// One kept connection to the program's page, a request at a time. Barely more than the socket: the clients of a load share the cores with what they
/// measure, and a whole HTTP library takes as long for a request as many an answer does.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket;
    private byte[] buffer = new byte[32 * 1024];
    private int filled, bodyStart;

    private HttpConnection(Socket socket) => this.socket = socket;

    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static async Task<HttpConnection> OpenAsync(IPEndPoint server)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server);
            return new HttpConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <param name="address">Path and query, percent-encoded.</param>
    public static byte[] Request(IPEndPoint server, string address) => Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: {server}\r\n\r\n");

    /// <summary>Sends a request and reads the whole response.</summary>
    /// <returns>The status.</returns>
    /// <exception cref="IOException">The other side closed the connection.</exception>
    public async ValueTask<int> GetAsync(ReadOnlyMemory<byte> request)
    {
        while (request.Length > 0) request = request[await socket.SendAsync(request)..];
        (filled, bodyStart) = (0, 0);
        do
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0) throw new IOException("The program closed the connection before its answer was complete.");
            filled += read;
        }
        while (!IsComplete());
        return int.Parse(buffer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
    }

    /// <summary>The last response's; that of one in chunks with their lengths in it.</summary>
    public string Body => Encoding.UTF8.GetString(buffer, bodyStart, filled - bodyStart);

    public void Dispose() => socket.Dispose();

    private bool IsComplete()
    {
        var received = buffer.AsSpan(0, filled);
        if (bodyStart == 0)
        {
            var end = received.IndexOf("\r\n\r\n"u8);
            if (end < 0) return false;
            bodyStart = end + 4;
        }
        var body = received[bodyStart..];
        // JSON and the page's files have no line that ends in a carriage return: a chunk of nothing can only be the last one.
        return LengthIn(received[..bodyStart]) is { } length ? body.Length >= length : body.EndsWith("\r\n0\r\n\r\n"u8);
    }

    /// <summary>Null where the body comes in chunks.</summary>
    private static int? LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        if (at < 0) return null;
        var value = head[(at + name.Length)..];
        return int.Parse(value[..value.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
