using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.State;

namespace Bot.Tests.State;

public sealed class SqliteStateTests : SharedStateFacts
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-state-").FullName;
    private int files;

    private string Path => System.IO.Path.Combine(folder, $"state{files}.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void It_stands_in_the_file_of_the_log_whose_schema_it_leaves_alone()
    {
        Assert.False(State.IsShared);
        using var log = BriefingLog.Open(Path);
        using var beside = BriefingLog.OpenReadOnly(Path);
        Assert.Equal((0, 0), (log.LastRevision, beside.LastRevision));
        Assert.Equal((StateMigrations.Latest, $"{SharedMigrations.Latest}"), (
            State.Read(session => session.Query("PRAGMA user_version", row => row.GetInt32(0))).Single(),
            State.Read(session => session.One("SELECT MAX(number) FROM state_migration", row => row.GetString(0)))));
    }

    [Fact]
    public void Whoever_looks_before_the_start_is_told_of_a_newer_one()
    {
        var (data, briefings) = (new DataOptions { Folder = folder }, new BriefingsOptions { Folder = Seed.Folder });
        using (var state = SharedState.OpenSqlite(data.StateFile))
        {
            Assert.Null(DataCheck.Problem(data, briefings));
            state.Write(session => session.Execute("INSERT INTO state_migration (number) VALUES (99)"));
        }
        Assert.Contains("has schema 99", DataCheck.Problem(data, briefings));
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_made_to_be_read()
    {
        var nowhere = System.IO.Path.Combine(folder, "nowhere.db");
        Assert.Contains("is not there", Assert.Throws<StateException>(() => SharedState.OpenSqlite(nowhere, isReadOnly: true)).Message);
        Assert.False(File.Exists(nowhere));
    }

    private protected override Task PrepareAsync()
    {
        files++;
        return Task.CompletedTask;
    }

    private protected override SharedState Open(bool isReadOnly = false) => SharedState.OpenSqlite(Path, isReadOnly);
}

public sealed class SqliteLeaseTests : LeaseFacts
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-state-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private protected override Task<SharedState> OpenAsync() => Task.FromResult(SharedState.OpenSqlite(Path.Combine(folder, "state.db")));
}
