using System.Data.Common;
using Bot.Askers;
using Bot.Briefings.Storing;
using Bot.Chat;
using Bot.Digests;
using Bot.State;
using Bot.Subscriptions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.State;

/// <summary>What holds of the shared state wherever it stands; each fact has a new one.</summary>
public abstract class SharedStateFacts : IAsyncLifetime
{
    private protected SharedState State { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        State = Open();
    }

    public virtual ValueTask DisposeAsync()
    {
        // Null where the fact is skipped.
        (State as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a place for a new state.</summary>
    private protected abstract Task PrepareAsync();

    private protected abstract SharedState Open(bool isReadOnly = false);

    [Fact]
    public void A_watch_is_kept_told_and_resumed_and_so_many_of_a_person()
    {
        var (store, now) = (new WatchStore(State), new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
        var watch = new Watch("W-1", "discord", "1", "p", Scope.Main, "/who Lavrov", now);
        Assert.True(store.Add(watch, mostOfPerson: 1));
        Assert.False(store.Add(watch with { Id = "W-2" }, mostOfPerson: 1));
        Assert.Equal("W-1", Assert.Single(store.Waiting()).Id);
        Assert.True(State.Write(session => WatchStore.Tell(session, watch, "a.txt", now)
            && DigestLedger.Insert(session, watch.Id, now, now, now, new DigestContent([new DigestTold("a.txt", "00", "line")]), now)));
        Assert.False(State.Write(session => WatchStore.Tell(session, watch, "b.txt", now)));
        Assert.Equal("line", Assert.Single(new DigestLedger(State).Claim("one", now, TimeSpan.FromMinutes(1))).Content!.Told[0].Line);
        store.WaitAgain(store.Find("W-1")! with { Briefing = "b.txt" });
        Assert.False(store.HasWaiting());
        store.WaitAgain(store.Find("W-1")!);
        Assert.True(store.HasWaiting());
        Assert.True(store.Stop("W-1", now));
        Assert.True(store.Resume(watch, now.AddDays(1), mostOfPerson: 1));
        Assert.Equal(now.AddDays(1), Assert.Single(store.All()).Created);
        store.SetQuiet("p", new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), "Europe/Rome"));
        Assert.Equal(new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), "Europe/Rome"), store.Quiet("p"));
        Assert.Equal(1, store.Forget("p"));
        Assert.Empty(new DigestLedger(State).Newest("W-1", 1));
    }

    [Fact]
    public void What_people_asked_is_kept_counted_and_forgotten()
    {
        var keys = new PersonKeys(new Lazy<SharedState>(State));
        var store = new AskedStore(new Lazy<SharedState>(State), keys, Options.Create(new PrivacyOptions { KeepQuestions = true }));
        var (one, other, now) = (new Asker("discord", "1", "1", false), new Asker("discord", "1", "2", false), new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
        var missed = new MissedQuestion("shot zelensky", "Who shot Zelensky?", "notFound");
        store.Keep([
            new Asking(one, Scope.Main, "ask", "/ask Who shot Zelensky?", now, 1, [new ShownBefore("a.txt", "00", 1, 2)], missed),
            new Asking(one, Scope.Main, "ask", "/ask who shot zelensky?", now.AddDays(-1), 1, [], missed),
            new Asking(other, Scope.Main, "ask", "/ask Who shot Zelensky?", now, 1, [], missed)]);
        // What is written late takes nothing newer away.
        Assert.Equal((now, 1), (store.Find(one, "/ask Who shot Zelensky?")!.At, store.Find(one, "/ask Who shot Zelensky?")!.Shown.Count));
        var gap = Assert.Single(store.Gaps(Scope.Main, 10));
        Assert.Equal(("ask", "Who shot Zelensky?", 3, 2), (gap.Command, gap.Words, gap.Times, gap.People));
        store.KeepVerdict(one, new Command("who", new Dictionary<string, string>(), Scope.Main), "/who Lavrov", "wrong", now);
        Assert.Equal("wrong", Assert.Single(store.Misleading(Scope.Main, "helped", 10)).Reason);
        Assert.Equal((1, 1, 1), store.CountOf(one));
        store.Forget(one);
        Assert.Equal((0, 0, 0), store.CountOf(one));
        Assert.Equal((1, 1, 0), store.CountOf(other));
        Assert.Equal(2, store.RemoveBefore(now.AddSeconds(1)));
        Assert.Equal(keys.Of(one), new PersonKeys(new Lazy<SharedState>(State)).Of(one));
    }

    [Fact]
    public void Opened_again_it_is_as_it_was()
    {
        Insert(State, "moscow", 1);
        using var again = Open();
        Assert.Equal(["moscow 1 1"], Leases(again));
        Assert.Equal(Enumerable.Range(1, SharedMigrations.Latest).Select(step => (long)step), again.Read(session => session.Query("SELECT number FROM state_migration", row => row.GetInt64(0))));
    }

    [Fact]
    public async Task Several_may_open_a_new_one_at_once()
    {
        await PrepareAsync();
        using var together = new Barrier(3);
        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait(TestContext.Current.CancellationToken);
                return Open();
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Insert(all[0], "moscow", 1);
        foreach (var one in all)
        {
            Assert.Equal(["moscow 1 1"], Leases(one));
            one.Dispose();
        }
    }

    [Fact]
    public void What_is_written_in_part_is_not_written()
    {
        Assert.Throws<InvalidDataException>(() => State.Write<int>(session =>
        {
            session.Execute("INSERT INTO lease (name, holder, until, fence) VALUES ('moscow', 'a', 1, 1)");
            throw new InvalidDataException();
        }));
        Assert.Empty(Leases(State));
        Insert(State, "minsk", 2);
        Assert.Equal(["minsk 2 1"], Leases(State));
    }

    [Fact]
    public void A_key_that_is_there_is_a_conflict_that_can_be_passed_over_or_met()
    {
        Insert(State, "moscow", 1);
        Assert.IsNotType<StateException>(Assert.ThrowsAny<DbException>(() => Insert(State, "moscow", 2)));
        Assert.Equal(0, State.Write(session => session.Execute(
            "INSERT INTO lease (name, holder, until, fence) VALUES ('moscow', 'b', 2, 1) ON CONFLICT (name) DO NOTHING")));
        Assert.Equal(["moscow 1 1"], Leases(State));
        Assert.Equal([7L], State.Write(session => session.Query(
            "INSERT INTO lease (name, holder, until, fence) VALUES ('moscow', 'b', 2, 1) ON CONFLICT (name) DO UPDATE SET fence = lease.fence + 6 RETURNING fence",
            row => row.GetInt64(0))));
        Assert.Equal(2, State.Write(session =>
        {
            session.Execute("INSERT INTO lease (name, holder, until, fence) VALUES ('minsk', 'b', 2, 1)");
            return session.Execute("UPDATE lease SET until = 3");
        }));
    }

    [Fact]
    public void A_conflict_leaves_nothing_of_what_was_written_before_it()
    {
        Insert(State, "moscow", 1);
        Assert.ThrowsAny<DbException>(() => State.Write(session =>
        {
            session.Execute("INSERT INTO lease (name, holder, until, fence) VALUES ('minsk', 'b', 2, 1)");
            return session.Execute("INSERT INTO lease (name, holder, until, fence) VALUES ('moscow', 'b', 2, 1)");
        }));
        Assert.Equal(["moscow 1 1"], Leases(State));
    }

    [Fact]
    public void Nothing_is_a_value_of_every_kind()
    {
        State.Write(session => session.Execute(
            """
            INSERT INTO delivery (subscription, due, window_from, window_to, state, attempts, claimed_by, claimed_until, message, problem, items, changed, content)
            VALUES ('s', 1, 0, 1, 'due', 0, @by, 0, @message, @message, @items, 1, NULL)
            """,
            ("@by", null), ("@message", "m"), ("@items", null)));
        State.Write(session => session.Execute("UPDATE delivery SET message = @none, items = @none WHERE subscription = @id", ("@none", null), ("@id", "s")));
        Assert.Equal((1, 1, 0, 1), State.Read(session => (
            Count(session, "message IS NULL AND items IS NULL"),
            Count(session, "@by IS NULL OR claimed_by = @by", ("@by", null)),
            Count(session, "claimed_by = @by", ("@by", null)),
            Count(session, "items IS NOT DISTINCT FROM @item AND @items = 'Minsk' AND @item IS NULL AND COALESCE(@item, 7) = 7", ("@item", null), ("@items", "Minsk")))));
        Assert.Equal([true], State.Read(session => session.Query("SELECT content FROM delivery", row => row.IsDBNull(0))));

        static int Count(StateSession session, string where, params (string, object?)[] values) =>
            session.Query($"SELECT COUNT(*) FROM delivery WHERE {where}", row => row.GetInt32(0), values).Single();
    }

    [Fact]
    public void Both_store_the_same_values()
    {
        const string Text = "Лавров 🕊 \"it's\" @name \n";
        State.Write(session => session.Execute(
            "INSERT INTO lease (name, holder, until, fence) VALUES (@name, @holder, @until, @fence)",
            ("@name", Text), ("@holder", "half \ud83d of \0 it"), ("@until", 253_402_300_799_999), ("@fence", true)));
        var read = State.Read(session => session.Query(
            "SELECT holder, until, fence FROM lease WHERE name = @name AND fence = @one", row => (row.GetString(0), row.GetInt64(1), row.GetInt32(2)),
            ("@name", Text), ("@one", 1)));
        Assert.Equal([("half \ufffd of \ufffd it", 253_402_300_799_999, 1)], read);
        Assert.Null(State.Read(session => session.One("SELECT name FROM lease WHERE name = @name", row => row.GetString(0), ("@name", "Minsk"))));
        Assert.Throws<ArgumentException>(() => State.Read(session => session.Execute("SELECT @day", ("@day", new DateOnly(2026, 2, 26)))));
    }

    [Fact]
    public void Of_several_who_claim_the_same_one_gets_it()
    {
        Insert(State, "moscow", 0);
        using var other = Open();
        var won = new int[10];
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, writer =>
        {
            for (var round = 0; round < won.Length; round++)
            {
                var claimed = (writer % 2 == 0 ? State : other).Write(session => session.Execute(
                    "UPDATE lease SET until = @next WHERE name = 'moscow' AND until = @round", ("@round", round), ("@next", round + 1)));
                Interlocked.Add(ref won[round], claimed);
            }
        });
        Assert.All(won, claims => Assert.Equal(1, claims));
    }

    [Fact]
    public void One_that_a_newer_program_wrote_is_left_alone()
    {
        State.Write(session => session.Execute("INSERT INTO state_migration (number) VALUES (99)"));
        foreach (var isReadOnly in new[] { true, false })
        {
            var refused = Assert.Throws<StateException>(() => Open(isReadOnly));
            Assert.Contains("has schema 99", refused.Message);
            Assert.False(refused.IsPassing);
        }
    }

    [Fact]
    public void Opened_to_be_read_it_is_read_and_never_brought_up_to_date()
    {
        Insert(State, "moscow", 1);
        using (var reader = Open(isReadOnly: true)) Assert.Equal(["moscow 1 1"], Leases(reader));
        State.Write(session => session.Execute("DELETE FROM state_migration"));
        Assert.Contains("start the bot once", Assert.Throws<StateException>(() => Open(isReadOnly: true)).Message);
        Assert.Empty(State.Read(session => session.Query("SELECT number FROM state_migration", row => row.GetInt64(0))));
    }

    private static void Insert(SharedState state, string name, int until) => state.Write(session => session.Execute(
        "INSERT INTO lease (name, holder, until, fence) VALUES (@name, 'a', @until, 1)", ("@name", name), ("@until", until)));

    private static List<string> Leases(SharedState state) => state.Read(session => session.Query(
        "SELECT name, until, fence FROM lease", row => $"{row.GetString(0)} {row.GetInt64(1)} {row.GetInt64(2)}"));
}
