using Bot.App.Tests.Fakes;
using Bot.Benchmarks.Corpora;

namespace Bot.Benchmarks.Soak;

/// <summary>What goes wrong with the line: one thing every some seconds, all kinds equally often, none while the bot is still away from the one before.</summary>
internal sealed class GatewayFaults(FakeGateway gateway, Draws draws, FaultCount count)
{
    private const double Least = 5, Most = 9;

    private readonly Deck<(string Name, Func<FakeGateway, Task> Do)> kinds = new(
        [
            ("drop", gateway => Done(gateway.DropAll)),
            ("op 1", gateway => gateway.AskForHeartbeatAsync()),
            ("op 7", gateway => gateway.AskToReconnectAsync()),
            ("op 9 true", gateway => gateway.InvalidateAsync(canResume: true)),
            ("op 9 false", gateway => gateway.InvalidateAsync(canResume: false)),
            ("close 4000", gateway => gateway.CloseAsync(4000)),
            ("no ACK", gateway => Done(() => gateway.Acknowledges = false)),
        ],
        draws);

    private double next = Least;

    /// <summary>To be called often.</summary>
    /// <param name="at">Seconds from the beginning.</param>
    public async Task TickAsync(double at)
    {
        if (!gateway.IsTelling)
        {
            // It has given the silent line up, and comes back to one that is well.
            gateway.Acknowledges = true;
            return;
        }
        if (at < next || !gateway.Acknowledges) return;
        next = at + Least + ((Most - Least) * draws.Below(1_000) / 1_000.0);
        var (name, act) = kinds.Draw();
        count.Add(name);
        await act(gateway);
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
