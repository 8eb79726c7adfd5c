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
            (var value, end, var problem) = ReadValue(definition, option, text, found.Index + found.Length);
            if (problem is not null) return ("", problem);
            if (value.Length == 0) return ("", $"{option.Name}: is empty. It takes {option.Help}.");
            if (!options.TryAdd(option.Name, value)) return ("", $"{option.Name}: is given twice. Give it once.");
        }
        return (rest.Append(text, end, text.Length - end).ToString(), null);
    }

    /// <summary>What stands between quotation marks, where all of it does; nothing but such marks is nothing.</summary>
    public static string Unquote(string value) => value.All(IsQuotationMark)
        ? ""
        : value.Length >= 2 && IsOpening(value[0]) && IsClosing(value[^1]) ? value[1..^1].Trim() : value;

    /// <summary>The sentence about a mark that opens a quotation and is not closed; null where each is, or where there is nothing else.</summary>
    public static string? UnclosedQuotation(CommandOption option, string value)
    {
        if (value.All(c => IsQuotationMark(c) || c == ' ')) return null;
        for (var at = 0; at < value.Length; at++)
        {
            if (!IsOpening(value[at]) || (at > 0 && !char.IsWhiteSpace(value[at - 1]))) continue;
            var length = value.AsSpan(at + 1).IndexOfAny(ClosingMarks);
            if (length < 0) return NotClosed(option);
            at += 1 + length;
        }
        return null;
    }

    private static string NotClosed(CommandOption option) =>
        $"{option.Name}: begins with a quotation mark that is not closed. Close it, or leave it out.";

    private static (string Value, int End, string? Problem) ReadValue(CommandDefinition definition, CommandOption option, string text, int start)
    {
        var quoted = QuotedPattern().Match(text, start);
        if (quoted.Success) return (Unquote(quoted.Value), start + quoted.Length, null);
        if (start < text.Length && IsOpening(text[start]))
            return ("", start, NotClosed(option));
        var end = Next(definition, text, start) is { } next ? next.Index : text.Length;
        var space = text.IndexOf(' ', start, end - start);
        if (space >= 0 && !IsFreeWords(option.Kind)) end = space;
        return (text[start..end].Trim(), end, null);
    }

    /// <summary>The next word with a colon, outside of quotation marks, that is an option's name or was meant as one.</summary>
    private static Match? Next(CommandDefinition definition, string text, int start)
    {
        for (var match = NamePattern().Match(text, start); match.Success; match = match.NextMatch())
        {
            if (match.Groups["name"] is not { Success: true } name) continue;
            var mayBeAnothers = definition.Main is { Kind: OptionKind.Line };
            if (definition.Option(name.Value) is not null
                || (!mayBeAnothers && (IsKnownElsewhere(name.Value) || IsValue(text.AsSpan(name.Index + name.Length + 1)))))
                return match;
        }
        return null;
    }

    /// <summary>"Re: talks" and "https://" are words: a value stands right behind its colon, and begins as a word or a number does.</summary>
    private static bool IsValue(ReadOnlySpan<char> behind) => behind.Length > 0 && (char.IsLetterOrDigit(behind[0]) || IsOpening(behind[0]));

    private static CommandOption? Nearest(CommandDefinition definition, string name) =>
        definition.Shown.FirstOrDefault(option => !option.IsMain && EditDistance.Between(name, option.Name, most: 1) <= 1);

    private static string NoOption(CommandDefinition definition, string name) =>
        Nearest(definition, name) is { } meant
            ? $"/{definition.Name} has no option {name}. Did you mean {meant.Name}:?"
            : $"/{definition.Name} has no option {name}: it takes {OptionNames(definition)}. For example: {definition.Usage}. "
                + "What is no option but words goes between quotation marks.";

    private static string OptionNames(CommandDefinition definition) =>
        string.Join(", ", definition.Shown.Where(option => !option.IsMain).Select(option => option.Name + ":"));

    private static bool IsKnownElsewhere(string name) =>
        CommandCatalog.Commands.Any(command => command.Options.Any(option => !option.IsMain && option.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    private static bool IsFreeWords(OptionKind kind) => kind is OptionKind.Text or OptionKind.Person or OptionKind.Speaker;

    private static bool IsOpening(char c) => c is '"' or '“' or '„';

    private const string ClosingMarks = "\"”“";

    private static bool IsClosing(char c) => ClosingMarks.Contains(c, StringComparison.Ordinal);

    private static bool IsQuotationMark(char c) => IsOpening(c) || IsClosing(c);

    /// <summary>A word and a colon, and the space behind them; or words between quotation marks, as a whole and without a name.</summary>
    [GeneratedRegex("""(?<=^|\s)(?:["“„][^"”“]*["”“]|(?<name>[A-Za-z]+):\s*)""", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex("""\G["“„][^"”“]*["”“]""", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedPattern();
}
