using System.Data.Common;
using Bot.Briefings.Storing;

namespace Bot.State;

/// <summary>state.db, beside what the log keeps there; a schema and migrations of its own.</summary>
internal sealed class SqliteStore(string path, bool isReadOnly) : StateStore
{
    private readonly StateDatabase database = isReadOnly ? StateDatabase.OpenReadOnly(path) : StateDatabase.Open(path);

    public override bool IsShared => false;

    /// <summary>It begins with BEGIN IMMEDIATE.</summary>
    public override string? LockForMigrations => null;

    public override string CountOfMigrationTables => "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'state_migration'";

    public override string Name => path;

    public override DbConnection Connect(bool toWrite)
    {
        var connection = database.Connect();
        // The log can find its last moments again after a power failure. What people asked for, and what was posted, nobody can tell again.
        if (toWrite) StateDatabase.Execute(connection, "PRAGMA synchronous = FULL");
        return connection;
    }

    public override bool HasBroken(Exception fault) => false;

    public override void ForgetConnections()
    {
        // A file's do not break.
    }

    public override T Guard<T>(Func<T> use) => database.Guard(use);

    public override void Dispose() => database.Dispose();
}
