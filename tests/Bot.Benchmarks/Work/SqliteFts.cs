using System.Diagnostics;
using System.Text.Json;
using Bot.Benchmarks.Measuring;
using Bot.Chat;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks.Work;

/// <summary>
/// The same passages and questions in SQLite's FTS5: what travels between machines is the ratio to it. It stems and finds by BM25, and knows nothing of
/// sentences, names, times or spelling.
/// </summary>
internal sealed class SqliteFts : IDisposable
{
    private const int RowsOfATransaction = 5_000, Rounds = 12;

    /// <summary>The stop words of Lucene's English analysis, so that both look for the same words.</summary>
    private static readonly HashSet<string> StopWords = [.. (
        "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with").Split(' ')];

    private readonly SqliteConnection connection;

    public SqliteFts(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute("pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536");
    }

    public static MadeIndex Insert(string briefings, string path)
    {
        foreach (var old in new[] { path, path + "-wal", path + "-shm" }) File.Delete(old);
        var (disturbance, start) = (new Disturbance(), Stopwatch.GetTimestamp());
        using (var fts = new SqliteFts(path)) fts.InsertAll(briefings);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new MadeIndex(
            seconds, Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds, GC.GetTotalAllocatedBytes(), ProcessMemory.OfThis(),
            new FileInfo(path).Length, disturbance.OthersCores);
    }

    public static KindAnswered Ask(string path, string questions, double seconds)
    {
        using var fts = new SqliteFts(path);
        using var search = fts.connection.CreateCommand();
        search.CommandText = "select text, briefing, rank from passages where passages match $query order by rank limit 10";
        var query = search.Parameters.Add("$query", SqliteType.Text);
        return Repetition.Measure("fts5", [.. File.ReadLines(Path.Combine(questions, CommandCatalog.Ask + ".txt")).Select(AnyWord)], seconds, words =>
        {
            query.Value = words;
            return Rows(search) > 0;
        });
    }

    /// <summary>One row changed again and again, until a search finds the new text.</summary>
    public static Refreshed Refresh(string path)
    {
        using var fts = new SqliteFts(path);
        var (disturbance, took) = (new Disturbance(), new List<double>());
        fts.Execute("insert into passages (rowid, text, briefing) values (0, 'velmarkian', 'changed')");
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            fts.Execute($"update passages set text = 'The velmarkian editions are read by many people: this is edition{round} of them.' where rowid = 0");
            using var search = fts.connection.CreateCommand();
            search.CommandText = $"select text from passages where passages match 'edition{round}' order by rank limit 10";
            if (Rows(search) != 1) throw new InvalidOperationException("FTS5 did not find a changed row.");
            if (round > 0) took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        fts.Execute("delete from passages where rowid = 0");
        return new Refreshed(Distribution.Of(took), null, null, disturbance.OthersCores);
    }

    public void Dispose() => connection.Dispose();

    private void InsertAll(string briefings)
    {
        Execute("create virtual table passages using fts5 (text, briefing unindexed, tokenize = 'porter unicode61')");
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into passages (text, briefing) values ($text, $briefing)";
        var (text, briefing) = (insert.Parameters.Add("$text", SqliteType.Text), insert.Parameters.Add("$briefing", SqliteType.Text));
        foreach (var rows in Passages(briefings).Chunk(RowsOfATransaction))
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var row in rows)
            {
                (text.Value, briefing.Value) = (row.Text, row.Briefing);
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
    }

    private static IEnumerable<(string Text, string Briefing)> Passages(string briefings)
    {
        foreach (var line in Directory.GetFiles(briefings, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            using var record = JsonDocument.Parse(line);
            var id = record.RootElement.GetProperty("id").GetString()!;
            foreach (var paragraph in record.RootElement.GetProperty("text").GetString()!.Split("\n\n")) yield return (paragraph, id);
        }
    }

    private static string AnyWord(string line)
    {
        var words = line.Split(' ').Skip(1).Select(word => word.Trim('?', '.', ',')).Where(word => word.Length > 0 && !StopWords.Contains(word.ToLowerInvariant()));
        return string.Join(" OR ", words.Select(word => $"\"{word}\""));
    }

    private static int Rows(SqliteCommand search)
    {
        using var rows = search.ExecuteReader();
        var count = 0;
        for (; rows.Read(); count++) _ = rows.GetString(0);
        return count;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
