using System.Collections.Concurrent;
using System.Globalization;
using Bot.Briefings.Storing;
using Bot.Chat;
using Bot.Text;
using Microsoft.Data.Sqlite;

namespace Bot.Briefings;

/// <summary>
/// The bot's memory of its briefings (state.db): which there are, which text each has, when each was first seen, changed, gone. An index
/// at revision N is brought up to date by what follows N, and a new one by everything after 0. Reading is for any thread.
/// </summary>
internal sealed class BriefingLog : IDisposable
{
    /// <summary>Rows read at once: between two pages writers and the write-ahead log's clean-up get their turn.</summary>
    private const int Page = 1000;

    /// <summary>Rows that are remembered, some half a kilobyte each.</summary>
    private const int MostRemembered = 4_000;

    private readonly StateDatabase database;

    /// <summary>Rows as they are since the last write, which puts an empty memory in its place; null beside another process that writes.</summary>
    private volatile ConcurrentDictionary<BriefingId, LoggedBriefing>? remembered;

    private BriefingLog(StateDatabase database, bool isWriter)
    {
        this.database = database;
        if (isWriter) remembered = new();
        StoreId = Guid.Parse(Read(connection => Rows.Text(connection, "SELECT value FROM setting WHERE name = 'store'")!), CultureInfo.InvariantCulture);
    }

    /// <summary>Made with the file: an index that was built from another log is told by it.</summary>
    public Guid StoreId { get; }

    /// <summary>The real path of the briefings that the log is of; null when none was noted yet.</summary>
    public string? BriefingsFolder => Read(StateDatabase.BriefingsFolder);

    /// <summary>The revision of the last change; 0 when there was none.</summary>
    public long LastRevision => Read(connection => StateDatabase.Number(connection, "SELECT IFNULL(MAX(revision), 0) FROM briefing"));

    /// <summary>When a briefing was last first seen; null when none is there.</summary>
    public DateTimeOffset? NewestSeen => Read(connection =>
        StateDatabase.Number(connection, "SELECT IFNULL(MAX(first_seen), -1) FROM briefing WHERE gone IS NULL") is var seen and >= 0
            ? DateTimeOffset.FromUnixTimeMilliseconds(seen) : (DateTimeOffset?)null);

    /// <exception cref="StateException">The file is damaged, newer than this program, or not ours.</exception>
    public static BriefingLog Open(string path) => new(StateDatabase.Open(path), isWriter: true);

    /// <summary>Opens the log beside its writer.</summary>
    /// <exception cref="StateException">The file is missing, damaged, of another version, or not ours.</exception>
    public static BriefingLog OpenReadOnly(string path) => new(StateDatabase.OpenReadOnly(path), isWriter: false);

    /// <summary>The briefings that changed after a revision, each once in its newest state, gone ones too, in order of revision.</summary>
    public IEnumerable<LoggedBriefing> ChangesAfter(long revision)
    {
        while (true)
        {
            var page = Read(connection => Rows.Briefings(
                connection, "WHERE revision > $after ORDER BY revision LIMIT $limit", ("$after", revision), ("$limit", Page)));
            foreach (var briefing in page) yield return briefing;
            if (page.Count < Page) yield break;
            revision = page[^1].Revision;
        }
    }

    /// <summary>A briefing, also a gone one; null when the log never had it.</summary>
    public LoggedBriefing? Find(BriefingId id) => Find([id]).GetValueOrDefault(id);

    /// <summary>Those of the briefings that the log has, also gone ones; in one look for all of them.</summary>
    public IReadOnlyDictionary<BriefingId, LoggedBriefing> Find(IEnumerable<BriefingId> ids)
    {
        // Taken before the reading: what is written meanwhile replaces it, and old rows are then remembered nowhere.
        var memory = remembered;
        var (found, unknown) = (new Dictionary<BriefingId, LoggedBriefing>(), new List<BriefingId>());
        foreach (var id in ids.Distinct())
        {
            if (memory is not null && memory.TryGetValue(id, out var known)) found.Add(id, known);
            else unknown.Add(id);
        }
        if (unknown.Count == 0) return found;
        var parameters = unknown.Select((id, i) => ($"$id{i}", (object?)id.Value)).ToArray();
        var which = $"WHERE id IN ({string.Join(", ", parameters.Select(one => one.Item1))})";
        foreach (var briefing in Read(connection => Rows.Briefings(connection, which, parameters)))
        {
            found.Add(briefing.Id, briefing);
            memory?.TryAdd(briefing.Id, briefing);
        }
        if (memory?.Count > MostRemembered) remembered = new();
        return found;
    }

    /// <summary>The briefings that are there and in the scope: newest document date first, undated ones last, then by id.</summary>
    public IReadOnlyList<LoggedBriefing> List(Scope scope, int skip = 0, int take = 50) => Read(connection => Rows.Briefings(
        connection,
        $"WHERE gone IS NULL AND collection IN {In(scope)} ORDER BY date DESC, id LIMIT $take OFFSET $skip",
        [("$take", take), ("$skip", skip), .. Values(scope)]));

