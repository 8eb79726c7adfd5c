using System.Diagnostics;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>What goes wrong before the bot is there to be asked goes wrong with nothing else.</summary>
public sealed class WarmupTests
{
    [Fact]
    public async Task An_answer_to_nobody_that_fails_is_logged_and_the_bot_connects()
    {
        await using var parts = await DiscordParts.BuildAsync(time: new FailingClock());
        await parts.StartAsync<GatewayService>();
        await parts.Discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 1);
        Assert.Single(parts.Log, line => line.StartsWith("warning: Warming up failed", StringComparison.Ordinal));
        Assert.NotNull((await parts.Discord.DoAsync(DiscordBot.Command("help")))["data"]);
    }

    [Fact]
    public async Task Told_to_stop_meanwhile_it_does_and_says_nothing_of_it()
    {
        using var clock = new GatedClock();
        await using var parts = await DiscordParts.BuildAsync(time: clock);
        clock.Close();
        await parts.StartAsync<GatewayService>();
        clock.WaitUntilHeld();
        while (!parts.Discord.Requests.Any(request => request.Status == 200 && request.Path.EndsWith("/gateway/bot", StringComparison.Ordinal))) await Task.Yield();
        var stopping = parts.StopAsync();
        clock.Open();
        await stopping;
        Assert.DoesNotContain(parts.Log, line => line.StartsWith("error", StringComparison.Ordinal) || line.Contains("failed", StringComparison.Ordinal) || line.Contains("cannot", StringComparison.Ordinal));
        Assert.Empty(parts.Discord.Gateway.Heard);
    }

    /// <summary>Fails whoever asks it the time while warming up.</summary>
    private sealed class FailingClock() : FakeTimeProvider(DateTimeOffset.UnixEpoch)
    {
        public override long GetTimestamp() => new StackTrace().GetFrames().Any(frame => frame.GetMethod()?.DeclaringType == typeof(Warmup))
            ? throw new InvalidOperationException("What nobody foresaw.")
            : base.GetTimestamp();
    }
}
