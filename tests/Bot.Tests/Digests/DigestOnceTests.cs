using Bot.Chat;
using Bot.Digests;
using Bot.Subscriptions;

namespace Bot.Tests.Digests;

public class DigestOnceTests
{
    private const string Seed = "Sergey Lavrov met the former officials in New York in April, and the talks went on for several hours.\n";

    public static TheoryData<string> Steps => ["settle", "post", "posted", "confirm"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_bot_that_dies_at_any_step_leaves_one_digest_in_the_channel(string step)
    {
        await using var bot = await DigestBot.OverAsync(("talks.txt", Seed));
        bot.Ask("/digest subscribe at:07:00 zone:UTC");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.TurnAsync(AtStep(step)));
        await bot.TurnAsync();
        Assert.True(bot.Platform.Posts.Count <= 1, "posted again while another may still be at it");
        // The lease of the dead one, and longer than a nonce is kept.
        bot.Time.Advance(TimeSpan.FromMinutes(10));
        await bot.TurnAsync();
        await bot.TurnAsync();
        Assert.Single(bot.Platform.Posts);
        Assert.Equal(DeliveryState.Confirmed, Assert.Single(bot.Ledger.Newest(bot.Subscriptions.All()[0].Id, 9)).State);
    }

    [Fact]
    public async Task Three_replicas_post_each_digest_once()
    {
        await using var bot = await DigestBot.OverAsync(("talks.txt", Seed));
        for (var i = 0; i < 30; i++) bot.Ask("/digest subscribe at:07:00 zone:UTC", DigestBot.Manager with { Conversation = $"{i}" });
        bot.Time.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => bot.TurnAsync())));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}").Order(), bot.Platform.Posts.Select(post => post.Conversation).Order());
    }

    [Fact]
    public async Task While_the_platform_is_away_a_digest_waits_and_comes_when_it_is_back()
    {
        await using var bot = await DigestBot.OverAsync(("talks.txt", Seed));
        bot.Ask("/digest subscribe at:07:00 zone:UTC");
        bot.Time.Advance(TimeSpan.FromHours(1));
        bot.Platform.IsAway = true;
        await bot.TurnAsync();
        Assert.Contains("Discord cannot be reached.", bot.Ask("/digest list").Subscriptions![0].Last, StringComparison.Ordinal);
        bot.Platform.IsAway = false;
        bot.Time.Advance(TimeSpan.FromMinutes(20));
        await bot.TurnAsync();
        Assert.Single(bot.Platform.Posts);
    }

    [Theory]
    [InlineData("merged", "post", 1, "Charles, Sergey")]
    [InlineData("skipped", "post", 1, "Charles")]
    [InlineData("late", "post", 2, "Charles, Sergey")]
    // What may stand in the channel already is looked for there, whatever was chosen.
    [InlineData("merged", "posted", 2, "Charles, Sergey")]
    [InlineData("skipped", "posted", 2, "Charles, Sergey")]
    public async Task A_digest_that_waits_for_its_channel_when_the_next_is_due_goes_the_way_that_was_chosen(string missed, string dies, int posts, string told)
    {
        await using var bot = await DigestBot.OverAsync();
        bot.Ask($"/digest subscribe at:07:00 zone:UTC missed:{missed}");
        await bot.WriteAsync("morning.txt", Seed);
        bot.Time.Advance(TimeSpan.FromHours(1));
        bot.Platform.IsAway = dies == "post";
        await Record.ExceptionAsync(() => bot.TurnAsync(dies == "posted" ? AtStep(dies) : null));
        bot.Platform.IsAway = true;
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        await bot.WriteAsync("noon.txt", "Charles Kupchan flew to Vienna on Friday and spoke at the Diplomatic Academy there.\n");
        bot.Time.Advance(TimeSpan.FromHours(23));
        await bot.TurnAsync();
        bot.Platform.IsAway = false;
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        await bot.TurnAsync();
        Assert.Equal(posts, bot.Platform.Posts.Count);
        Assert.Equal(told, string.Join(", ", bot.Platform.Posts.SelectMany(post => post.Reply.Blocks.OfType<Quote>()).Select(quote => quote.Text.Split(' ')[0]).Order()));
        // And the next tells none of it again.
        bot.Time.Advance(TimeSpan.FromHours(23));
        await bot.TurnAsync();
        Assert.Empty(bot.Platform.Posts[^1].Reply.Blocks.OfType<Quote>());
    }

    [Fact]
    public async Task A_channel_that_is_gone_is_tried_once_and_told_in_the_list()
    {
        await using var bot = await DigestBot.OverAsync(("talks.txt", Seed));
        bot.Ask("/digest subscribe at:07:00 zone:UTC");
        bot.Time.Advance(TimeSpan.FromHours(1));
        var tries = 0;
        bot.Platform.Refusing = _ =>
        {
            tries++;
            return new PostResult(null, "The channel is gone.", MayBeTriedAgain: false);
        };
        await bot.TurnAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.TurnAsync();
        Assert.Equal(1, tries);
        Assert.Contains("The channel is gone.", bot.Ask("/digest list").Subscriptions![0].Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_a_thousand_days_of_kills_outages_and_clock_changes_none_is_missed_none_doubled_and_none_at_a_wrong_time()
    {
        await using var bot = await DigestBot.OverAsync(isSimulated: true, ("talks.txt", Seed));
        string[] zones = ["Europe/Rome", "Asia/Kathmandu", "Australia/Lord_Howe"];
        var random = new Random(20260302);
        foreach (var zone in zones)
        {
            bot.Ask($"/digest subscribe at:{random.Next(24):D2}:{random.Next(60):D2} zone:{zone} missed:late", DigestBot.Manager with { Conversation = zone });
        }
        var end = DigestBot.Morning.AddDays(1_000);
        while (bot.Time.GetUtcNow() < end)
        {
            // Mostly minutes, sometimes an outage of days; the clock itself may be set forward as well.
            bot.Time.Advance(random.Next(20) == 0 ? TimeSpan.FromHours(random.Next(1, 72)) : TimeSpan.FromMinutes(random.Next(1, 240)));
            bot.Platform.IsAway = random.Next(10) == 0;
            var dies = random.Next(4) == 0 ? Steps.ElementAt(random.Next(Steps.Count)).Data : null;
            try
            {
                await bot.TurnAsync(dies is null ? null : AtStep(dies));
            }
            catch (OperationCanceledException)
            {
                // Another replica, or the same one after its start, goes on.
            }
        }
        bot.Platform.IsAway = false;
        for (var i = 0; i < 5; i++)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(20));
            await bot.TurnAsync();
        }

        var now = bot.Time.GetUtcNow();
        Assert.Equal(zones.Length, bot.Subscriptions.All().Count);
        foreach (var one in bot.Subscriptions.All())
        {
            var keys = LocalTimes(one, now).Select(due => new Delivery(one.Id, due, due, due, DeliveryState.Due, 0, null, null, null, due, null).Key).ToList();
            Assert.True(keys.Count > 990, $"{one.Times.Zone}: {keys.Count}");
            // One that was held up may come after the next.
            Assert.Equal(keys.Order(), bot.Platform.Posts.Where(post => post.Conversation == one.Conversation).Select(post => post.Key).Order());
        }
    }

    /// <summary>Reckoned day by day from the zone's rules alone, and not as the bot does it.</summary>
    private static IEnumerable<DateTimeOffset> LocalTimes(Subscription one, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(one.Times.Zone);
        for (var day = DateOnly.FromDateTime(one.Created.UtcDateTime).AddDays(-1); ; day = day.AddDays(1))
        {
            var local = day.ToDateTime(one.Times.At);
            while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
            // The earlier of two instants is the one with the greater offset.
            var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
            var due = new DateTimeOffset(local, offset).ToUniversalTime();
            if (due > now) yield break;
            if (due > one.Created) yield return due;
        }
    }

    private static Action<string> AtStep(string step) => reached =>
    {
        if (reached == step) throw new OperationCanceledException(step);
    };
}
