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
