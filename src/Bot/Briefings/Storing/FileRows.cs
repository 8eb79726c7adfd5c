using Microsoft.Data.Sqlite;

namespace Bot.Briefings.Storing;

/// <summary>The tables of files and warnings within one transaction.</summary>
internal sealed class FileRows : IDisposable
{
    /// <summary>Kinds of warnings: those of a file stand until it is read again, those of a listing until the next.</summary>
    public const int WhenRead = 0, WhenListed = 1;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand save;
    private readonly SqliteCommand clear;

    public FileRows(SqliteConnection connection)
    {
        this.connection = connection;
        save = Rows.Command(
            connection,
            "INSERT OR REPLACE INTO file (path, size, modified, content, settled) VALUES ($path, $size, $modified, $content, $settled)",
            ("$path", null), ("$size", null), ("$modified", null), ("$content", null), ("$settled", null));
        clear = Rows.Command(connection, "DELETE FROM warning WHERE file = $path AND kind = 0", ("$path", null));
    }

    public void Save(LoggedFile file)
    {
        save.Parameters["$path"].Value = file.Path;
        save.Parameters["$size"].Value = file.Size;
        save.Parameters["$modified"].Value = file.Modified;
        save.Parameters["$content"].Value = Convert.FromHexString(file.Content);
        save.Parameters["$settled"].Value = file.Settled;
        save.ExecuteNonQuery();
    }

    public void Remove(string path) => Run("DELETE FROM file WHERE path = $path", ("$path", path));

    /// <summary>As if it had never been read: the next sweep reads it, also when this one is killed before it does.</summary>
    public void Forget(string path) => Run("UPDATE file SET size = -1, content = x'', settled = 0 WHERE path = $path", ("$path", path));

    public void RemoveWarnings(string path)
    {
        clear.Parameters["$path"].Value = path;
        clear.ExecuteNonQuery();
    }

    public void Warn(BriefingWarning warning, int kind) => Run(
        "INSERT INTO warning (file, line, reason, kind) VALUES ($file, $line, $reason, $kind)",
        ("$file", warning.File), ("$line", warning.Line), ("$reason", warning.Reason), ("$kind", kind));

    public IReadOnlyList<BriefingWarning> FolderWarnings() => Rows.Warnings(connection, "WHERE kind = 1");

    public void RemoveFolderWarnings() => Run("DELETE FROM warning WHERE kind = 1");

    public void Dispose()
    {
        save.Dispose();
        clear.Dispose();
    }

    private void Run(string sql, params (string, object?)[] values)
    {
        using var command = Rows.Command(connection, sql, values);
        command.ExecuteNonQuery();
    }
}
