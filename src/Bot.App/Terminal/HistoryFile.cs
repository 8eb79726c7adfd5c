namespace Bot.App.Terminal;

/// <summary>
/// Keeps the history between two runs, in a file that its owner alone may read: questions are private. A history that cannot be read or
/// written is no reason not to answer, so it is then kept for this run only.
/// </summary>
internal sealed class HistoryFile(string path)
{
    public const string Name = "history";

    public History Read()
    {
        try
        {
            if (!File.Exists(path)) return new History([]);
            return new History(File.ReadLines(path).Where(line => line.Length is > 0 and <= 2_000));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new History([]);
        }
    }

    /// <summary>Adds the last line; once there are more than are kept, the file is written anew.</summary>
    public void Append(History history)
    {
        try
        {
            var isFull = history.Lines.Count == History.Most;
            Write(isFull ? history.Lines : [history.Lines[^1]], isFull ? FileMode.Create : FileMode.Append);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Kept for this run only.
        }
    }

    private void Write(IEnumerable<string> lines, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, CommandLine.StandardStreams.Utf8, options);
        writer.NewLine = "\n";
        foreach (var line in lines) writer.WriteLine(Printable.OneLineExactly(line));
    }
}
