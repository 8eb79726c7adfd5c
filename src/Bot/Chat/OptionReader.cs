using System.Text;
using System.Text.RegularExpressions;
using Bot.Text;

namespace Bot.Chat;

/// <summary>
/// Takes the options out of what follows a command's name. Free words run to the next option or to the end of the line
/// (<c>about:peace talks from:2023</c>), any other value is one word; each may be quoted and may stand after a space.
/// </summary>
internal static partial class OptionReader
{
    /// <param name="options">Gets the values by the options' names.</param>
    /// <returns>What is no option, or the sentence that says what was wrong.</returns>
    public static (string Words, string? Problem) Read(CommandDefinition definition, string text, Dictionary<string, string> options)
    {
        // Where all that follows is one free text, colons are part of it.
        if (!definition.TakesOptions) return (text, null);
        var rest = new StringBuilder();
        var end = 0;
        while (Next(definition, text, end) is { } found)
        {
            rest.Append(text, end, found.Index - end).Append(' ');
            var name = found.Groups["name"].Value;
            if (definition.Option(name) is not { } option) return ("", NoOption(definition, name));
            (var value, end) = ReadValue(definition, option, text, found.Index + found.Length);
            if (value.Length == 0) return ("", $"{option.Name}: is empty. It takes {option.Help}.");
            if (!options.TryAdd(option.Name, value)) return ("", $"{option.Name}: is given twice. Give it once.");
        }
        return (rest.Append(text, end, text.Length - end).ToString(), null);
    }

    public static string Unquote(string value) =>
        value.Length >= 2 && value[0] is '"' or '“' or '„' && value[^1] is '"' or '”' or '“' ? value[1..^1].Trim() : value;

    private static (string Value, int End) ReadValue(CommandDefinition definition, CommandOption option, string text, int start)
    {
        var quoted = QuotedPattern().Match(text, start);
        if (quoted.Success) return (Unquote(quoted.Value), start + quoted.Length);
        var end = Next(definition, text, start) is { } next ? next.Index : text.Length;
        var space = text.IndexOf(' ', start, end - start);
        if (space >= 0 && !IsFreeWords(option.Kind)) end = space;
        return (text[start..end].Trim(), end);
    }

    /// <summary>The next word with a colon that is an option's name, or was meant as one.</summary>
    private static Match? Next(CommandDefinition definition, string text, int start)
    {
        for (var match = NamePattern().Match(text, start); match.Success; match = match.NextMatch())
        {
            var name = match.Groups["name"].Value;
            if (definition.Option(name) is not null || IsKnownElsewhere(name)) return match;
            var after = match.Groups["name"].Index + name.Length + 1;
            if (Nearest(definition, name) is { } meant && IsValueOf(meant, text.AsSpan(after))) return match;
        }
        return null;
    }

    /// <summary>
    /// "Re: talks" and "note: x" are words: a value stands right behind its colon. Names of two letters are near to many words, so behind
    /// them it must begin as a date does.
    /// </summary>
    private static bool IsValueOf(CommandOption option, ReadOnlySpan<char> behind) =>
        behind.Length > 0 && behind[0] != ' ' && (option.Name.Length > 2 || char.IsAsciiDigit(behind[0]));

    private static CommandOption? Nearest(CommandDefinition definition, string name) =>
        definition.Options.FirstOrDefault(option => !option.IsMain && EditDistance.Between(name, option.Name, most: 1) <= 1);

    private static string NoOption(CommandDefinition definition, string name) =>
        Nearest(definition, name) is { } meant
            ? $"/{definition.Name} has no option {name}. Did you mean {meant.Name}:?"
            : $"/{definition.Name} has no option {name}: it takes {OptionNames(definition)}. For example: {definition.Usage}";

    private static string OptionNames(CommandDefinition definition) =>
        string.Join(", ", definition.Options.Where(option => !option.IsMain).Select(option => option.Name + ":"));

    private static bool IsKnownElsewhere(string name) =>
        CommandCatalog.Commands.Any(command => command.Options.Any(option => !option.IsMain && option.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    private static bool IsFreeWords(OptionKind kind) => kind is OptionKind.Text or OptionKind.Person or OptionKind.Speaker;

    /// <summary>A word and a colon, and the space behind them.</summary>
    [GeneratedRegex(@"(?<=^|\s)(?<name>[A-Za-z]+):\s*", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex("""\G["“„][^"”“]*["”“]""", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedPattern();
}
