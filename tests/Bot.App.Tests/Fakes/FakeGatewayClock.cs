using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Fakes;

internal static class FakeGatewayClock
{
    /// <summary>
    /// Lets a clock of the test's own go on until the client has connected so often: how long it waits before is its own affair, and when it begins to
    /// wait cannot be seen from outside.
    /// </summary>
    public static async Task UntilConnectedAsync(this FakeGateway gateway, int times, FakeTimeProvider clock, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (gateway.Count("connect") < times)
        {
            patience.Token.ThrowIfCancellationRequested();
            clock.Advance(step);
            // One way there and back on the wire, so that the client comes to act in between.
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, new Uri(gateway.Url).Port, patience.Token);
        }
    }
}
