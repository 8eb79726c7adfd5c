using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bot.Briefings.Storing;

/// <summary>The schema of state.db, step by step: a step that has been released is never changed, the next is added behind it.</summary>
internal static class StateMigrations
{
    private static readonly string[] Steps =
    [
        // 1. Instants are Unix milliseconds, dates day numbers. A briefing that is gone keeps its row: an index replays it.
        """
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE file (
            path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, content BLOB NOT NULL, settled INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE briefing (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, collection TEXT NOT NULL, file TEXT NOT NULL, line INTEGER,
            given TEXT NOT NULL, text BLOB NOT NULL, body_start INTEGER NOT NULL, body_end INTEGER NOT NULL, title TEXT NOT NULL,
            date INTEGER, source TEXT, author TEXT, language TEXT NOT NULL,
            first_seen INTEGER NOT NULL, changed INTEGER NOT NULL, gone INTEGER, revision INTEGER NOT NULL UNIQUE);
        CREATE INDEX briefing_file ON briefing (file) WHERE gone IS NULL;
        CREATE INDEX briefing_given ON briefing (given) WHERE gone IS NULL;
        CREATE INDEX briefing_text ON briefing (text) WHERE gone IS NULL;
        CREATE INDEX briefing_date ON briefing (date DESC, id) WHERE gone IS NULL;
        CREATE TABLE warning (file TEXT, line INTEGER, reason TEXT NOT NULL, kind INTEGER NOT NULL);
        CREATE INDEX warning_file ON warning (file);
        """,
        // 2. What platforms remember. until: Unix milliseconds, none for good.
        """
        CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL, until INTEGER) WITHOUT ROWID;
        CREATE INDEX note_until ON note (until) WHERE until IS NOT NULL;
        """,
        // 3. What is new is asked for by when it came; of what was corrected, its text before.
        """
        ALTER TABLE briefing ADD COLUMN previous BLOB;
        ALTER TABLE briefing ADD COLUMN previous_start INTEGER;
        ALTER TABLE briefing ADD COLUMN previous_end INTEGER;
        CREATE INDEX briefing_changed ON briefing (changed) WHERE gone IS NULL;
        """,
        // 4. Of a text before, when it came: what was asked earlier is compared with another.
        "ALTER TABLE briefing ADD COLUMN previous_since INTEGER",
    ];

    public static int Latest => Steps.Length;

    public static void Run(SqliteConnection connection, int applicationId)
    {
        using var transaction = connection.BeginTransaction();
        // Asked again within the transaction: another process may have just done it.
        for (var done = (int)StateDatabase.Number(connection, "PRAGMA user_version"); done < Latest; done++)
        {
            StateDatabase.Execute(connection, Steps[done]);
            if (done == 0) Begin(connection, applicationId);
            StateDatabase.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {done + 1}"));
        }

        transaction.Commit();
    }

    private static void Begin(SqliteConnection connection, int applicationId)
    {
        StateDatabase.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {applicationId}"));
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO setting VALUES ('store', $id)";
        command.Parameters.AddWithValue("$id", Guid.NewGuid().ToString());
        command.ExecuteNonQuery();
    }
}
