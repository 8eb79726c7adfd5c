using Bot.Briefings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Opt = Microsoft.Extensions.Options.Options;

namespace Bot.Tests.Briefings;

public sealed class FolderWatcherTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("watched-").FullName;
    private readonly FakeTimeProvider time = new(Desk.Start);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Long, since between two steps of a test all others may have theirs.</summary>
    private static TimeSpan Patience => TimeSpan.FromMinutes(3);

    private FolderWatcher Watch(string? path = null, TimeProvider? clock = null) => new(
        Opt.Create(new BriefingsOptions { Folder = path ?? folder, SweepSeconds = 30 }), clock ?? time, NullLogger<FolderWatcher>.Instance);

    [Fact]
    public async Task A_written_file_is_told_without_waiting_for_the_period()
    {
        using var watcher = Watch(clock: TimeProvider.System);
        using var patience = new CancellationTokenSource(Patience);
        Directory.CreateDirectory(Path.Combine(folder, "sub"));
        await watcher.WaitForChangeAsync(patience.Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "sub", "a.txt"), "Talks.", patience.Token);
        await watcher.WaitForChangeAsync(patience.Token);
    }

    [Fact]
    public async Task Many_reports_are_one_sweep_when_it_has_been_quiet()
    {
        using var watcher = Watch();
        for (var i = 0; i < 5; i++)
        {
            watcher.Report();
            time.Advance(FolderWatcher.Quiet / 2);
        }

        var waiting = watcher.WaitForChangeAsync(TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        time.Advance(FolderWatcher.Quiet / 2);
        await waiting.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.False(watcher.WaitForChangeAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task A_folder_that_is_never_quiet_is_swept_all_the_same()
    {
        using var watcher = Watch();
        var waiting = watcher.WaitForChangeAsync(TestContext.Current.CancellationToken);
        for (var passed = TimeSpan.Zero; passed < FolderWatcher.Longest; passed += FolderWatcher.Quiet / 2)
        {
            Assert.False(waiting.IsCompleted);
            watcher.Report();
            time.Advance(FolderWatcher.Quiet / 2);
        }

        await waiting.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_any_report_the_period_is_enough_also_for_a_folder_that_is_not_there()
    {
        using var watcher = Watch(Path.Combine(folder, "later"));
        var waiting = watcher.WaitForChangeAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await waiting.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }
}
