using System.Data.Common;
using Bot.Briefings.Storing;

namespace Bot.State;

/// <summary>state.db, beside what the log keeps there; a schema and migrations of its own.</summary>
internal sealed class SqliteStore(string path, bool isReadOnly) : StateStore
{
    private const string CountOfTables = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'state_migration'";

    private readonly StateDatabase database = isReadOnly ? StateDatabase.OpenReadOnly(path) : StateDatabase.Open(path);

    public override bool IsShared => false;

    /// <summary>It begins with BEGIN IMMEDIATE.</summary>
    public override string? LockForMigrations => null;

    public override string CountOfMigrationTables => CountOfTables;

    public override string Name => path;

    /// <summary>Why this program would not start on the file; null when it would.</summary>
    public static string? Refusal(DbConnection connection, string path) =>
        SharedMigrations.Done(new StateSession(connection, transaction: null), CountOfTables) is var done && done > SharedMigrations.Latest
            ? SharedMigrations.Other(done, path).Message
            : null;

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
