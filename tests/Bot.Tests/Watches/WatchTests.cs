using Bot.Answers;
using Bot.Chat;
using Bot.Subscriptions;
using Bot.Tests.Digests;

namespace Bot.Tests.Watches;

public class WatchTests
{
    private const string Nairobi = "Lavrov in Nairobi\n\nRussian Foreign Minister Sergey Lavrov landed in Nairobi on Monday for a trip of two days. He met President William Ruto for ninety minutes.\n";

    private const string Vienna = "Kupchan in Vienna\n\nCharles Kupchan flew to Vienna on Friday and spoke at the Diplomatic Academy. He will speak there again on 20 March 2026.\n";

    private static readonly Asker Other = DigestBot.Manager with { Person = "43", MayManage = false };

    [Theory]
    [InlineData("/watch add Where did Kupchan fly?", "Charles Kupchan flew to Vienna")]
    [InlineData("/watch add who Kupchan", "Charles Kupchan flew to Vienna")]
    [InlineData("/watch add /when Diplomatic Academy", "Charles Kupchan flew to Vienna")]
    public async Task A_new_briefing_that_answers_is_told_once_with_its_sentence(string line, string sentence)
    {
        await using var bot = await WithNairobiAsync();
        var added = bot.Ask(line, Other);
        Assert.StartsWith("Watching. I tell it here, once,", added.Reason, StringComparison.Ordinal);
        await NextDayAsync(bot, "vienna.txt", Vienna);
        var (conversation, _, _, reply) = Assert.Single(bot.Platform.Posts);
        Assert.Equal(Other.Conversation, conversation);
        Assert.StartsWith(sentence, reply.Blocks.OfType<Quote>().First().Text, StringComparison.Ordinal);
        Assert.Contains("A new briefing answers your watch", reply.Blocks.OfType<Line>().First().Text, StringComparison.Ordinal);

        Assert.Contains(reply.Blocks.OfType<Button>(), button => button.CommandLine == $"/watch resume {added.Watches!.Single().Id}");

        await NextDayAsync(bot, "vienna2.txt", Vienna.Replace("Friday", "Saturday", StringComparison.Ordinal));
        Assert.Single(bot.Platform.Posts);
    }

    [Theory]
    [InlineData("/watch add Where did Lavrov fly?")]
    [InlineData("/watch add Who met Zelensky?")]
    [InlineData("/watch add who Lavrov")]
    [InlineData("/watch add /says Lavrov")]
    public async Task What_does_not_answer_and_what_was_there_before_is_not_told(string line)
    {
        await using var bot = await WithNairobiAsync();
        bot.Ask(line);
        await NextDayAsync(bot, "vienna.txt", Vienna);
        Assert.Empty(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_corrected_briefing_is_told_where_the_correction_answers()
    {
        await using var bot = await WithNairobiAsync();
        bot.Ask("/watch add Whom did Lavrov meet for sixty minutes?");
        bot.Ask("/watch add Where did Lavrov land?");
        await NextDayAsync(bot, "nairobi.txt", Nairobi.Replace("ninety minutes", "sixty minutes", StringComparison.Ordinal));
        Assert.Contains("sixty minutes", Assert.Single(bot.Platform.Posts).Reply.Blocks.OfType<Quote>().First().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("landed in Nairobi", "landed in Nairobi")]
    [InlineData("President William Ruto", "President  William Ruto,")]
    [InlineData("ninety minutes", "ninety mnutes")]
    public async Task A_misspelling_that_is_mended_is_no_news(string right, string wrong)
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi.Replace(right, wrong, StringComparison.Ordinal)));
        await bot.FollowAsync();
        bot.Ask("/watch add who Ruto");
        await NextDayAsync(bot, "nairobi.txt", Nairobi + "\nIt rained.\n");
        Assert.Empty(bot.Platform.Posts);
    }

