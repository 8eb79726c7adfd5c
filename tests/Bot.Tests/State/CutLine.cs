using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Bot.Tests.State;

/// <summary>A way to a server on loopback that can be cut and mended: a server that is away for one test, and there for all others.</summary>
public sealed class CutLine : IAsyncDisposable
{
    private readonly int target;
    private readonly ConcurrentBag<TcpClient> open = [];
    private TcpListener listener;
    private Task accepting;

    public CutLine(int target)
    {
        this.target = target;
        (listener, accepting) = Listen(0);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>All connections break, and new ones are refused.</summary>
    public async Task CutAsync()
    {
        listener.Stop();
        await accepting;
        Break();
    }

    /// <summary>All connections break; new ones are taken at once.</summary>
    public void Break()
    {
        while (open.TryTake(out var client))
        {
            // Broken, as by a server that is killed, and not closed in order.
            if (client.Client is { } socket) socket.LingerState = new LingerOption(true, 0);
            client.Dispose();
        }
    }

    public void Mend() => (listener, accepting) = Listen(Port);

    public async ValueTask DisposeAsync() => await CutAsync();

    private (TcpListener Listener, Task Accepting) Listen(int port)
    {
        var now = new TcpListener(IPAddress.Loopback, port);
        now.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        now.Start();
        // Not on the threads of the tests: one of those waits for what comes over the line.
        return (now, Task.Run(() => AcceptAsync(now)));
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                var near = await from.AcceptTcpClientAsync();
                var far = new TcpClient();
                open.Add(near);
                open.Add(far);
                await far.ConnectAsync(IPAddress.Loopback, target);
                _ = PassAsync(near, far);
                _ = PassAsync(far, near);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private static async Task PassAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Broken.
        }
    }
}
