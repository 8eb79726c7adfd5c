using System.Collections.Concurrent;

namespace Bot.Discord.Interactions;

/// <summary>What is being answered just now, each beside the others: at its end the bot waits for it, but not for ever. Thread-safe.</summary>
internal sealed class OngoingWork(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5), PatienceAfterIt = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Task, bool> tasks = new();
    private readonly CancellationTokenSource end = new();
    private readonly SemaphoreSlim turns = new(2 * Environment.ProcessorCount);

    /// <param name="work">Throws nothing, and comes back at once: what it computes it does in turn.</param>
    public Task Begin(Func<CancellationToken, Task> work)
    {
        var task = work(end.Token);
        tasks.TryAdd(task, true);
        _ = task.ContinueWith(done => tasks.TryRemove(done, out _), TaskScheduler.Default);
        return task;
    }

    /// <summary>Computes two answers at once for each core: more would each be slower, and none sooner.</summary>
    public async Task<T> InTurnAsync<T>(Func<T> answer, CancellationToken stop)
    {
        // Never on the caller's thread, which reads what comes next.
        await turns.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            return answer();
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Completes when all that was begun so far is done, or was given up and has ended.</summary>
    public async Task WhenDoneAsync()
    {
        var all = Task.WhenAll(tasks.Keys);
        await Task.WhenAny(all, Task.Delay(PatienceAtTheEnd, time, CancellationToken.None));
        if (all.IsCompleted) return;
        await end.CancelAsync();
        await Task.WhenAny(all, Task.Delay(PatienceAfterIt, time, CancellationToken.None));
    }

    public void Dispose()
    {
        end.Dispose();
        turns.Dispose();
    }
}
