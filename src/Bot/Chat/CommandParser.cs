using System.Globalization;
using Bot.Text;

namespace Bot.Chat;

/// <summary>What a line meant: a command, or the sentence that says why it means none. Exactly one of the two is there.</summary>
public sealed record ParsedLine(Command? Command, string? Problem);

/// <summary>
/// Reads one line as a command: <c>/when talks from:2022-01 to:2023</c>. A line without a slash is a question (<c>/ask</c>), or
/// a command when it is nothing but the name of one that needs no more ("help").
/// </summary>
public static class CommandParser
{
    /// <summary>UTF-16 code units, after invisible characters were taken out.</summary>
    public const int LongestLine = 2_000;

    /// <param name="by">Who asks, and where; null where nobody is known.</param>
    public static ParsedLine Parse(string line, Scope scope, int limit = Command.MostPassages, Asker? by = null)
    {
        var clean = VisibleText.Clean(line);
        if (clean.Length == 0) return Problem("Nothing was asked. Type a command such as /who Lavrov, a question, or /help.");
        if (clean.Length > LongestLine)
        {
            return Problem(string.Create(CultureInfo.InvariantCulture,
                $"A command may have {LongestLine:N0} characters; this one has {clean.Length:N0}. Ask with fewer words."));
        }
        if (limit is < 1 or > Command.MostPassages)
        {
            return Problem($"A limit is a number from 1 to {Command.MostPassages}; {limit} is not.");
        }
        var (name, rest) = Split(clean);
        if (CommandCatalog.Find(name) is not { } definition) return Problem(UnknownCommand(name));
        if (definition.Subcommands.Count > 0)
        {
            var (found, others, problemOfIt) = Subcommand(definition, rest);
            if (found is null) return Problem(problemOfIt);
            (definition, rest) = (found, others);
        }
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return ReadOptions(definition, rest, options) is { } problem
            ? Problem(problem)
            : new ParsedLine(new Command(definition.Name, options, scope, limit) { By = by }, null);
    }

    /// <summary>The name of the command that a line asks for, as far as it is one; else that of the free question.</summary>
    public static string NameIn(string line)
    {
        var clean = VisibleText.Clean(line.Length > LongestLine ? line[..LongestLine] : line);
        return clean.Length > 0 && CommandCatalog.Find(Split(clean).Name) is { } known ? known.Name : CommandCatalog.Ask;
    }

    private static ParsedLine Problem(string sentence) => new(null, sentence);

    private static (string Name, string Arguments) Split(string line)
    {
        if (line[0] != '/')
        {
            var isBareCommand = CommandCatalog.Find(line) is { } bare && bare.Main is not { IsRequired: true };
            return isBareCommand ? (line, "") : (CommandCatalog.Ask, line);
        }
        var words = line[1..].TrimStart();
        var end = words.IndexOf(' ', StringComparison.Ordinal);
        var (name, rest) = end < 0 ? (words, "") : (words[..end], words[(end + 1)..].Trim());
        if (!name.Equals(CommandCatalog.Root, StringComparison.OrdinalIgnoreCase)) return (name, rest);
        return rest.Length == 0 ? (CommandCatalog.Help, "") : Split(rest[0] == '/' ? rest : "/" + rest);
    }

    /// <summary>The first where none is named.</summary>
    private static (CommandDefinition? Found, string Others, string Problem) Subcommand(CommandDefinition command, string rest)
    {
        if (rest.Length == 0) return (command.Subcommands[0], "", "");
        var end = rest.IndexOf(' ', StringComparison.Ordinal);
        var (name, others) = end < 0 ? (rest, "") : (rest[..end], rest[(end + 1)..].Trim());
        var found = command.Subcommands.FirstOrDefault(one => one.ShortName.Equals(name, StringComparison.OrdinalIgnoreCase));
        var all = command.Subcommands.Select(one => one.ShortName).ToList();
        var choice = all.Count == 1 ? all[0] : $"{string.Join(", ", all.SkipLast(1))} or {all[^1]}";
        return (found, others, $"/{command.Name} takes {choice}; \"{VisibleText.Shorten(name, 40)}\" is {(all.Count == 1 ? "not that" : "none of them")}.");
    }

    /// <summary>'There is no command /foo. There are /who, ...', with the one that was meant where that can be told.</summary>
    public static string UnknownCommand(string name)
    {
        var all = string.Join(", ", CommandCatalog.Commands.Select(command => "/" + command.Name));
        var nearest = CommandCatalog.Commands
            .Select(command => (command.Name, Distance: EditDistance.Between(name, command.Name, most: MostMisspelt(command.Name))))
            .Where(candidate => candidate.Distance <= MostMisspelt(candidate.Name))
            .OrderBy(candidate => candidate.Distance).Select(candidate => candidate.Name).FirstOrDefault();
        var meant = nearest is null ? "" : $" Did you mean /{nearest}?";
        return $"There is no command /{VisibleText.Shorten(name, 40)}.{meant} There are {all}.";
    }

    /// <summary>A letter of each three: with two others "foo" would be "who".</summary>
    private static int MostMisspelt(string name) => Math.Min(2, name.Length / 3);

    /// <summary>Null when all is well; else what was wrong and what would be right.</summary>
    private static string? ReadOptions(CommandDefinition definition, string rest, Dictionary<string, string> options)
    {
        var (words, problem) = OptionReader.Read(definition, rest, options);
        // A free question may hold any marks.
        if (definition is { TakesOptions: true, Main: { Kind: not OptionKind.Line } main }) problem ??= OptionReader.UnclosedQuotation(main, words);
        return problem ?? ReadMain(definition, OptionReader.Unquote(VisibleText.Clean(words)), options) ?? CheckValues(definition, options);
    }

    private static string? ReadMain(CommandDefinition definition, string text, Dictionary<string, string> options)
    {
        if (definition.Main is not { } main) return text.Length == 0 ? null : $"/{definition.Name} takes nothing after it.";
        if (text.Length == 0 && !options.ContainsKey(main.Name))
        {
            return main.IsRequired ? $"/{definition.Name} needs {main.Help}. {Example(definition)}" : null;
        }
        if (text.Length == 0) return null;
        return options.TryAdd(main.Name, text) ? null : $"{main.Name}: is given twice. Give it once.";
    }

    private static string? CheckValues(CommandDefinition definition, Dictionary<string, string> options)
    {
        foreach (var option in definition.Options)
        {
            if (!options.TryGetValue(option.Name, out var value)) continue;
            if (option.Choices is { } choices && !choices.Contains(value, StringComparer.OrdinalIgnoreCase))
            {
                var taker = option.IsMain ? "/" + definition.Name : option.Name + ":";
                return $"{taker} takes {string.Join(" or ", choices)}; \"{value}\" is {(choices.Count == 2 ? "neither" : "none of them")}.";
            }
            var name = value.TrimStart('/');
            if (option.Kind == OptionKind.Command && CommandCatalog.Find(name) is null) return UnknownCommand(name);
            if (option.Kind == OptionKind.Number && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1))
            {
                return $"{option.Name}: takes a whole number from 1; \"{value}\" is none.";
            }
        }
        return null;
    }

    private static string Example(CommandDefinition definition) =>
        definition.Examples.Count > 0 ? $"For example: {definition.Examples[0]}" : $"Write {definition.Usage}";
}
