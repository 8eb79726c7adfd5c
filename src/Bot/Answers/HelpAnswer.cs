using Bot.Chat;

namespace Bot.Answers;

/// <summary>/help: what can be asked, with examples that this corpus answers.</summary>
internal static class HelpAnswer
{
    public static Draft Find(Command command, CorpusView corpus)
    {
        var asked = command.Option("command")?.TrimStart('/');
        if (asked is null) return new Draft(AnswerStatus.Found) { Commands = [.. CommandCatalog.Commands.Select(one => Help(one, corpus))] };
        return CommandCatalog.Find(asked) is { } definition
            ? new Draft(AnswerStatus.Found) { Commands = [Help(definition, corpus)] }
            : Draft.NotFound($"There is no command {Misses.Quoted(asked)}. /help shows them all.", ["/help"]);
    }

    private static CommandHelp Help(CommandDefinition command, CorpusView corpus) => new(
        command.Name, command.Summary, command.Usage, Examples(command, corpus),
        [.. command.Options.Select(option => new OptionHelp(option.Name, option.Help, option.IsRequired))]);

    /// <summary>The most named person stands in for the catalogue's, so that the example can be tried as it is.</summary>
    private static IReadOnlyList<string> Examples(CommandDefinition command, CorpusView corpus)
    {
        var kind = command.Main?.Kind;
        var person = kind switch
        {
            OptionKind.Person => corpus.People.People is [var first, ..] ? first : null,
            OptionKind.Speaker => corpus.People.People.FirstOrDefault(known => known.Speaks),
            _ => null,
        };
        return person is null ? command.Examples : [$"/{command.Name} {person.Name}"];
    }
}
