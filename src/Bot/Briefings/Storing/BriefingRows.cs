using Microsoft.Data.Sqlite;

namespace Bot.Briefings.Storing;

/// <param name="Given">What the briefing calls itself; its id is longer when another has that one.</param>
internal sealed record BriefingRow(long Row, string Given, LoggedBriefing Logged);

/// <summary>The table of briefings within one transaction, with its commands prepared once.</summary>
internal sealed class BriefingRows : IDisposable
{
    private readonly SqliteCommand find;
    private readonly SqliteCommand byRow;
    private readonly SqliteCommand ofFile;
    private readonly SqliteCommand giving;
    private readonly SqliteCommand firstSeen;
    private readonly SqliteCommand move;
    private readonly SqliteCommand gone;
    private readonly SqliteCommand lose;
    private readonly SqliteCommand save;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand seeEarlier;
    private long revision;

    public BriefingRows(SqliteConnection connection)
    {
        SqliteCommand New(string sql, params string[] names) => Rows.Command(connection, sql, [.. names.Select(name => (name, (object?)null))]);
        string[] all =
        [
            "$row", "$id", "$collection", "$file", "$line", "$given", "$text", "$start", "$end", "$title", "$date", "$source", "$author",
            "$language", "$first", "$changed", "$revision", "$previous", "$previousStart", "$previousEnd", "$previousSince",
        ];
        find = New($"SELECT row, given, {Rows.BriefingColumns} FROM briefing WHERE id = $id", "$id");
        byRow = New($"SELECT row, given, {Rows.BriefingColumns} FROM briefing WHERE row = $row", "$row");
        ofFile = New("SELECT row FROM briefing WHERE file = $file AND gone IS NULL", "$file");
        giving = New("SELECT DISTINCT file FROM briefing WHERE given = $id AND gone IS NULL", "$id");
        firstSeen = New("SELECT first_seen FROM briefing WHERE file = $file AND line IS $line AND gone IS NULL", "$file", "$line");
        move = New("UPDATE briefing SET file = $file, line = $line, given = $given WHERE row = $row", "$row", "$file", "$line", "$given");
        gone = New("UPDATE briefing SET gone = $gone, revision = $revision WHERE row = $row", "$row", "$gone", "$revision");
        lose = New("UPDATE briefing SET text = zeroblob(32) WHERE id = $id AND gone IS NULL", "$id");
        save = New(
            """
            UPDATE briefing SET collection = $collection, file = $file, line = $line, given = $given, text = $text, body_start = $start,
                body_end = $end, title = $title, date = $date, source = $source, author = $author, language = $language,
                first_seen = $first, changed = $changed, gone = NULL, revision = $revision, previous = $previous,
                previous_start = $previousStart, previous_end = $previousEnd, previous_since = $previousSince WHERE row = $row AND id = $id
            """,
            all);
        insert = New(
            """
            INSERT INTO briefing (row, id, collection, file, line, given, text, body_start, body_end, title, date, source, author, language,
                first_seen, changed, revision, previous, previous_start, previous_end, previous_since)
            VALUES ($row, $id, $collection, $file, $line, $given, $text, $start, $end, $title, $date, $source, $author, $language,
                $first, $changed, $revision, $previous, $previousStart, $previousEnd, $previousSince)
            """,
            all);
        seeEarlier = New("UPDATE briefing SET first_seen = $first WHERE id = $id AND first_seen > $first", "$id", "$first");
        revision = StateDatabase.Number(connection, "SELECT IFNULL(MAX(revision), 0) FROM briefing");
    }

    public long NextRevision() => ++revision;

    public BriefingRow? Find(string id) => One(find, ("$id", id));

    /// <summary>The rows of a file's briefings that are there.</summary>
    public HashSet<long> OfFile(string path)
    {
        Set(ofFile, ("$file", path));
        using var rows = ofFile.ExecuteReader();
        var found = new HashSet<long>();
        while (rows.Read()) found.Add(rows.GetInt64(0));
        return found;
    }

    /// <summary>The files with a briefing that calls itself so.</summary>
    public IReadOnlyList<string> FilesGiving(string id)
    {
        Set(giving, ("$id", id));
        using var rows = giving.ExecuteReader();
        var found = new List<string>();
        while (rows.Read()) found.Add(rows.GetString(0));
        return found;
    }

    public DateTimeOffset? FirstSeen(string path, int? line)
    {
        Set(firstSeen, ("$file", path), ("$line", line));
        return firstSeen.ExecuteScalar() is long seen ? DateTimeOffset.FromUnixTimeMilliseconds(seen) : null;
    }

    /// <summary>Only where it stands has changed: that is no revision.</summary>
    public void Move(long row, string path, int? line, string given) =>
        Run(move, ("$row", row), ("$file", path), ("$line", line), ("$given", given));

    public LoggedBriefing MarkGone(long row, DateTimeOffset now)
    {
        Run(gone, ("$row", row), ("$gone", now.ToUnixTimeMilliseconds()), ("$revision", NextRevision()));
        return One(byRow, ("$row", row))!.Logged;
    }

    public void SeeEarlier(string id, DateTimeOffset instant) => Run(seeEarlier, ("$id", id), ("$first", instant.ToUnixTimeMilliseconds()));

    /// <summary>No text has a hash of zeros: whatever is read for this id next is a change.</summary>
    public void LoseText(string id) => Run(lose, ("$id", id));

    /// <summary>Writes over a row, or a new one.</summary>
    public void Save(long? row, LoggedBriefing briefing, string given) => Run(
        row is null ? insert : save,
        ("$row", row), ("$id", briefing.Id.Value), ("$collection", briefing.Collection), ("$file", briefing.File), ("$line", briefing.Line),
        ("$given", given), ("$text", Convert.FromHexString(briefing.Text.Hex)), ("$start", briefing.Body.Start), ("$end", briefing.Body.End),
        ("$title", briefing.Title), ("$date", briefing.Date?.DayNumber), ("$source", briefing.Source), ("$author", briefing.Author),
        ("$language", briefing.Language), ("$first", briefing.FirstSeen.ToUnixTimeMilliseconds()),
        ("$changed", briefing.Changed.ToUnixTimeMilliseconds()), ("$revision", briefing.Revision),
        ("$previous", briefing.Previous is { } before ? Convert.FromHexString(before.Text.Hex) : null),
        ("$previousStart", briefing.Previous?.Body.Start), ("$previousEnd", briefing.Previous?.Body.End),
        ("$previousSince", briefing.Previous?.Since?.ToUnixTimeMilliseconds()));

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[find, byRow, ofFile, giving, firstSeen, move, gone, lose, save, insert, seeEarlier]) command.Dispose();
    }

    private static BriefingRow? One(SqliteCommand command, (string, object?) value)
    {
        Set(command, value);
        using var row = command.ExecuteReader();
        return row.Read() ? new BriefingRow(row.GetInt64(0), row.GetString(1), Rows.Briefing(row, from: 2)) : null;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<(string, object?)> values)
    {
        Set(command, values);
        command.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values) command.Parameters[name].Value = value ?? DBNull.Value;
    }
}
