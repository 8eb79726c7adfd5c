using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bot.Briefings.Storing;

/// <summary>
/// state.db is damaged, of a newer version, or another program's; or it cannot be used for now. It holds what cannot be rebuilt, so it is
/// never replaced.
/// </summary>
public sealed class StateException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True when it may well go later: another program has the file, the disk is full or away.</summary>
    public bool IsPassing { get; init; }
}

/// <summary>
/// The SQLite file that holds what cannot be rebuilt. Write-ahead log, synchronous NORMAL: a killed process loses nothing that was
/// committed, a power failure at most the last moments, which the next sweep finds again.
/// </summary>
internal sealed class StateDatabase : IDisposable
{
    /// <summary>"Brif": tells our files from other programs' SQLite files.</summary>
    private const int ApplicationId = 0x42726966;

    private const int BusySeconds = 10;

    private readonly string path;
    private readonly string connectionString;

    private StateDatabase(string path, string source, SqliteOpenMode mode, bool pooling = true)
    {
        this.path = path;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = pooling,
            DefaultTimeout = BusySeconds,
        }.ToString();
    }

    /// <summary>Opens the file, makes it when it is missing, and brings an older one up to date.</summary>
    /// <exception cref="StateException">It is damaged, newer than this program, or not ours.</exception>
    public static StateDatabase Open(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var database = new StateDatabase(path, path, SqliteOpenMode.ReadWriteCreate);
        database.Guard(() =>
        {
            using var connection = database.ConnectToWrite();
            database.Check(connection, mayBeNew: true);
            Execute(connection, "PRAGMA journal_mode = WAL");
            StateMigrations.Run(connection, ApplicationId);
            return true;
        });
        return database;
    }

    /// <summary>Opens the file beside its writer.</summary>
    /// <exception cref="StateException">It is missing, damaged, of another version, or not ours.</exception>
    public static StateDatabase OpenReadOnly(string path)
    {
        if (!File.Exists(path)) throw new StateException($"{path} is not there: nothing has been indexed into this data folder yet.");
        var database = new StateDatabase(path, path, SqliteOpenMode.ReadOnly);
        database.Guard(() =>
        {
            using var connection = database.Connect();
            database.Check(connection, mayBeNew: false);
            return true;
        });
        return database;
    }

    /// <summary>Reads the file through, page by page, and writes nothing: also beside its writer, also one that is older or still empty.</summary>
    /// <exception cref="StateException">It is damaged, newer than this program, or not ours; or it cannot be read for now.</exception>
    /// <param name="read">Reads what is wanted of it.</param>
    /// <returns>What was read; null when the file is still empty.</returns>
    public static T? Inspect<T>(string path, Func<SqliteConnection, T?> read)
        where T : class
    {
        // Without a log beside it nobody has the file open, and SQLite would leave one behind, unless it is told that nothing changes.
        var source = File.Exists(path + "-wal") ? path : $"{UriOf(path)}?immutable=1";
        var database = new StateDatabase(path, source, SqliteOpenMode.ReadOnly, pooling: false);
        return database.Guard(() =>
        {
            using var connection = new SqliteConnection(database.connectionString);
            connection.Open();
            database.Check(connection, mayBeNew: true);
            if (Rows.Text(connection, "PRAGMA quick_check(1)") != "ok") throw database.Damaged(null);
            return Number(connection, "PRAGMA user_version") > 0 ? read(connection) : null;
        });
    }

    /// <summary>An open connection out of the pool: dispose it.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>The same for whoever writes; to those who read, how writing is made safe is nothing, and telling it took as long as to look a row up.</summary>
    public SqliteConnection ConnectToWrite()
    {
        var connection = Connect();
        Execute(connection, "PRAGMA synchronous = NORMAL");
        return connection;
    }

    /// <summary>Runs what reads or writes the file, and turns damage into a sentence.</summary>
    public T Guard<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26) // SQLITE_CORRUPT, SQLITE_NOTADB
        {
            throw Damaged(e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6 or 15) // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL
        {
            throw new StateException($"{path} is in use by another program for more than {BusySeconds} seconds.", e) { IsPassing = true };
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 10 or 13 or 14) // SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN
        {
            throw new StateException($"{path} cannot be {(e.SqliteErrorCode switch { 14 => "opened", 10 => "read or written", _ => "written" })}: {e.Message}", e)
            {
                IsPassing = true,
            };
        }
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    public static string? BriefingsFolder(SqliteConnection connection) => Rows.Text(connection, "SELECT value FROM setting WHERE name = 'briefings'");

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The path as SQLite reads it in a URI (sqlite.org/uri.html).</summary>
    private static string UriOf(string path)
    {
        var full = Path.GetFullPath(path).Replace(Path.DirectorySeparatorChar, '/');
        var escaped = full.Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3f", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal);
        return $"file://{(full.StartsWith('/') ? "" : "/")}{escaped}";
    }

    private StateException Damaged(Exception? inner) => new(
        $"{path} is damaged. It remembers what cannot be read again, so it is left as it is: put a copy of it back, or move it away to begin anew.", inner);

    private void Check(SqliteConnection connection, bool mayBeNew)
    {
        var version = Number(connection, "PRAGMA user_version");
        var empty = Number(connection, "SELECT COUNT(*) FROM sqlite_schema") == 0;
        if (empty && mayBeNew) return;
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
            throw new StateException($"{path} is not a briefing bot's state: another program's file stands there. Choose another Data:Folder.");
        if (version > StateMigrations.Latest || (version < StateMigrations.Latest && !mayBeNew))
            throw new StateException(
                $"{path} has schema {version}, and this program writes schema {StateMigrations.Latest}: "
                + (version > StateMigrations.Latest ? "it was last used by a newer version." : "start the bot once to bring it up to date."));
    }
}
