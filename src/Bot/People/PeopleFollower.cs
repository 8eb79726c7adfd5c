using Bot.Chat;
using Bot.Indexing;
using Microsoft.Extensions.Hosting;

namespace Bot.People;

/// <summary>
/// Makes the directory of people when a snapshot becomes current, so that nobody who asks has to wait for it: over a million
/// passages the first takes a second. Not before everything was read once: until then the one who asks is to have the newest.
/// </summary>
internal sealed class PeopleFollower(PeopleSource people, DataFolder data, IndexingProgress progress, TimeProvider time) : BackgroundService
{
    /// <summary>So many times as long as a directory took is waited before the next, so that indexing keeps its cores.</summary>
    private const int Pause = 10;

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first directory is there.</summary>
    public Task Ready => ready.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await progress.CaughtUp.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!progress.CaughtUp.IsCompletedSuccessfully) return; // the indexing says why
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = data.Index.NextSnapshot;
            var took = await LongWork.RunAsync(() => people.Renew(data.Index, Scope.Main));
            ready.TrySetResult();
            await next.WaitAsync(stoppingToken);
            await Task.Delay(took * Pause, time, stoppingToken);
        }
    }
}
