using Bot.App.Wording;
using Bot.Indexing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Terminal;

public class IndexingPaceTests
{
    [Fact]
    public void It_tells_files_done_rate_and_time_left()
    {
        var time = new FakeTimeProvider();
        var pace = new IndexingPace(time);
        Assert.Equal("the first files", pace.Describe(new IndexingState(true, 0, 0, 0, 0)));
        Assert.Equal("0 of 30,000 files (0 %)", pace.Describe(new IndexingState(true, 0, 30_000, 0, 100_000_000)));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("12,000 of 30,000 files (40 %), 4.0 MB/s, 15 s left", pace.Describe(new IndexingState(true, 12_000, 30_000, 40_000_000, 100_000_000)));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("13,500 of 30,000 files (45 %), 0.1 MB/s, 13 min left", pace.Describe(new IndexingState(true, 13_500, 30_000, 45_000_000, 100_000_000)));
    }
}
