namespace Bot.App.Terminal;

/// <summary>
/// The log above the line being typed. A folder may hold hundreds of bad lines: between two questions the first few warnings are
/// shown, then where the others stand. Errors, and what has come right again, are shown all.
/// </summary>
internal sealed class PromptLog(Action<string> print)
{
    public const int Most = 3;

    private int _warnings;

    /// <summary>Called by several threads.</summary>
    public void Write(string line)
    {
        if (!line.StartsWith("warning", StringComparison.Ordinal))
        {
            print(line);
            return;
        }
        var count = Interlocked.Increment(ref _warnings);
        if (count <= Most) print(line);
        else if (count == Most + 1) print("There are more warnings; /briefings shows those about briefings.");
    }

    /// <summary>Something was asked: what goes wrong from now on is new.</summary>
    public void StartAnew() => Interlocked.Exchange(ref _warnings, 0);
}
