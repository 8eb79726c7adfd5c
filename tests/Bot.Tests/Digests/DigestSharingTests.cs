using Bot.Chat;
using Bot.State;

namespace Bot.Tests.Digests;

public class DigestSharingTests
{
    private const string Nairobi = "Russian Foreign Minister Sergey Lavrov landed in Nairobi on Monday for a trip of two days.\n";

    private const string Vienna = "Charles Kupchan flew to Vienna on Friday and spoke at the Diplomatic Academy.\n";

    [Fact]
    public async Task Digests_that_tell_the_same_are_kept_once_and_each_is_told_nothing_twice()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        for (var i = 0; i < 3; i++) bot.Ask("/digest subscribe at:07:00 zone:UTC", DigestBot.Manager with { Conversation = $"{i}" });
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        Assert.Single(Contents(bot), content => content.Contains("Nairobi", StringComparison.Ordinal));
        Assert.All(bot.Subscriptions.All(), one => Assert.Equal("nairobi.txt", Assert.Single(bot.Ledger.Newest(one.Id, 1)[0].Content!.Told).Briefing));

        await bot.WriteAsync("vienna.txt", Vienna);
        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.TurnAsync();
        Assert.Equal(6, bot.Platform.Posts.Count);
        Assert.All(bot.Platform.Posts.Skip(3), post => Assert.Contains("Vienna", Assert.Single(post.Reply.Blocks.OfType<Quote>()).Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Topics_tell_digests_of_one_window_apart()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi), ("vienna.txt", Vienna));
        foreach (var topics in (string[])["", "Lavrov", "Kupchan", "Graham"]) bot.Ask($"/digest subscribe {topics} at:07:00 zone:UTC", DigestBot.Manager with { Conversation = topics });
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        int Quotes(string conversation) => Assert.Single(bot.Platform.Posts, post => post.Conversation == conversation).Reply.Blocks.OfType<Quote>().Count();
        Assert.Equal((2, 1, 1, 0), (Quotes(""), Quotes("Lavrov"), Quotes("Kupchan"), Quotes("Graham")));
    }

    [Fact]
    public async Task Whatever_order_they_were_added_in_digests_come_in_the_order_they_are_due()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        for (var i = 39; i >= 0; i--) bot.Ask($"/digest subscribe at:07:{i:D2} zone:UTC", DigestBot.Manager with { Conversation = $"{i:D2}" });
        bot.Time.Advance(TimeSpan.FromHours(2));
        await bot.TurnAsync();
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i:D2}"), bot.Platform.Posts.Select(post => post.Conversation));
    }

    private static List<string> Contents(DigestBot bot) =>
        bot.Bot.Service<SharedState>().Read(session => session.Query("SELECT content FROM delivery", row => row.GetString(0)));
}
