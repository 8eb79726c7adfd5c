namespace Bot.Indexing;

/// <summary>Work of seconds on a thread of its own: on the pool's few threads, those who ask would wait for one until the pool had grown.</summary>
internal static class LongWork
{
    public static Task<T> RunAsync<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public static Task RunAsync(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
