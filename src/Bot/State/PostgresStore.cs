using System.Data.Common;
using System.Net.Sockets;
using Bot.Briefings.Storing;
using Npgsql;

namespace Bot.State;

/// <summary>A PostgreSQL database that replicas share, in the schema that the connection string's user sees first.</summary>
internal sealed class PostgresStore : StateStore
{
    private readonly NpgsqlDataSource source;

    /// <exception cref="StateException">The connection string cannot be read. Whether there is a database is seen when it is first used.</exception>
    public PostgresStore(string connectionString)
    {
        source = DatabaseSetting.Build(connectionString) ?? throw new StateException(DatabaseSetting.Problem);
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        Name = $"PostgreSQL at {settings.Host}:{settings.Port}";
    }

    public override bool IsShared => true;

    /// <summary>The number is "Brif", as in the head of state.db.</summary>
    public override string LockForMigrations => "SELECT pg_advisory_xact_lock(1114794342)";

    public override string CountOfMigrationTables => "SELECT CASE WHEN to_regclass('state_migration') IS NULL THEN 0 ELSE 1 END";

    public override string Name { get; }

    public override DbConnection Connect(bool toWrite) => source.OpenConnection();

    public override bool HasBroken(Exception fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
            or NpgsqlException { InnerException: IOException or SocketException };

    public override void ForgetConnections() => source.Clear();

    public override T Guard<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception e) when (PostgresFaults.Of(e, Name) is { } known)
        {
            throw known;
        }
    }

    public override void Dispose() => source.Dispose();
}
