using System.Threading.Channels;
using Bot.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.State;

/// <summary>One that does something whenever it is its turn, until it is told to stop, and tells what becomes of it.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<long> turns = Channel.CreateUnbounded<long>(), losses = Channel.CreateUnbounded<long>();
    private readonly Channel<string?> waits = Channel.CreateUnbounded<string?>();

    public Replica(SharedState state, TimeProvider time) => Running =
        new ReplicaTurns(isShared: true, new Lazy<Leases>(new Leases(state, time)), time, NullLogger<ReplicaTurns>.Instance).RunAsync("desk", ActAsync, told => waits.Writer.TryWrite(told), stop.Token);

    public Task Running { get; }

    public bool HasHadTurn => turns.Reader.TryPeek(out _);

    /// <summary>Completes when it has a turn that nobody has asked for.</summary>
    public Task NextTurn => turns.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask();

    /// <summary>Completes when it has lost a turn that nobody has asked for.</summary>
    public Task NextLoss => losses.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask();

    public Task<long> TurnAsync() => turns.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    public Task<long> LossAsync() => losses.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>What it is told while it is not its turn.</summary>
    public Task<string?> WaitingAsync() => waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>What it does comes to its end.</summary>
    public void End() => ended.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        await Running.WaitAsync(Patience);
    }

    private async Task ActAsync(long turn, CancellationToken over)
    {
        turns.Writer.TryWrite(turn);
        await Task.WhenAny(ended.Task, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, over));
        if (over.IsCancellationRequested) losses.Writer.TryWrite(turn);
    }
}
