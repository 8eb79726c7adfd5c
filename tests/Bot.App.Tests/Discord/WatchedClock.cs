using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>A clock of a test's own that tells who waits for it, and how long: so the test moves it when somebody does, and never before.</summary>
internal sealed class WatchedClock() : FakeTimeProvider(DateTimeOffset.UnixEpoch)
{
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The next wait that was begun, in the order in which they were.</summary>
    public async Task<TimeSpan> WaitedAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        return await waits.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Waits until somebody waits so long; what others wait before is passed over.</summary>
    public async Task WaitedForAsync(TimeSpan length)
    {
        while (await WaitedAsync() != length)
        {
            // Another's.
        }
    }

    /// <summary>Lets go by what somebody waits for, again and again, until it is so.</summary>
    /// <param name="longest">Whoever waits longer is let wait; null: nobody.</param>
    public async Task GoOnUntilAsync(Task isSo, TimeSpan? longest = null)
    {
        while (!isSo.IsCompleted)
        {
            var next = waits.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask();
            if (await Task.WhenAny(isSo, next) != isSo && waits.Reader.TryRead(out var wait) && !(wait > longest)) Advance(wait);
        }
        await isSo;
    }

    /// <summary>Whether a wait was begun that no test has looked at.</summary>
    public bool HasWaits => waits.Reader.TryPeek(out _);

    /// <summary>Of the waits that were begun so far none is told any more.</summary>
    public void ForgetWaits()
    {
        while (waits.Reader.TryRead(out _))
        {
            // Over and done with.
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero) waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
