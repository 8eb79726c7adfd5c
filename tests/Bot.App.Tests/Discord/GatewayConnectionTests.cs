using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Bot.App.Tests.Fakes;
using Bot.Discord.Gateway;
using Bot.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>One connection by itself: what its end asks for, and when it is given up.</summary>
public sealed class GatewayConnectionTests
{
    private static readonly GatewayEvents Nothing = new(_ => { }, (_, _) => { }, _ => { }, _ => { });

    [Fact]
    public async Task The_first_beat_comes_after_a_share_of_the_interval_and_the_next_after_a_whole_one()
    {
        var clock = new FakeTimeProvider();
        await using var discord = await FakeDiscord.StartAsync();
        using var stop = new CancellationTokenSource();
        using var connection = new GatewayConnection(new GatewaySession(), FakeDiscord.Token, clock, () => 0.25, Nothing);
        var running = connection.RunAsync(discord.Gateway.Url, stop.Token);
        await discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 1);
        clock.Advance(TimeSpan.FromMilliseconds(discord.Gateway.HeartbeatInterval * 0.24));
        // Asked for one it beats: had the rhythm's own come before, there would be two.
        await discord.Gateway.AskForHeartbeatAsync();
        await discord.Gateway.UntilAsync(gateway => gateway.Count("beat") > 0);
        Assert.Equal(1, discord.Gateway.Count("beat"));
        clock.Advance(TimeSpan.FromMilliseconds(discord.Gateway.HeartbeatInterval * 0.02));
        await discord.Gateway.UntilAsync(gateway => gateway.Count("beat") == 2);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal("close 4900", discord.Gateway.Heard[^1]);
    }

    [Fact]
    public async Task What_says_nothing_is_given_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var connection = new GatewayConnection(new GatewaySession(), "t", TimeProvider.System, () => 0, Nothing) { PatienceUntilReady = TimeSpan.FromMilliseconds(50) };
        var problem = await Assert.ThrowsAsync<WebSocketException>(() => connection.RunAsync($"ws://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}", TestContext.Current.CancellationToken));
        Assert.Contains("says nothing", problem.Message);
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""", typeof(NextStep.GoOn))]
    [InlineData("""{"op":9,"d":false}""", typeof(NextStep.Anew))]
    public async Task What_comes_in_place_of_a_hello_is_heard_too(string instead, Type next)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.InsteadOfHello = instead;
        using var connection = new GatewayConnection(new GatewaySession(), FakeDiscord.Token, TimeProvider.System, () => 0, Nothing);
        Assert.IsType(next, await connection.RunAsync(discord.Gateway.Url, TestContext.Current.CancellationToken));
        Assert.False(connection.IsReady);
    }

    [Theory]
    [InlineData(null, typeof(NextStep.GoOn))]
    [InlineData(1000, typeof(NextStep.Anew))]
    [InlineData(1001, typeof(NextStep.GoOn))]
    [InlineData(1006, typeof(NextStep.GoOn))]
    [InlineData(4999, typeof(NextStep.GoOn))]
    public void A_line_that_breaks_is_taken_up_again_unless_it_was_ended_in_order(int? code, Type next) => Assert.IsType(next, CloseCodes.After(code));

    [Fact]
    public void Each_failure_in_a_row_doubles_the_wait_up_to_two_minutes()
    {
        var backoff = new Backoff(() => 0.5);
        Assert.Equal([0.5, 1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 9).Select(_ => backoff.Next().TotalSeconds));
        backoff.Succeeded();
        Assert.Equal(0.5, backoff.Next().TotalSeconds);
    }
}
