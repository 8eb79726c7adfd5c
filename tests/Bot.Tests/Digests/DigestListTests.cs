using Bot.Answers;
using Bot.Chat;
using Bot.Digests;

namespace Bot.Tests.Digests;

/// <summary>Which digests there are and what became of them: in a channel its own, for whoever runs the bot all.</summary>
public class DigestListTests
{
    private const string Nairobi = "Lavrov in Nairobi\n\nRussian Foreign Minister Sergey Lavrov landed in Nairobi on Monday for a trip of two days.\n";

    private static readonly Asker Other = DigestBot.Manager with { Conversation = "1100000000000000002" };

    private static readonly Asker Operator = new(Asker.Page, Asker.Page, Asker.Page, MayManage: true);

    private static readonly Asker Reader = Operator with { MayManage = false };

    [Fact]
    public async Task Whoever_runs_the_bot_sees_the_digests_of_every_conversation_and_a_channel_its_own()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        Assert.Equal("There is no digest. /digest subscribe makes one; /digest now shows what is new.", bot.Ask("/digest list", Reader).Reason);
        bot.Ask("/digest subscribe talks");
        bot.Ask("/digest subscribe", Other);
        bot.Ask("/digest subscribe grain", Operator);
        Assert.Equal(
            ["discord 1100000000000000001", "discord 1100000000000000002", "the page"], bot.Ask("/digest list", Reader).Subscriptions!.Select(one => one.Place!).Order());
        Assert.Contains("talks · discord 1100000000000000001 · 07:00 UTC, daily", Text(bot.Ask("/digest list", Operator)), StringComparison.Ordinal);
        var own = Assert.Single(bot.Ask("/digest list").Subscriptions!);
        Assert.Equal(("talks", null), (Assert.Single(own.Topics), own.Place));
    }

    [Fact]
    public async Task Whoever_runs_the_bot_stops_and_resumes_the_digest_of_a_channel_and_another_channel_does_not()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        var id = Assert.Single(bot.Ask("/digest subscribe").Subscriptions!).Id;
        Assert.Equal($"This channel has no digest \"{id}\". /digest list shows those it has.", bot.Ask($"/digest stop {id}", Other).Reason);
        Assert.Equal(AnswerStatus.NotAllowed, bot.Ask($"/digest stop {id}", Reader).Status);
        Assert.False(Assert.Single(bot.Ask("/digest list").Subscriptions!).IsStopped);
        Assert.True(Assert.Single(bot.Ask($"/digest stop {id}", Operator).Subscriptions!).IsStopped);
        Assert.True(Assert.Single(bot.Ask("/digest list").Subscriptions!).IsStopped);
        Assert.False(Assert.Single(bot.Ask($"/digest resume {id}", Operator).Subscriptions!).IsStopped);
        Assert.Equal("There is no digest \"XXXXXX\". /digest list shows all there are.", bot.Ask("/digest stop XXXXXX", Operator).Reason);
    }

    [Fact]
    public async Task What_became_of_each_digest_is_told_the_newest_first_with_a_button_to_see_it_again()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        Assert.Equal("No digest was due yet. /digest now shows what is new.", bot.Ask("/digest sent").Reason);
        var id = Assert.Single(bot.Ask("/digest subscribe at:08:00 zone:Europe/Rome").Subscriptions!).Id;
        bot.Ask("/digest subscribe at:06:30 zone:UTC", Other);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();

        var sent = Assert.Single(bot.Ask("/digest sent").Sent!);
        Assert.Equal((id, DigestOutcome.Posted, 1, null), (sent.Subscription, sent.Outcome, sent.Stories, sent.Place));
        var reply = AnswerReply.For(bot.Ask("/digest sent"));
        Assert.Equal(new Field("2026-03-02 08:00", $"Europe/Rome · all that is new · posted, 1 story · {id}"), reply.Blocks[0]);
        var button = Assert.IsType<Button>(reply.Blocks[1]);
        Assert.Equal($"Show {id} of 2026-03-02", button.Label);
        Assert.Contains("landed in Nairobi", Assert.Single(bot.Ask(button.CommandLine).Passages).Text, StringComparison.Ordinal);
        Assert.Equal(2, reply.Blocks.Count);

        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.TurnAsync();
        Assert.Equal([DigestOutcome.NothingNew, DigestOutcome.Posted], bot.Ask("/digest sent").Sent!.Select(one => one.Outcome));
        // By the instant, not by what clocks in their zones show.
        var all = bot.Ask("/digest sent", Reader).Sent!;
        Assert.Equal(4, all.Count);
        Assert.Equal(all.OrderByDescending(one => one.Due).Select(one => one.Due), all.Select(one => one.Due));
        Assert.Equal(["discord 1100000000000000001", "discord 1100000000000000002"], all.Select(one => one.Place!).Distinct().Order());
    }

    [Fact]
    public async Task A_digest_that_was_not_posted_is_told_with_the_reason_and_one_that_was_left_out_as_such()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        bot.Ask("/digest subscribe at:07:00 zone:UTC missed:skipped");
        bot.Platform.Refusing = _ => new PostResult(null, "The channel is gone.", MayBeTriedAgain: false);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        bot.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(5));
        await bot.TurnAsync();
        Assert.Equal([DigestOutcome.LeftOut, DigestOutcome.Failed], bot.Ask("/digest sent").Sent!.Select(one => one.Outcome));
        Assert.Contains("not posted: The channel is gone.", Text(bot.Ask("/digest sent")), StringComparison.Ordinal);
        Assert.DoesNotContain(AnswerReply.For(bot.Ask("/digest sent")).Blocks, block => block is Button);
    }

    [Fact]
    public async Task The_newest_twenty_are_told()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        bot.Ask("/digest subscribe at:07:00 zone:UTC");
        var one = bot.Subscriptions.All().Single();
        var due = Enumerable.Range(1, 30).Select(day => DigestBot.Morning.AddDays(day)).ToList();
        bot.Ledger.Plan([(one, [.. due.Select(at => new PlannedDigest(at, at - DigestSchedule.FirstWindow, at, IsSkipped: true))])], DigestBot.Morning);
        Assert.Equal(due.AsEnumerable().Reverse().Take(20), bot.Ask("/digest sent").Sent!.Select(sent => sent.Due));
    }

    [Fact]
    public async Task Whoever_only_reads_changes_nothing_whatever_they_give()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        var id = bot.Ask("/digest subscribe").Subscriptions![0].Id;
        var before = bot.Subscriptions.Everywhere();
        foreach (var command in CommandCatalog.Commands.SelectMany(command => command.Subcommands).Where(command => command.Changes))
        {
            var answer = bot.Ask($"/{command.Name} {(command.Main is { IsRequired: true } ? id : "")}", Reader);
            Assert.Equal(AnswerStatus.NotAllowed, answer.Status);
            Assert.Contains("Nothing was changed: a link only reads", answer.Reason, StringComparison.Ordinal);
            // An example is a button in the help.
            Assert.Empty(command.Examples);
        }
        Assert.Equal(before.Select(one => (one.Id, one.Stopped)), bot.Subscriptions.Everywhere().Select(one => (one.Id, one.Stopped)));
    }

    private static string Text(Answer answer) => string.Join('\n', AnswerReply.For(answer).Blocks.Select(block => block.ToString()));
}
