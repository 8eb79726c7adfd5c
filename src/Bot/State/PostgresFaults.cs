using System.Net.Sockets;
using Bot.Briefings.Storing;
using Npgsql;

namespace Bot.State;

/// <summary>What is told of a database that fails, by its code (postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgresFaults
{
    /// <param name="name">The database, as a person knows it.</param>
    /// <returns>Null for what is a mistake of ours, such as a key that is there already.</returns>
    public static StateException? Of(Exception fault, string name) => fault switch
    {
        PostgresException refused => Of(refused, name),
        NpgsqlException or SocketException => new StateException($"{name} cannot be reached: {Reason(fault)}. Start it, or correct Data:Database.", fault) { IsPassing = true },
        _ => null,
    };

    private static StateException? Of(PostgresException fault, string name)
    {
        var reason = fault.MessageText.TrimEnd('.');
        return (fault.SqlState[..2], fault.SqlState) switch
        {
            ("28", _) => Lasting($"{name} refuses the login: {reason}. Correct Username and Password in Data:Database."),
            (_, PostgresErrorCodes.InvalidCatalogName) => Lasting($"{name} does not have the database: {reason}. Create it, or name another in Data:Database."),
            (_, PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidSchemaName) =>
                Lasting($"The user of Data:Database may not do all that the bot needs at {name}: {reason}. Let it create tables there, and read and write them."),
            // Too many connections, no memory, no room on the disk.
            ("53", _) => Passing($"{name} has no room: {reason}. Give it more, or wait."),
            (_, PostgresErrorCodes.ReadOnlySqlTransaction) => Passing($"{name} only reads: {reason}. Name the one that also writes in Data:Database."),
            ("08" or "57" or "58" or "40" or "55", _) => Passing($"{name} cannot be used just now: {reason}. Wait until it is back."),
            _ => null,
        };

        StateException Passing(string sentence) => new(sentence, fault) { IsPassing = true };
        StateException Lasting(string sentence) => new(sentence, fault);
    }

    /// <summary>Of what lies innermost: around it Npgsql only says that something failed.</summary>
    private static string Reason(Exception fault) => fault.GetBaseException() switch
    {
        TimeoutException => "it does not answer in time",
        var innermost => innermost.Message.Split('\n')[0].TrimEnd('\r', '.'),
    };
}
