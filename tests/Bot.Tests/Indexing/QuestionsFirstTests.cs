using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Indexing;

/// <summary>Who asks goes before what is indexed, and what is indexed is not kept out for ever.</summary>
public sealed class QuestionsFirstTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string folder = Directory.CreateTempSubdirectory("bot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_briefing_waits_until_the_last_question_is_answered()
    {
        var questions = new QuestionsFirst(Timeout.InfiniteTimeSpan);
        using var index = PassageIndex.OpenToWrite(folder, Guid.NewGuid(), lastRevision: 0);
        var updater = new IndexUpdater(index, questions, NullLogger.Instance);
        var (first, second) = (questions.Ask(), questions.Ask());
        updater.Apply([Briefing("a")]);
        Assert.True(SpinWait.SpinUntil(() => questions.Waiting == 1, Patience));
        first.Dispose();
        Assert.Equal((1, 1), (questions.Asked, questions.Waiting));

        second.Dispose();
        updater.WaitUntilApplied();
        index.Refresh();
        using var snapshot = index.Snapshot();
        Assert.Equal((0, 0, 1), (questions.Asked, questions.Waiting, snapshot.Size(Scope.Main).Briefings));
    }

    [Fact]
    public void However_much_is_asked_the_briefings_get_in()
    {
        var questions = new QuestionsFirst(TimeSpan.Zero);
        using var index = PassageIndex.OpenToWrite(folder, Guid.NewGuid(), lastRevision: 0);
        var updater = new IndexUpdater(index, questions, NullLogger.Instance);
        using var asked = questions.Ask();
        updater.Apply([Briefing("a"), Briefing("b")]);
        updater.WaitUntilApplied();
        index.Refresh();
        using var snapshot = index.Snapshot();
        Assert.Equal(2, snapshot.Size(Scope.Main).Briefings);
    }

    [Fact]
    public void What_is_gone_waits_for_nobody()
    {
        var questions = new QuestionsFirst(Timeout.InfiniteTimeSpan);
        using var index = PassageIndex.OpenToWrite(folder, Guid.NewGuid(), lastRevision: 0);
        var updater = new IndexUpdater(index, questions, NullLogger.Instance);
        updater.Apply([Briefing("a"), Briefing("b")]);
        updater.WaitUntilApplied();
        using (questions.Ask())
        {
            updater.Apply([Briefing("a") with { Briefing = null }]);
            updater.WaitUntilApplied();
        }
        index.Refresh();
        using var snapshot = index.Snapshot();
        Assert.Equal(1, snapshot.Size(Scope.Main).Briefings);
    }

    [Fact]
    public async Task While_it_is_answered_a_question_is_known_and_no_longer()
    {
        var clock = new AskingClock();
        await using var bot = await TestBot.OverAsync(Seed.Folder, with: services => services.AddSingleton<TimeProvider>(clock));
        var questions = bot.Service<QuestionsFirst>();
        clock.Look = () => questions.Asked;
        bot.Ask("/who Lavrov");
        Assert.Equal((1, 0), (clock.Seen, questions.Asked));
    }

    private static BriefingChange Briefing(string id)
    {
        const string text = "Lavrov met Haass in New York.";
        var briefing = new Briefing(new BriefingId(id), text, new TextSpan(0, text.Length), "Talks", null, null, null, "en");
        return new BriefingChange(
            new LoggedBriefing(
                briefing.Id, Scope.MainCollection, id, null, TextHash.Of(text), briefing.Body, "Talks", null, null, null, "en",
                DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null, 1),
            briefing);
    }

    /// <summary>Looks at something each time it is asked for the time.</summary>
    private sealed class AskingClock : TimeProvider
    {
        public Func<int>? Look { get; set; }

        public int Seen { get; private set; }

        public override long GetTimestamp()
        {
            if (Look is { } look) Seen = Math.Max(Seen, look());
            return base.GetTimestamp();
        }
    }
}
