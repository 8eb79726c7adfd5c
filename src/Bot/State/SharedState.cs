using System.Data;
using System.Data.Common;
using Bot.Briefings.Storing;

namespace Bot.State;

/// <summary>
/// What people asked the bot to do, and what has become of it: in state.db for a bot alone, in PostgreSQL for replicas that share it. Thread-safe.
/// </summary>
internal sealed class SharedState : IDisposable
{
    private readonly StateStore store;

    private SharedState(StateStore store) => this.store = store;

    /// <summary>Whether other replicas have the same state.</summary>
    public bool IsShared => store.IsShared;

    /// <summary>Opens the state in the file of the log, and brings its schema up to date.</summary>
    /// <param name="isReadOnly">Beside the bot that writes: nothing is made, brought up to date or written.</param>
    /// <exception cref="StateException">It cannot be used; the message says why and what to do.</exception>
    public static SharedState OpenSqlite(string path, bool isReadOnly = false) => Open(new SqliteStore(path, isReadOnly), isReadOnly);

    /// <summary>Opens the state that replicas share, and brings its schema up to date; several may do so at once.</summary>
    /// <param name="isReadOnly">Its schema is left as it is, and must be this program's.</param>
    /// <exception cref="StateException">It cannot be used; the message says why and what to do, and shows no password.</exception>
    public static SharedState OpenPostgres(string connectionString, bool isReadOnly = false) => Open(new PostgresStore(connectionString), isReadOnly);

    /// <summary>Looks whether a bot could use a database, and changes nothing.</summary>
    /// <returns>The database as a person knows it, and what is wrong; null when nothing is.</returns>
    public static (string Name, string? Problem) Look(string connectionString)
    {
        try
        {
            using var store = new PostgresStore(connectionString);
            var done = new SharedState(store).Read(session => SharedMigrations.Done(session, store.CountOfMigrationTables));
            return (store.Name, done > SharedMigrations.Latest ? SharedMigrations.Other(done, store.Name).Message : null);
        }
        catch (StateException e)
        {
            return ("The database", e.Message);
        }
    }

    /// <summary>Each statement sees what is there when it begins.</summary>
    /// <param name="read">Called once more where the connection broke before its first statement was carried out.</param>
    /// <exception cref="StateException">It cannot be read; with <see cref="StateException.IsPassing"/> it may go later.</exception>
    public T Read<T>(Func<StateSession, T> read) => Use(toWrite: false, read);

    /// <summary>
    /// Writes in one transaction: all of it is kept, or nothing. With SQLite one writes at a time. With PostgreSQL another may write between two statements:
    /// whoever writes what depends on what is there says so in the statement itself (UPDATE with conditions, ON CONFLICT).
    /// </summary>
    /// <param name="write">Called once more where the connection broke before its first statement was carried out. Must not write through the state itself.</param>
    /// <exception cref="StateException">
    /// Nothing was kept, and with <see cref="StateException.IsPassing"/> it may go later; where the connection broke while all was being confirmed, it may have been kept.
    /// </exception>
    public T Write<T>(Func<StateSession, T> write) => Use(toWrite: true, write);

    public void Dispose() => store.Dispose();

    private static SharedState Open(StateStore store, bool isReadOnly)
    {
        var state = new SharedState(store);
        try
        {
            if (!isReadOnly)
            {
                state.Write(session =>
                {
                    SharedMigrations.Run(session, store);
                    return true;
                });
            }
            else if (state.Read(session => SharedMigrations.Done(session, store.CountOfMigrationTables)) is var done && done != SharedMigrations.Latest)
            {
                throw SharedMigrations.Other(done, store.Name);
            }
            return state;
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }

    private T Use<T>(bool toWrite, Func<StateSession, T> use) => store.Guard(() =>
    {
        for (var isFirst = true; ; isFirst = false)
        {
            StateSession? session = null;
            try
            {
                using var connection = store.Connect(toWrite);
                using var transaction = toWrite ? connection.BeginTransaction(IsolationLevel.ReadCommitted) : null;
                session = new StateSession(connection, transaction);
                var result = use(session);
                transaction?.Commit();
                return result;
            }
            catch (DbException e) when (isFirst && session is { Statements: 0 } && store.HasBroken(e))
            {
                // It had stood in the pool while the database was started again, say: the others there are of no use either.
                store.ForgetConnections();
            }
        }
    });
}
