using Bot.Text;

namespace Bot.Chat;

/// <summary>A question that lives on the one before: "when?", "and where was he?", "what did she say?".</summary>
public static class FollowUp
{
    private static readonly Dictionary<string, string> Asking = new(StringComparer.OrdinalIgnoreCase)
    {
        ["who"] = CommandCatalog.Who,
        ["кто"] = CommandCatalog.Who,
        ["хто"] = CommandCatalog.Who,
        ["wer"] = CommandCatalog.Who,
        ["qui"] = CommandCatalog.Who,
        ["quién"] = CommandCatalog.Who,
        ["when"] = CommandCatalog.When,
        ["когда"] = CommandCatalog.When,
        ["коли"] = CommandCatalog.When,
        ["wann"] = CommandCatalog.When,
        ["quand"] = CommandCatalog.When,
        ["cuándo"] = CommandCatalog.When,
        ["where"] = CommandCatalog.Where,
        ["где"] = CommandCatalog.Where,
        ["де"] = CommandCatalog.Where,
        ["wo"] = CommandCatalog.Where,
        ["où"] = CommandCatalog.Where,
        ["dónde"] = CommandCatalog.Where,
        ["says"] = CommandCatalog.Says,
        ["quotes"] = CommandCatalog.Says,
    };

    /// <summary>What names nothing by itself, and so leaves a question where the one before was.</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "about", "again", "all", "and", "are", "but", "did", "do", "does", "else", "exactly", "had", "happen", "happened", "has", "have", "he", "her", "him", "his", "is", "it", "of", "ok",
        "please", "s", "she", "so", "that", "the", "their", "them", "then", "these", "they", "this", "those", "was", "were", "will", "would",
        "и", "а", "это", "он", "она", "они", "und", "es", "er", "sie", "et", "c", "est", "y", "fue",
    };

    private static readonly HashSet<string> Saying = new(StringComparer.OrdinalIgnoreCase) { "say", "said", "saying", "tell", "told", "claim", "claimed" };

    /// <summary>The name of the command that it asks for; null for a question that names what it is about, or is none of these.</summary>
    public static string? CommandOf(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string? command = null;
        var (isWhat, isSaying) = (false, false);
        foreach (var word in Words(line))
        {
            if (Asking.TryGetValue(word, out var asked) && command is null) command = asked;
            else if (word.Equals("what", StringComparison.OrdinalIgnoreCase)) isWhat = true;
            else if (Saying.Contains(word)) isSaying = true;
            else if (!Fillers.Contains(word)) return null;
        }
        if (isWhat || isSaying) return isWhat && isSaying && command is null ? CommandCatalog.Says : null;
        return command;
    }

    /// <summary>What a line is about, for the next to live on; null for one that is about nothing, as /help.</summary>
    public static string? SubjectOf(string line) => CommandParser.Parse(line, Scope.Main).Command is
    { Name: CommandCatalog.Who or CommandCatalog.When or CommandCatalog.Where or CommandCatalog.Says or CommandCatalog.Ask } command
        ? command.Option(CommandCatalog.Find(command.Name)!.Main!.Name)
        : null;

    /// <summary>The line that asks a command about a subject.</summary>
    public static string About(string command, string subject)
    {
        var definition = CommandCatalog.Find(command)!;
        return CommandLineText.Write(definition, new Dictionary<string, string> { [definition.Main!.Name] = subject });
    }

    private static string[] Words(string line) => VisibleText.Clean(line)
        .Split([' ', ',', '.', '?', '!', ':', ';', '-', '–', '—', '\'', '’', '"'], StringSplitOptions.RemoveEmptyEntries);
}
