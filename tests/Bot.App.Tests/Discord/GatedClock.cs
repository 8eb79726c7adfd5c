using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>Holds whoever asks for the time while an answer is made, until it is opened.</summary>
internal sealed class GatedClock() : FakeTimeProvider(DateTimeOffset.UnixEpoch), IDisposable
{
    /// <summary>After which the bot announces that an answer takes longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly ManualResetEventSlim gate = new(initialState: true), held = new(), timed = new();

    public void Close() => gate.Reset();

    public void Open() => gate.Set();

    public void Dispose()
    {
        gate.Dispose();
        held.Dispose();
        timed.Dispose();
    }

    /// <summary>Until an answer is held, and its patience counts: turned on before, the clock would be at the end of the request before it is at the announcement.</summary>
    public void WaitUntilHeld()
    {
        held.Wait(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        timed.Wait(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (!gate.IsSet && dueTime == Patience) timed.Set();
        return timer;
    }

    public override long GetTimestamp()
    {
        if (!gate.IsSet && new System.Diagnostics.StackTrace().GetFrames().Any(frame => frame.GetMethod()?.DeclaringType == typeof(ChatBot)))
        {
            held.Set();
            gate.Wait(TimeSpan.FromMinutes(2));
        }
        return base.GetTimestamp();
    }
}
