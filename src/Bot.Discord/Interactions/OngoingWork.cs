using System.Collections.Concurrent;

namespace Bot.Discord.Interactions;

/// <summary>What is being answered just now, each beside the others: at its end the bot waits for it, but not for ever. Thread-safe.</summary>
internal sealed class OngoingWork(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Task, bool> tasks = new();
    private readonly CancellationTokenSource end = new();

    /// <param name="work">Throws nothing.</param>
    public Task Begin(Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => work(end.Token), CancellationToken.None);
        tasks.TryAdd(task, true);
        _ = task.ContinueWith(done => tasks.TryRemove(done, out _), TaskScheduler.Default);
        return task;
    }

    /// <summary>Completes when all that was begun so far is done, or given up.</summary>
    public async Task WhenDoneAsync()
    {
        var all = Task.WhenAll(tasks.Keys);
        await Task.WhenAny(all, Task.Delay(PatienceAtTheEnd, time, CancellationToken.None));
        if (!all.IsCompleted) await end.CancelAsync();
    }

    public void Dispose() => end.Dispose();
}
