using System.Globalization;
using Bot.Chat;
using Bot.People;

namespace Bot.Answers;

/// <summary>Completes a line: command names after a slash, then names of the people where the command takes one, then its options.</summary>
internal static class LineCompleter
{
    public static IEnumerable<Completion> Complete(string line, PeopleDirectory people)
    {
        var typed = line.TrimStart();
        if (typed.Length == 0 || typed[0] != '/') return [];
        var end = typed.IndexOf(' ', StringComparison.Ordinal);
        if (end < 0) return Commands(typed[1..]);
        if (CommandCatalog.Find(typed[1..end]) is not { } command) return [];
        var rest = typed[(end + 1)..];
        if (command.Subcommands.Count > 0)
        {
            rest = rest.TrimStart();
            var space = rest.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0) return Subcommands(command, rest);
            if (CommandCatalog.Find($"{command.Name} {rest[..space]}") is not { } found) return [];
            (command, rest) = (found, rest[(space + 1)..]);
        }
        var lastWord = rest[(rest.LastIndexOf(' ') + 1)..];
        var before = typed[..^lastWord.Length];
        if (ZoneBegun(command, lastWord) is { } zone) return TimeZones.Matching(zone).Select(id => new Completion($"{before}zone:{id}", id, ""));
        return MainValues(command, rest.TrimStart(), people).Concat(rest.Trim().Length == 0 ? [] : Options(command, before, lastWord, rest));
    }

    private static IEnumerable<Completion> Commands(string prefix) => CommandCatalog.Commands
        .Where(command => command.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .Select(command => new Completion($"/{command.Name} ", "/" + command.Name, command.Summary));

    private static IEnumerable<Completion> Subcommands(CommandDefinition command, string prefix) => command.Subcommands
        .Where(one => one.ShortName.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .Select(one => new Completion($"/{one.Name} ", one.ShortName, one.Summary));

    /// <summary>What was typed of a time zone; null where none is being typed.</summary>
    private static string? ZoneBegun(CommandDefinition command, string lastWord) => lastWord.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && command.Option(lastWord[..colon]) is { Kind: OptionKind.Zone } ? lastWord[(colon + 1)..] : null;

    private static IEnumerable<Completion> MainValues(CommandDefinition command, string typed, PeopleDirectory people) => command.Main switch
    {
        { Kind: OptionKind.Person or OptionKind.Speaker } main when !typed.Contains(':', StringComparison.Ordinal) =>
            people.StartingWith(typed, speakersOnly: main.Kind == OptionKind.Speaker)
                .Select(person => new Completion($"/{command.Name} {person.Name}", person.Name, Counted(person.Briefings))),
        { Choices: { } choices } => choices
            .Where(choice => choice.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(choice => new Completion($"/{command.Name} {choice}", choice, "")),
        { Kind: OptionKind.Command } => CommandCatalog.Commands
            .Where(one => one.Name.StartsWith(typed.TrimStart('/'), StringComparison.OrdinalIgnoreCase))
            .Select(one => new Completion($"/{command.Name} {one.Name}", one.Name, one.Summary)),
        _ => [],
    };

    private static IEnumerable<Completion> Options(CommandDefinition command, string before, string lastWord, string rest) => command.Shown
        .Where(option => !option.IsMain && option.Name.StartsWith(lastWord, StringComparison.OrdinalIgnoreCase))
        .Where(option => !rest.Contains($"{option.Name}:", StringComparison.OrdinalIgnoreCase))
        .Select(option => new Completion($"{before}{option.Name}:", option.Name + ":", option.Help));

    private static string Counted(int briefings) =>
        briefings == 1 ? "1 briefing" : string.Create(CultureInfo.InvariantCulture, $"{briefings:N0} briefings");
}
