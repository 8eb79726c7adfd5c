using System.Data.Common;
using Bot.Briefings.Storing;

namespace Bot.State;

/// <summary>Where the shared state stands: all that differs between SQLite and PostgreSQL.</summary>
internal abstract class StateStore : IDisposable
{
    /// <summary>Whether other replicas have the same state.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Lets one replica at a time go on, until its transaction ends; null where a transaction that writes does so by itself.</summary>
    public abstract string? LockForMigrations { get; }

    /// <summary>Gives one row with one number, 0 in a database without our tables.</summary>
    public abstract string CountOfMigrationTables { get; }

    /// <summary>As a person knows it; never with a password.</summary>
    public abstract string Name { get; }

    /// <summary>An open connection out of the pool: dispose it.</summary>
    public abstract DbConnection Connect(bool toWrite);

    /// <summary>Whether a connection that stood before is gone, and a new one may well stand.</summary>
    public abstract bool HasBroken(Exception fault);

    /// <summary>Takes no connection again that stands in the pool.</summary>
    public abstract void ForgetConnections();

    /// <summary>Runs what reads or writes, and turns what goes wrong outside of our statements into a sentence.</summary>
    /// <exception cref="StateException">The sentence.</exception>
    public abstract T Guard<T>(Func<T> use);

    public abstract void Dispose();
}
