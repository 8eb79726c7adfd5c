using Bot.Chat;
using Bot.Indexing;
using Bot.People;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.People;

public class PeopleFollowerTests
{
    [Fact]
    public async Task The_people_are_counted_together_before_anybody_asks()
    {
        await using var bot = await TestBot.OverAsync(Seed.Folder);
        var follower = Assert.Single(bot.Service<IEnumerable<IHostedService>>().OfType<PeopleFollower>());

        await follower.Ready.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.True(bot.Service<PeopleSource>().IsCurrent(bot.Service<DataFolder>().Index, Scope.Main));
    }

    [Fact]
    public async Task A_bot_that_could_not_read_its_briefings_stops_all_the_same()
    {
        var progress = new IndexingProgress();
        progress.Fail(new CannotStartException("No folder."));
        using var follower = new PeopleFollower(null!, null!, progress, TimeProvider.System);

        await follower.StartAsync(TestContext.Current.CancellationToken);
        await follower.ExecuteTask!;

        Assert.True(follower.ExecuteTask.IsCompletedSuccessfully);
    }
}
