using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>Holds whoever asks for the time while an answer is made, until it is opened.</summary>
internal sealed class GatedClock() : FakeTimeProvider(DateTimeOffset.UnixEpoch), IDisposable
{
    private readonly ManualResetEventSlim gate = new(initialState: true), held = new();

    public void Close() => gate.Reset();

    public void Open() => gate.Set();

    public void Dispose()
    {
        gate.Dispose();
        held.Dispose();
    }

    public void WaitUntilHeld() => held.Wait(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

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
