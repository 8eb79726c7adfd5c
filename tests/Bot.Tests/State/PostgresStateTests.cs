using Bot.App.Tests.Discord;
using Bot.Briefings.Storing;
using Bot.State;

namespace Bot.Tests.State;

public sealed class PostgresStateTests(PostgresServer server) : SharedStateFacts
{
    private string database = "";

    [Fact]
    public async Task A_server_that_is_away_is_one_sentence_and_when_it_is_back_all_goes_on()
    {
        await using var line = new CutLine(server.Port);
        using var state = SharedState.OpenPostgres(Through(line));
        Assert.True(state.IsShared);
        await line.CutAsync();
        for (var tries = 0; tries < 2; tries++)
        {
            AssertAway(Assert.Throws<StateException>(() => Count(state)), line);
            AssertAway(Assert.Throws<StateException>(() => state.Write(session => session.Execute("DELETE FROM lease"))), line);
        }
        AssertAway(Assert.Throws<StateException>(() => SharedState.OpenPostgres(Through(line))), line);
        line.Mend();
        Assert.Equal(0, Count(state));
        Assert.Equal(0, state.Write(session => session.Execute("DELETE FROM lease")));
    }

    [Fact]
    public async Task A_connection_that_broke_meanwhile_is_not_noticed()
    {
        await using var line = new CutLine(server.Port);
        using var state = SharedState.OpenPostgres(Through(line));
        line.Break();
        Assert.Equal(0, Count(state));
        line.Break();
        Assert.Equal(0, state.Write(session => session.Execute("DELETE FROM lease")));
        // And one that the server has ended, as when it is started again.
        await server.DoAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Name}'");
        Assert.Equal(0, Count(state));
    }

    [Fact]
    public async Task What_broke_half_way_is_not_done_again_by_itself()
    {
        await using var line = new CutLine(server.Port);
        using var state = SharedState.OpenPostgres(Through(line));
        var calls = 0;
        var broken = Assert.Throws<StateException>(() => state.Write(session =>
        {
            calls++;
            session.Execute("INSERT INTO lease (name, holder, until, fence) VALUES ('moscow', 'a', 1, 1)");
            line.Break();
            return session.Execute("INSERT INTO lease (name, holder, until, fence) VALUES ('minsk', 'a', 1, 1)");
        }));
        Assert.Equal((true, 1, 0), (broken.IsPassing, calls, Count(state)));
    }

    [Theory]
    [InlineData("Password=\"never;shown\"", "Password=\"also;secret\"", "refuses the login")]
    [InlineData("Database=", "Database=no_", "does not have the database")]
    [InlineData("Host=127.0.0.1", "Host=briefings.invalid", "cannot be reached")]
    public void What_is_wrong_with_the_settings_is_told_without_the_password(string right, string wrong, string sentence)
    {
        var settings = database.Replace(right, wrong, StringComparison.Ordinal);
        var refused = Assert.Throws<StateException>(() => SharedState.OpenPostgres(settings));
        Assert.Contains(sentence, refused.Message);
        Assert.Contains("Data:Database", refused.Message);
        AssertSecret(refused.ToString());
        Assert.Equal(refused.Message, SharedState.Look(settings).Problem);
    }

    [Fact]
    public async Task Whom_nothing_is_allowed_is_told_to_have_it_allowed()
    {
        await PrepareAsync();
        await server.DoAsync($"CREATE ROLE guest_of_{Name} LOGIN PASSWORD 'also;secret'");
        var guest = database.Replace($"Username={PostgresServer.User}", $"Username=guest_of_{Name}", StringComparison.Ordinal)
            .Replace(PostgresServer.Password, "also;secret", StringComparison.Ordinal);
        Assert.Contains("Let it create tables there", Assert.Throws<StateException>(() => SharedState.OpenPostgres(guest)).Message);
    }

    [Fact]
    public void A_look_changes_nothing()
    {
        Assert.Equal(($"PostgreSQL at 127.0.0.1:{server.Port}", null), SharedState.Look(database));
        State.Write(session => session.Execute("DROP TABLE state_migration"));
        Assert.Null(SharedState.Look(database).Problem);
        Assert.Equal(0, State.Read(session => session.Query("SELECT COUNT(*) FROM pg_tables WHERE tablename = 'state_migration'", row => row.GetInt32(0))).Single());
        State.Write(session => session.Execute("CREATE TABLE state_migration AS SELECT 99 AS number"));
        Assert.Contains("newer version", SharedState.Look(database).Problem);
    }

    private string Name => database.Split("Database=")[1].Split(';')[0];

    private protected override async Task PrepareAsync() => database = await server.NewDatabaseAsync();

    private protected override SharedState Open(bool isReadOnly = false) => SharedState.OpenPostgres(database, isReadOnly);

    private string Through(CutLine line) => PostgresServer.ConnectionString(line.Port, Name);

    private static int Count(SharedState state) => state.Read(session => session.Query("SELECT COUNT(*) FROM lease", row => row.GetInt32(0))).Single();

    private static void AssertAway(StateException away, CutLine line)
    {
        Assert.True(away.IsPassing);
        Assert.StartsWith($"PostgreSQL at 127.0.0.1:{line.Port} cannot be reached: ", away.Message);
        AssertSecret(away.ToString());
    }

    private static void AssertSecret(string told)
    {
        Assert.DoesNotContain("never;shown", told);
        Assert.DoesNotContain("also;secret", told);
    }
}

public sealed class PostgresLeaseTests(PostgresServer server) : LeaseFacts
{
    [Fact]
    public async Task Who_cannot_renew_stops_before_another_may_begin()
    {
        var clock = new WatchedClock();
        var database = await server.NewDatabaseAsync();
        await using var line = new CutLine(server.Port);
        using var cut = SharedState.OpenPostgres(database.Replace($"Port={server.Port}", $"Port={line.Port}", StringComparison.Ordinal));
        await using var first = new Replica(cut, clock);
        Assert.Equal(1, await first.TurnAsync());
        await clock.WaitedForAsync(ReplicaTurns.Renewal);
        await line.CutAsync();
        var start = clock.GetUtcNow();
        clock.Advance(ReplicaTurns.Renewal);
        await clock.GoOnUntilAsync(first.NextLoss, longest: ReplicaTurns.Asking);
        Assert.InRange(clock.GetUtcNow() - start, ReplicaTurns.Renewal, ReplicaTurns.Span - ReplicaTurns.Margin);
        Assert.Contains("cannot be reached", await first.WaitingAsync());
        // It ends, and cannot give back what it had.
        await first.DisposeAsync();
        clock.ForgetWaits();
        using var whole = SharedState.OpenPostgres(database);
        await using var second = new Replica(whole, clock);
        Assert.Null(await second.WaitingAsync());
        await clock.GoOnUntilAsync(second.NextTurn, longest: ReplicaTurns.Asking);
        Assert.InRange(clock.GetUtcNow() - start, ReplicaTurns.Span, ReplicaTurns.Span + (2 * ReplicaTurns.Asking));
    }

    private protected override async Task<SharedState> OpenAsync() => SharedState.OpenPostgres(await server.NewDatabaseAsync());
}
