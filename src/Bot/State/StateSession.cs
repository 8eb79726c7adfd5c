using System.Data;
using System.Data.Common;
using System.Text;

namespace Bot.State;

/// <summary>
/// Statements on one connection, and where something is written within one transaction. SQL is what SQLite and PostgreSQL have in common: parameters as @name,
/// instants as BIGINT in Unix milliseconds, 0 and 1 for yes and no; texts are put in order by the program, since the two sort them differently.
/// </summary>
/// <remarks>
/// A value is a string, int, long, bool or null, and its name stands in no string of the SQL. Not thread-safe, and of no use after the call that it was given to.
/// </remarks>
internal sealed class StateSession(DbConnection connection, DbTransaction? transaction)
{
    /// <summary>How many statements have been carried out.</summary>
    public int Statements { get; private set; }

    /// <returns>How many rows were inserted, changed or deleted.</returns>
    public int Execute(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        var changed = command.ExecuteNonQuery();
        Statements++;
        return changed;
    }

    /// <summary>All rows, also those of RETURNING.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params (string, object?)[] values)
    {
        using var command = Command(sql, values);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read()) found.Add(read(rows));
        Statements++;
        return found;
    }

    /// <summary>The first row; null where there is none.</summary>
    public T? One<T>(string sql, Func<DbDataReader, T> read, params (string, object?)[] values)
        where T : class => Query(sql, read, values).FirstOrDefault();

    private DbCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            // PostgreSQL has to be told of what type nothing is, which a caller of ours does not know; written into the SQL it is of any.
            if (value is null) sql = WithNull(sql, name);
            else command.Parameters.Add(Parameter(command, name, value));
        }
        command.CommandText = sql;
        return command;
    }

    /// <remarks>Npgsql guesses types by itself, and guesses wrong once it reads numbers of every width.</remarks>
    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        (parameter.DbType, parameter.Value) = value switch
        {
            string text => (DbType.String, Stored(text)),
            bool yes => (DbType.Int32, yes ? 1 : 0),
            int => (DbType.Int32, value),
            long => (DbType.Int64, value),
            _ => throw new ArgumentException($"{name} is a {value.GetType().Name}, which the two databases do not store alike.", nameof(value)),
        };
        return parameter;
    }

    private static string WithNull(string sql, string name)
    {
        for (var at = sql.IndexOf(name, StringComparison.Ordinal); at >= 0; at = sql.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            // Not "@items" for "@item".
            if (end == sql.Length || !(char.IsAsciiLetterOrDigit(sql[end]) || sql[end] == '_')) sql = string.Concat(sql.AsSpan(0, at), "NULL", sql.AsSpan(end));
        }
        return sql;
    }

    /// <summary>PostgreSQL stores neither the character 0 nor half a character; what SQLite has must be the same.</summary>
    private static string Stored(string text)
    {
        var whole = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return whole.Replace('\0', '\uFFFD');
    }
}
