using Bot.App.Terminal;
using Bot.Indexing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Terminal;

public class ProgressLineTests
{
    [Fact]
    public async Task Without_a_terminal_a_line_now_and_then_tells_how_far_the_reading_is()
    {
        var time = new FakeTimeProvider();
        var progress = new IndexingProgress();
        var output = new Lines();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var waiting = ProgressLine.WaitInLinesAsync(progress, time, output, stop.Token);

        progress.Report(new IndexingState(true, 1_000, 10_000, 4_000_000, 40_000_000));
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(output.Next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Reading: 1,000 of 10,000 files (10 %)", await output.Next.WaitAsync(TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private sealed class Lines : StringWriter
    {
        private readonly TaskCompletionSource<string?> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string?> Next => next.Task;

        public override void WriteLine(string? value) => next.TrySetResult(value);
    }
}
