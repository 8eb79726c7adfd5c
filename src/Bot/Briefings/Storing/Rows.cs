using Bot.Text;
using Microsoft.Data.Sqlite;

namespace Bot.Briefings.Storing;

/// <summary>The tables of state.db as values.</summary>
internal static class Rows
{
    public const string BriefingColumns =
        "id, collection, file, line, text, body_start, body_end, title, date, source, author, language, first_seen, changed, gone, revision, previous, previous_start, previous_end, previous_since";

    /// <summary>A platform's note; null for none, or none that is still to be kept.</summary>
    public static string? Note(SqliteConnection connection, string name, DateTimeOffset now)
    {
        using var command = Command(
            connection, "SELECT value FROM note WHERE name = $name AND (until IS NULL OR until > $now)", ("$name", name), ("$now", now.ToUnixTimeMilliseconds()));
        return command.ExecuteScalar() as string;
    }

    public static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public static string? Text(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar() as string;
    }

    public static List<LoggedBriefing> Briefings(SqliteConnection connection, string which, params (string Name, object? Value)[] values)
    {
        using var command = Command(connection, $"SELECT {BriefingColumns} FROM briefing {which}", values);
        using var rows = command.ExecuteReader();
        var found = new List<LoggedBriefing>();
        while (rows.Read()) found.Add(Briefing(rows));
        return found;
    }

    public static LoggedBriefing Briefing(SqliteDataReader row, int from = 0) => new(
        new BriefingId(row.GetString(from)),
        row.GetString(from + 1),
        row.GetString(from + 2),
        row.IsDBNull(from + 3) ? null : row.GetInt32(from + 3),
        Hash(row, from + 4),
        new TextSpan(row.GetInt32(from + 5), row.GetInt32(from + 6)),
        row.GetString(from + 7),
        row.IsDBNull(from + 8) ? null : DateOnly.FromDayNumber(row.GetInt32(from + 8)),
        row.IsDBNull(from + 9) ? null : row.GetString(from + 9),
        row.IsDBNull(from + 10) ? null : row.GetString(from + 10),
        row.GetString(from + 11),
        Instant(row.GetInt64(from + 12)),
        Instant(row.GetInt64(from + 13)),
        row.IsDBNull(from + 14) ? null : Instant(row.GetInt64(from + 14)),
        row.GetInt64(from + 15))
    {
        Previous = row.IsDBNull(from + 16) ? null : new TextBefore(
            Hash(row, from + 16), new TextSpan(row.GetInt32(from + 17), row.GetInt32(from + 18)), row.IsDBNull(from + 19) ? null : Instant(row.GetInt64(from + 19))),
    };

    public static List<BriefingWarning> Warnings(SqliteConnection connection, string which = "")
    {
        using var command = Command(connection, $"SELECT file, line, reason FROM warning {which} ORDER BY file, line");
        using var rows = command.ExecuteReader();
        var found = new List<BriefingWarning>();
        while (rows.Read())
            found.Add(new(rows.IsDBNull(0) ? null : rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetInt32(1), rows.GetString(2)));
        return found;
    }

    public static List<LoggedFile> Files(SqliteConnection connection) => Files(connection, "");

    /// <summary>
    /// A few of the files, the same ones each time, from anywhere in the folder: those whose contents come first by hash. Those that are to be
    /// read again, and so have no hash, come last.
    /// </summary>
    public static List<LoggedFile> SomeFiles(SqliteConnection connection, int most) =>
        Files(connection, "ORDER BY content = x'', content, path LIMIT $most", ("$most", most));

    private static List<LoggedFile> Files(SqliteConnection connection, string which, params (string Name, object? Value)[] values)
    {
        using var command = Command(connection, $"SELECT path, size, modified, content, settled FROM file {which}", values);
        using var rows = command.ExecuteReader();
        var found = new List<LoggedFile>();
        while (rows.Read())
            found.Add(new(rows.GetString(0), rows.GetInt64(1), rows.GetInt64(2), Convert.ToHexStringLower((byte[])rows[3]), rows.GetBoolean(4)));
        return found;
    }

    public static HashSet<TextHash> LiveTexts(SqliteConnection connection)
    {
        using var command = Command(connection, "SELECT text FROM briefing WHERE gone IS NULL UNION SELECT previous FROM briefing WHERE gone IS NULL AND previous IS NOT NULL");
        using var rows = command.ExecuteReader();
        var found = new HashSet<TextHash>();
        while (rows.Read()) found.Add(Hash(rows, 0));
        return found;
    }

    public static HashSet<string> FilesWhere(SqliteConnection connection, Func<TextHash, bool> text)
    {
        using var command = Command(connection, "SELECT file, text FROM briefing WHERE gone IS NULL");
        using var rows = command.ExecuteReader();
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
            if (text(Hash(rows, 1)))
                found.Add(rows.GetString(0));
        return found;
    }

    private static TextHash Hash(SqliteDataReader row, int column) => new(Convert.ToHexStringLower((byte[])row[column]));

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
