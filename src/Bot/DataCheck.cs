using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.State;

namespace Bot;

/// <summary>What can be told to be wrong with a data folder before a bot starts on it. Reads only, also beside a running bot.</summary>
public static class DataCheck
{
    /// <summary>What a platform noted there; null for none, or none that is still to be kept, or a folder that cannot be read.</summary>
    public static string? Note(DataOptions data, string name, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(data);
        try
        {
            return File.Exists(data.StateFile) ? StateDatabase.Inspect(data.StateFile, connection => Rows.Note(connection, name, now)) : null;
        }
        catch (StateException)
        {
            // Problem tells of it.
            return null;
        }
    }

    /// <summary>Asks the database that replicas share, and changes nothing there.</summary>
    /// <returns>The database as a person knows it, without its password, and a sentence that says what is wrong and what to do; null when nothing is.</returns>
    public static (string Name, string? Problem) Database(DataOptions data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return SharedState.Look(data.Database);
    }

    /// <summary>A sentence that says what is wrong and what to do; null when a bot could start. A data folder that is not there yet is fine.</summary>
    public static string? Problem(DataOptions data, BriefingsOptions briefings)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(briefings);
        try
        {
            briefings.RequireFolder(data.Folder);
            return !File.Exists(data.StateFile) ? null : StateDatabase.Inspect(data.StateFile, connection => Belonging.Refusal(
                StateDatabase.BriefingsFolder(connection), most => Rows.SomeFiles(connection, most), data, briefings)
                ?? SqliteStore.Refusal(connection, data.StateFile));
        }
        catch (Exception e) when (e is CannotStartException or StateException)
        {
            return e.Message;
        }
    }
}
