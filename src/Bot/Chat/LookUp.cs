namespace Bot.Chat;

/// <summary>A command that looks something up, as it stands within another: <c>/since who Lavrov</c>, <c>/watch add Who met Lavrov?</c></summary>
public static class LookUp
{
    /// <summary>Commands that look something up for whoever asks.</summary>
    public static bool Is(string name) => name is CommandCatalog.Who or CommandCatalog.When or CommandCatalog.Where or CommandCatalog.Says or CommandCatalog.Ask;

    /// <summary>Whether there is anything in a text that a briefing could have.</summary>
    internal static bool HasWord(string text) => text.Any(char.IsLetterOrDigit);

    /// <summary>Whether a line is such a command, or a question.</summary>
    public static bool IsLine(string line) => Is(CommandParser.NameIn(line));

    /// <param name="text">A command with or without its slash; anything else is a question.</param>
    /// <returns>The command, or the sentence that says what was wrong.</returns>
    public static ParsedLine Parse(string text, Scope scope, int limit = Command.MostPassages, Asker? by = null)
    {
        var words = text.Trim();
        var first = words.TrimStart('/').Split(' ', 2)[0];
        var isCommand = words.StartsWith('/') || (Is(first) && words.Length > first.Length && !words.EndsWith('?'));
        var parsed = CommandParser.Parse(isCommand ? "/" + words.TrimStart('/') : $"/{CommandCatalog.Ask} {words}", scope, limit, by);
        return parsed.Command is { } command && !Is(command.Name)
            ? new ParsedLine(null, $"/{command.Name} looks nothing up. It may be /who, /when, /where, /says or a question.")
            : parsed;
    }

    /// <summary>The command as a line: "/who Lavrov from:2022".</summary>
    public static string LineOf(Command command) => CommandLineText.Write(CommandCatalog.Find(command.Name)!, command.Options);

    /// <summary>The same as a person reads it: a question by itself, any other with its command.</summary>
    public static string TextOf(string line) => line.StartsWith($"/{CommandCatalog.Ask} ", StringComparison.Ordinal) ? line[(CommandCatalog.Ask.Length + 2)..] : line;
}