    /// <summary>The briefings that are there, in the scope, and have this text: mostly one, more when it was sent twice.</summary>
    public IReadOnlyList<LoggedBriefing> WithText(TextHash text, Scope scope) => Read(connection => Rows.Briefings(
        connection,
        $"WHERE gone IS NULL AND text = $text AND collection IN {In(scope)} ORDER BY id",
        [("$text", Convert.FromHexString(text.Hex)), .. Values(scope)]));

    /// <summary>The briefings that are there and in the scope, and were first seen or changed after one instant and up to another; the newest first.</summary>
    public IReadOnlyList<LoggedBriefing> ChangedBetween(DateTimeOffset after, DateTimeOffset upTo, Scope scope, int most = int.MaxValue) => Read(connection => Rows.Briefings(
        connection,
        $"WHERE gone IS NULL AND changed > $after AND changed <= $upTo AND collection IN {In(scope)} ORDER BY changed DESC, id LIMIT $most",
        [("$most", most), ("$after", after.ToUnixTimeMilliseconds()), ("$upTo", upTo.ToUnixTimeMilliseconds()), .. Values(scope)]));

    /// <summary>How many briefings are there in the scope.</summary>
    public int Count(Scope scope) => Count("gone IS NULL", scope);

    /// <summary>How many of them have no document date.</summary>
    public int CountUndated(Scope scope) => Count("gone IS NULL AND date IS NULL", scope);

    private int Count(string condition, Scope scope) => Read(connection =>
    {
        using var command = Rows.Command(
            connection, $"SELECT COUNT(*) FROM briefing WHERE {condition} AND collection IN {In(scope)}", Values(scope));
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    });

    /// <summary>What is wrong now, by file and line.</summary>
    public IReadOnlyList<BriefingWarning> Warnings() => Read(connection => Rows.Warnings(connection));

    /// <summary>What the log knows of each file.</summary>
    public IReadOnlyList<LoggedFile> Files() => Read(Rows.Files);

    /// <summary>The same of a few files from anywhere in the folder.</summary>
    public IReadOnlyList<LoggedFile> SomeFiles(int most) => Read(connection => Rows.SomeFiles(connection, most));

    /// <summary>The texts of the briefings that are there: what the text store must keep.</summary>
    public IReadOnlySet<TextHash> LiveTexts() => Read(Rows.LiveTexts);

    /// <summary>The files with a briefing whose text is not in the store.</summary>
    public IReadOnlySet<string> FilesLackingText(TextStore texts) => Read(connection => Rows.FilesWhere(connection, hash => !texts.Contains(hash)));

    /// <summary>Writes in one transaction: all of it is kept, or nothing.</summary>
    public T Write<T>(Func<BriefingLogWriter, T> write) => database.Guard(() =>
    {
        using var connection = database.ConnectToWrite();
        using var transaction = connection.BeginTransaction();
        using var writer = new BriefingLogWriter(connection);
        var written = write(writer);
        // Before it is known whether it stands: what fails half-way may stand all the same.
        remembered = null;
        try
        {
            transaction.Commit();
        }
        finally
        {
            remembered = new();
        }
        return written;
    });

    /// <summary>Briefings were seen before the bot itself first read them; what it saw earlier itself stays.</summary>
    public void SeeEarlier(IReadOnlyDictionary<BriefingId, DateTimeOffset> seen) => Write(writer =>
    {
        foreach (var (id, instant) in seen) writer.SeeEarlier(id, instant);
        return true;
    });

    /// <summary>A platform's note; null for none, or none that is still to be kept.</summary>
    public string? Note(string name, DateTimeOffset now) => Read(connection => Rows.Note(connection, name, now));

    /// <summary>Writes a note, and forgets those whose time is over.</summary>
    public void WriteNote(string name, string value, DateTimeOffset? until, DateTimeOffset now) => database.Guard(() =>
    {
        using var connection = database.ConnectToWrite();
        using var command = Rows.Command(
            connection, "DELETE FROM note WHERE until <= $now; INSERT OR REPLACE INTO note VALUES ($name, $value, $until)",
            ("$name", name), ("$value", value), ("$until", until?.ToUnixTimeMilliseconds()), ("$now", now.ToUnixTimeMilliseconds()));
        return command.ExecuteNonQuery();
    });

    /// <summary>From now on the log is of the briefings there.</summary>
    public void NoteBriefingsFolder(string path) => database.Guard(() =>
    {
        using var connection = database.ConnectToWrite();
        using var command = Rows.Command(connection, "INSERT OR REPLACE INTO setting VALUES ('briefings', $path)", ("$path", path));
        return command.ExecuteNonQuery();
    });

    public void Dispose() => database.Dispose();

    private T Read<T>(Func<SqliteConnection, T> read) => database.Guard(() =>
    {
        using var connection = database.Connect();
        return read(connection);
    });

    private static string In(Scope scope) => $"({string.Join(", ", scope.Collections.Select((_, i) => $"$collection{i}"))})";

    private static (string, object?)[] Values(Scope scope) => [.. scope.Collections.Select((name, i) => ($"$collection{i}", (object?)name))];
}
