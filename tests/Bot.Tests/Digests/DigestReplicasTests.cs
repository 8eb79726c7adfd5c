using Bot.Chat;
using Bot.Digests;
using Bot.State;
using Bot.Subscriptions;
using Bot.Tests.State;

namespace Bot.Tests.Digests;

/// <summary>Three replicas on one PostgreSQL, each with an index of its own.</summary>
public sealed class DigestReplicasTests(PostgresServer server)
{
    private const int Channels = 40;

    [Fact]
    public async Task Each_digest_is_posted_once_though_replicas_die_at_every_step()
    {
        var database = await server.NewDatabaseAsync();
        await using var bot = await DigestBot.OverAsync(isSimulated: true, ("talks.txt", "Sergey Lavrov met the former officials in New York in April.\n"));
        using var first = SharedState.OpenPostgres(database);
        var store = new SubscriptionStore(first);
        for (var i = 0; i < Channels; i++)
        {
            store.Add(new Subscription(
                $"S{i}", "discord", $"{i}", Scope.Main, [], new DigestTimes(new TimeOnly(7, 0), "UTC", Weekdays.Daily), WhenEmpty.Say, AfterDowntime.Merged, DigestBot.Morning));
        }
        bot.Time.Advance(TimeSpan.FromHours(1));
        var random = new Random(7);
        for (var round = 0; round < 12; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => TurnAsync(bot, database, random))));
            bot.Time.Advance(TimeSpan.FromMinutes(3));
        }
        await bot.Replica(state: first).TurnAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, Channels).Select(i => $"{i}").Order(), bot.Platform.Posts.Select(post => post.Conversation).Order());
        var ledger = new DigestLedger(first);
        Assert.All(store.All(), one => Assert.Equal(DeliveryState.Confirmed, Assert.Single(ledger.Newest(one.Id, 9)).State));
        Assert.Equal(Channels, ledger.NewestOf(null, null, 99).Count);
        Assert.Equal("S3", Assert.Single(ledger.NewestOf("discord", "3", 99)).Subscription);
    }

    [Fact]
    public async Task A_replica_that_begins_later_takes_no_old_briefing_for_news()
    {
        var database = new Dictionary<string, string?> { ["Data:Database"] = await server.NewDatabaseAsync() };
        (string, string) old = ("talks.txt", "Sergey Lavrov met the former officials in New York in April.\n");
        await using var first = await DigestBot.OverAsync(database, old);
        await first.TurnAsync();
        first.Time.Advance(TimeSpan.FromDays(10));
        first.Ask("/digest subscribe at:07:00 zone:UTC");

        await using var second = await DigestBot.OverAsync(database, first.Time.GetUtcNow(), old);
        await second.WriteAsync("vienna.txt", "Charles Kupchan flew to Vienna on Friday and spoke at the Diplomatic Academy there.\n");
        second.Time.Advance(TimeSpan.FromHours(1));
        await second.TurnAsync();
        var told = Assert.Single(second.Platform.Posts).Reply.Blocks.OfType<Quote>();
        Assert.StartsWith("Charles Kupchan", Assert.Single(told).Text, StringComparison.Ordinal);
    }

    /// <summary>Each watch waits in its own conversation; briefings that answer them come while replicas follow, post and die.</summary>
    [Fact]
    public async Task Each_watch_is_told_once_though_replicas_die_at_every_step()
    {
        string[] cities = ["Oslo", "Paris", "Cairo", "Delhi", "Lima", "Rome", "Accra", "Tunis", "Minsk", "Berlin", "Ankara", "Doha"];
        var database = new Dictionary<string, string?> { ["Data:Database"] = await server.NewDatabaseAsync() };
        (string, string) old = ("talks.txt", "Sergey Lavrov met the former officials in New York in April.\n");
        var platform = default(FakePlatform);
        var bots = new List<DigestBot>();
        for (var i = 0; i < 3; i++)
        {
            bots.Add(await DigestBot.OverAsync(database, old));
            platform ??= bots[0].Platform;
            bots[i].Platform = platform;
            await bots[i].FollowAsync();
        }
        foreach (var city in cities) bots[0].Ask($"/watch add Who flew to {city}?", DigestBot.Manager with { Conversation = city, Person = city });
        var random = new Random(11);
        for (var round = 0; round < 12; round++)
        {
            foreach (var bot in bots)
            {
                bot.Time.Advance(TimeSpan.FromMinutes(3));
                await bot.WriteAsync($"{cities[round]}.txt", $"Charles Kupchan flew to {cities[round]} on Friday and spoke at the academy there.\n");
            }
            await Task.WhenAll(bots.Select(bot => Task.Run(() => FollowAndPostAsync(bot, random))));
        }
        for (var i = 0; i < 3; i++)
        {
            foreach (var bot in bots)
            {
                bot.Time.Advance(TimeSpan.FromMinutes(3));
                await bot.FollowAsync();
                await bot.TurnAsync();
            }
        }
        Assert.Equal(cities.Order(), platform!.Posts.Select(post => post.Conversation).Order());
        Assert.All(platform.Posts, post => Assert.Contains($"flew to {post.Conversation}", post.Reply.Blocks.OfType<Quote>().Single().Text, StringComparison.Ordinal));
        foreach (var bot in bots) await bot.DisposeAsync();
    }

    private static async Task FollowAndPostAsync(DigestBot bot, Random random)
    {
        int dies;
        lock (random) dies = random.Next(12);
        var steps = 0;
        try
        {
            await bot.FollowAsync();
            await bot.TurnAsync(_ => { if (Interlocked.Increment(ref steps) == dies) throw new OperationCanceledException(); });
        }
        catch (OperationCanceledException)
        {
            // Another goes on when its leases are over.
        }
    }

    /// <summary>A replica that starts, works, and mostly dies at some step.</summary>
    private static async Task TurnAsync(DigestBot bot, string database, Random random)
    {
        using var state = SharedState.OpenPostgres(database);
        int dies;
        lock (random) dies = random.Next(40);
        var steps = 0;
        try
        {
            await bot.Replica(_ => { if (Interlocked.Increment(ref steps) == dies) throw new OperationCanceledException(); }, state).TurnAsync(TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Another goes on when its leases are over.
        }
    }
}
