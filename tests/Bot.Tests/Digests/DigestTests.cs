using Bot.Answers;
using Bot.Chat;

namespace Bot.Tests.Digests;

public class DigestTests
{
    private const string Nairobi = "Lavrov in Nairobi\n\nRussian Foreign Minister Sergey Lavrov landed in Nairobi on Monday for a trip of two days. He met President William Ruto for ninety minutes.\n";

    private const string Vienna = "Kupchan in Vienna\n\nCharles Kupchan flew to Vienna on Friday and spoke at the Diplomatic Academy. He will speak there again on 20 March 2026.\n";

    [Fact]
    public async Task A_digest_is_lines_of_its_sources()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi), ("vienna.txt", Vienna));
        var digest = bot.Ask("/digest now");
        Assert.Equal(AnswerStatus.Found, digest.Status);
        Assert.Equal(2, digest.Digest!.Items.Count);
        var texts = new[] { Nairobi, Vienna };
        Assert.All(digest.Passages, passage => Assert.Contains(texts, text => text[passage.Start..passage.End] == passage.Text));
        Assert.Contains(digest.Passages, passage => passage.Text.StartsWith("Russian Foreign Minister Sergey Lavrov landed", StringComparison.Ordinal));
        Assert.Contains("Sergey Lavrov", digest.Digest.People);
        var coming = Assert.Single(digest.Digest.Upcoming);
        Assert.Equal((new DateOnly(2026, 3, 20), "He will speak there again on 20 March 2026."), (coming.Day, digest.Passages[coming.Passage].Text));
    }

    [Fact]
    public async Task A_digest_of_a_topic_tells_of_nothing_else()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi), ("vienna.txt", Vienna));
        var digest = bot.Ask("/digest now Лавров").Digest!;
        Assert.Equal("nairobi.txt", bot.Ask("/digest now Lavrov").Passages[digest.Items.Single().Passage].Briefing);
        Assert.Equal(AnswerStatus.NotFound, bot.Ask("/digest now grain deliveries").Status);
        Assert.Equal("page:2 is beyond the last page. /digest now shows the first.", bot.Ask("/digest now page:2").Reason);
    }

    [Fact]
    public async Task The_same_story_of_several_outlets_is_one_item()
    {
        await using var bot = await DigestBot.OverAsync(("a.txt", Nairobi), ("b.md", "---\nsource: NBC News\n---\n" + Nairobi + "\nHe then left for Burundi.\n"), ("vienna.txt", Vienna));
        var digest = bot.Ask("/digest now").Digest!;
        Assert.Equal(2, digest.Items.Count);
        Assert.Equal("NBC News", Assert.Single(digest.Items, item => item.Others.Count == 1).Others[0].Source);
    }

    [Fact]
    public async Task A_posted_digest_is_not_told_again_and_a_corrected_briefing_is_with_before_and_after()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        var subscribed = bot.Ask("/digest subscribe at:07:00 zone:UTC");
        Assert.Equal(AnswerStatus.Found, subscribed.Status);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        Assert.Contains("landed in Nairobi", Text(Assert.Single(bot.Platform.Posts).Reply), StringComparison.Ordinal);

        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.WriteAsync("nairobi.txt", Nairobi.Replace("ninety minutes", "sixty minutes", StringComparison.Ordinal));
        await bot.WriteAsync("vienna.txt", Vienna);
        bot.Time.Advance(TimeSpan.FromHours(23));
        await bot.TurnAsync();
        var second = bot.Platform.Posts[^1].Reply;
        Assert.Equal(2, bot.Platform.Posts.Count);
        Assert.Contains(second.Blocks.OfType<Quote>(), quote => quote is { Text: "He met President William Ruto for sixty minutes." }
            && quote.Lead == "Changed; before: “He met President William Ruto for ninety minutes.”");
        Assert.DoesNotContain("landed in Nairobi", Text(second), StringComparison.Ordinal);
        Assert.Contains("flew to Vienna", Text(second), StringComparison.Ordinal);

        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.TurnAsync();
        Assert.Contains("Nothing new", Text(bot.Platform.Posts[^1].Reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_in_the_words_of_another_outlet_the_day_after_is_not_new()
    {
        await using var bot = await DigestBot.OverAsync(("a.txt", Nairobi));
        bot.Ask("/digest subscribe at:07:00 zone:UTC empty:silent");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        bot.Time.Advance(TimeSpan.FromHours(2));
        await bot.WriteAsync("b.txt", Nairobi + "\nHe then left for Burundi.\n");
        bot.Time.Advance(TimeSpan.FromHours(22));
        await bot.TurnAsync();
        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task Only_who_may_manage_the_channel_subscribes_it_and_everybody_previews()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        var member = DigestBot.Manager with { MayManage = false };
        Assert.Equal(AnswerStatus.NotAllowed, bot.Ask("/digest subscribe", member).Status);
        Assert.Equal(AnswerStatus.Found, bot.Ask("/digest now", member).Status);
        Assert.Equal(AnswerStatus.NotFound, bot.Ask("/digest list", member).Status);
        var id = Assert.Single(bot.Ask("/digest subscribe").Subscriptions!).Id;
        Assert.Equal(AnswerStatus.NotAllowed, bot.Ask($"/digest stop {id}", member).Status);
        Assert.Equal(AnswerStatus.NotFound, bot.Ask($"/digest stop {id}", DigestBot.Manager with { Conversation = "1100000000000000002" }).Status);
        Assert.Equal(id, Assert.Single(bot.Ask("/digest list", member).Subscriptions!).Id);
    }

    [Fact]
    public async Task A_stopped_digest_is_posted_no_more_and_goes_on_when_it_is_resumed()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        var id = bot.Ask("/digest subscribe at:07:00 zone:UTC").Subscriptions![0].Id;
        Assert.True(bot.Ask($"/digest stop {id}").Subscriptions![0].IsStopped);
        bot.Time.Advance(TimeSpan.FromDays(3));
        await bot.TurnAsync();
        Assert.Empty(bot.Platform.Posts);
        Assert.Equal(DigestBot.Morning.AddDays(3).AddHours(1), bot.Ask($"/digest resume {id}").Subscriptions![0].Next);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        Assert.Single(bot.Platform.Posts);
    }

    [Theory]
    [InlineData("/digest subscribe at:25:00", "at: takes a time of day such as 07:00; \"25:00\" is none.")]
    [InlineData("/digest subscribe zone:rome", "zone: takes a time zone such as Europe/Rome; \"rome\" is none that this machine knows. Did you mean Europe/Rome?")]
    [InlineData("/digest subscribe days:someday", "days: takes daily, weekdays, mon-fri or mon,thu; \"someday\" is none of them.")]
    [InlineData("/digest subscribe empty:never", "empty: takes say or silent; \"never\" is neither.")]
    [InlineData("/digest frobnicate", "/digest takes now, subscribe, list, sent, stop, show, more or resume; \"frobnicate\" is none of them.")]
    public async Task What_cannot_be_subscribed_is_told(string line, string reason)
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        Assert.Equal((AnswerStatus.Failed, reason), (bot.Ask(line).Status, bot.Ask(line).Reason));
    }

    [Fact]
    public async Task What_a_digest_has_no_room_for_stands_behind_its_button()
    {
        string[] verbs = ["sang", "wept", "swam", "slept", "read", "wrote", "drew", "ran", "sat", "stood", "spoke", "left"];
        await using var bot = await DigestBot.OverAsync([.. verbs.Select((verb, i) => ($"b{i}.txt", $"Sergey Lavrov {verb} number {i} times before the {verb} gathering number {i} was over.\n"))]);
        bot.Ask("/digest subscribe at:07:00 zone:UTC");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        var post = Assert.Single(bot.Platform.Posts).Reply;
        Assert.Equal(10, post.Blocks.OfType<Quote>().Count());
        var button = Assert.Single(post.Blocks.OfType<Button>());
        Assert.Equal("2 more", button.Label);
        Assert.Equal(post.Blocks.OfType<Quote>().Select(quote => quote.Text), bot.Ask($"/digest show {bot.Subscriptions.All()[0].Id}").Passages.Select(passage => passage.Text));
        var more = bot.Ask(button.CommandLine);
        Assert.Equal(2, more.Passages.Count);
        Assert.Empty(more.Passages.Select(passage => passage.Text).Intersect(post.Blocks.OfType<Quote>().Select(quote => quote.Text)));
        Assert.Equal(AnswerStatus.NotFound, bot.Ask(button.CommandLine, DigestBot.Manager with { Conversation = "1100000000000000002" }).Status);
    }

    [Theory]
    [InlineData("merged", 1, "landed in Nairobi")]
    [InlineData("late", 3, "landed in Nairobi")]
    [InlineData("skipped", 0, "flew to Vienna")]
    public async Task What_came_while_the_bot_was_away_is_told_as_was_chosen(string missed, int posts, string told)
    {
        await using var bot = await DigestBot.OverAsync(("first.txt", "Richard Haass wrote a column about the council he led for years.\n"));
        bot.Ask($"/digest subscribe at:07:00 zone:UTC missed:{missed}");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        // Two hours after the third digest that was missed, the bot reads what came meanwhile, and looks what is due.
        bot.Time.Advance(TimeSpan.FromHours(3 * 24 + 2));
        await bot.WriteAsync("nairobi.txt", Nairobi);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.TurnAsync();
        Assert.Equal(1 + posts, bot.Platform.Posts.Count);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.WriteAsync("vienna.txt", Vienna);
        bot.Time.Advance(TimeSpan.FromHours(22));
        await bot.TurnAsync();
        var meanwhile = bot.Platform.Posts.Skip(1).Select(post => Text(post.Reply)).ToList();
        Assert.Single(meanwhile, text => text.Contains(told, StringComparison.Ordinal));
        Assert.Equal(missed == "skipped", !meanwhile.Exists(text => text.Contains("landed in Nairobi", StringComparison.Ordinal)));
        Assert.Contains("flew to Vienna", meanwhile[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_title_makes_nothing_new_and_what_was_taken_out_is_told()
    {
        await using var bot = await DigestBot.OverAsync(("a.md", "---\ntitle: In Nairobi\n---\n" + Nairobi));
        bot.Ask("/digest subscribe at:07:00 zone:UTC");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.WriteAsync("a.md", "---\ntitle: Two days in Nairobi\n---\n" + Nairobi);
        bot.Time.Advance(TimeSpan.FromHours(23));
        await bot.TurnAsync();
        Assert.Contains("Nothing new", Text(bot.Platform.Posts[^1].Reply), StringComparison.Ordinal);
        await bot.WriteAsync("a.md", "---\ntitle: Two days in Nairobi\n---\n" + Nairobi.Replace(" He met President William Ruto for ninety minutes.", "", StringComparison.Ordinal));
        bot.Time.Advance(TimeSpan.FromHours(24));
        await bot.TurnAsync();
        Assert.Contains(bot.Platform.Posts[^1].Reply.Blocks.OfType<Quote>(), quote => quote.Lead == "Taken out: “He met President William Ruto for ninety minutes.”");
    }

    private static string Text(Reply reply) => string.Join('\n', reply.Blocks.Select(block => block.ToString()));
}