    [Theory]
    [InlineData("Russian Foreign Minister Sergey Lavrov landed in Nairobi on Monday for a trip of two days, officials said.", 0)]
    [InlineData("Russian Foreign Minister Sergey Lavrov landed in Nairobi on Monday for a trip of 3 days.", 1)]
    [InlineData("Russian Foreign Minister Sergey Lavrov landed in Cairo on Monday for a trip of two days.", 1)]
    public async Task What_another_outlet_says_again_is_no_news(string sentence, int told)
    {
        await using var bot = await WithNairobiAsync();
        bot.Ask("/watch add who Lavrov");
        await NextDayAsync(bot, "again.txt", $"A trip\n\n{sentence}\n");
        Assert.Equal(told, bot.Platform.Posts.Count);
        await NextDayAsync(bot, "vienna.txt", Vienna.Replace("Charles Kupchan flew", "Sergey Lavrov flew", StringComparison.Ordinal));
        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task What_is_watched_for_on_the_page_is_told_to_the_screen_of_this_machine()
    {
        await using var bot = await WithNairobiAsync();
        var told = new List<Reply>();
        bot.News.Told += told.Add;
        bot.Ask("/watch add Where did Kupchan fly?", new Asker(Asker.Page, Asker.Page, Asker.Page, MayManage: true));
        await NextDayAsync(bot, "vienna.txt", Vienna);
        Assert.StartsWith("Charles Kupchan flew to Vienna", Assert.Single(told).Blocks.OfType<Quote>().First().Text, StringComparison.Ordinal);
        Assert.Empty(bot.Platform.Posts);
    }

    [Fact]
    public async Task What_came_in_quiet_hours_is_told_when_they_end()
    {
        await using var bot = await WithNairobiAsync();
        Assert.Equal("Your watches tell nothing from 22:00 to 08:30 (Europe/Rome). What comes meanwhile is told when they end.", bot.Ask("/watch quiet 22:00-8:30 zone:Europe/Rome").Reason);
        bot.Ask("/watch add Where did Kupchan fly?");
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.WriteAsync("vienna.txt", Vienna);
        await bot.FollowAsync();
        await bot.TurnAsync();
        Assert.Empty(bot.Platform.Posts);
        bot.Time.Advance(TimeSpan.FromMinutes(89));
        await bot.TurnAsync();
        // 08:30 in Rome is 07:30 in UTC in March, and the test begins at six.
        Assert.Equal(DigestBot.Morning.AddMinutes(90), Assert.Single(bot.Platform.Posts).At);
    }

    [Fact]
    public async Task What_is_late_because_the_channel_was_away_waits_for_the_end_of_quiet_hours_too()
    {
        await using var bot = await WithNairobiAsync();
        bot.Ask("/watch quiet 8-20 zone:UTC");
        bot.Ask("/watch add Where did Kupchan fly?");
        bot.Platform.IsAway = true;
        await NextDayAsync(bot, "vienna.txt", Vienna);
        bot.Platform.IsAway = false;
        bot.Time.Advance(TimeSpan.FromHours(3));
        await bot.TurnAsync();
        Assert.Empty(bot.Platform.Posts);
        Assert.Contains("Quiet hours, 08:00 to 20:00 (UTC).", Assert.Single(bot.Ask("/watch list").Watches!).Became, StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromHours(11));
        await bot.TurnAsync();
        Assert.Equal(20, Assert.Single(bot.Platform.Posts).At.Hour);
    }

    [Fact]
    public async Task A_briefing_that_is_gone_before_it_is_told_is_not_told_and_the_watch_waits_on()
    {
        await using var bot = await WithNairobiAsync();
        bot.Ask("/watch add Where did Kupchan fly?");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.WriteAsync("vienna.txt", Vienna);
        await bot.FollowAsync();
        await bot.RemoveAsync("vienna.txt");
        await bot.TurnAsync();
        Assert.Empty(bot.Platform.Posts);
        await NextDayAsync(bot, "again.txt", Vienna);
        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task Watches_are_each_persons_own_and_so_many()
    {
        await using var bot = await DigestBot.OverAsync(new Dictionary<string, string?> { ["Watches:MostPerPerson"] = "2" }, ("nairobi.txt", Nairobi));
        var first = bot.Ask("/watch add Where did Kupchan fly?").Watches!.Single();
        Assert.Equal("You watch for that here already.", bot.Ask("/watch add where did Kupchan fly?").Reason);
        bot.Ask("/watch add Who met Biden?");
        Assert.StartsWith("You have 2 watches waiting", bot.Ask("/watch add Who met Putin?").Reason, StringComparison.Ordinal);
        Assert.Equal(AnswerStatus.NotFound, bot.Ask("/watch list", Other).Status);
        Assert.Equal(AnswerStatus.NotFound, bot.Ask($"/watch stop {first.Id}", Other).Status);
        Assert.Equal("Stopped: you are told nothing more of it.", bot.Ask($"/watch stop {first.Id}").Reason);
        await NextDayAsync(bot, "vienna.txt", Vienna);
        Assert.Empty(bot.Platform.Posts);
        Assert.Equal("Watching again, for what comes from now on.", bot.Ask($"/watch resume {first.Id.ToLowerInvariant()}").Reason);
        Assert.Equal(2, bot.Ask("/watch list").Watches!.Count);
        Assert.Equal(AnswerStatus.Failed, bot.Ask("/watch add /help").Status);
        Assert.Equal("There is no word in that which a briefing could have.", bot.Ask("/watch add ???").Reason);
        var third = bot.Ask("/watch stop " + bot.Ask("/watch list").Watches![1].Id).Watches!.Single();
        bot.Ask("/watch add Who met Putin?");
        Assert.StartsWith("You have 2 watches waiting", bot.Ask($"/watch resume {third.Id}").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_at_each_step_leaves_it_told_once()
    {
        foreach (var step in new[] { "settle", "post", "posted", "confirm" })
        {
            await using var bot = await WithNairobiAsync();
            bot.Ask("/watch add Where did Kupchan fly?");
            bot.Time.Advance(TimeSpan.FromHours(1));
            await bot.WriteAsync("vienna.txt", Vienna);
            await bot.FollowAsync();
            var isReached = false;
            await Record.ExceptionAsync(() => bot.TurnAsync(at =>
            {
                if (at != step) return;
                isReached = true;
                throw new InvalidOperationException("The bot died.");
            }));
            Assert.True(isReached, step);
            bot.Time.Advance(TimeSpan.FromHours(1));
            await bot.FollowAsync();
            await bot.TurnAsync();
            await bot.TurnAsync();
            Assert.Single(bot.Platform.Posts);
        }
    }

    [Theory]
    [InlineData("22:00-07:00", "UTC", "2026-03-02T23:10Z", "2026-03-03T07:00Z")]
    [InlineData("22:00-07:00", "UTC", "2026-03-02T06:59Z", "2026-03-02T07:00Z")]
    [InlineData("22:00-07:00", "UTC", "2026-03-02T07:00Z", "2026-03-02T07:00Z")]
    [InlineData("12-13", "Asia/Kathmandu", "2026-03-02T06:30Z", "2026-03-02T07:15Z")]
    [InlineData("01:00-02:30", "Europe/Rome", "2026-03-29T00:30Z", "2026-03-29T01:00Z")]
    public void Quiet_hours_end_at_their_local_time(string hours, string zone, string instant, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end, null), QuietHours.Read(hours, zone).Hours!.After(DateTimeOffset.Parse(instant, null)));

    private static async Task<DigestBot> WithNairobiAsync()
    {
        var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        await bot.FollowAsync();
        return bot;
    }

    private static async Task NextDayAsync(DigestBot bot, string name, string text)
    {
        await bot.FollowAsync();
        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.WriteAsync(name, text);
        await bot.FollowAsync();
        await bot.TurnAsync();
    }
}
