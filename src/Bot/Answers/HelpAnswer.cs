using Bot.Chat;

namespace Bot.Answers;

/// <summary>/help: what can be asked, with examples that this corpus answers.</summary>
internal static class HelpAnswer
{
    /// <summary>People tried for an example: each costs a search.</summary>
    private const int MostTried = 5;

    public static Draft Find(Command command, CorpusView corpus)
    {
        var asked = command.Option("command")?.TrimStart('/');
        if (asked is null) return new Draft(AnswerStatus.Found) { Commands = [.. CommandCatalog.Commands.Select(one => Help(one, corpus))] };
        return CommandCatalog.Find(asked) is { } definition
            ? new Draft(AnswerStatus.Found) { Commands = [.. (definition.Subcommands.Count > 0 ? definition.Subcommands : [definition]).Select(one => Help(one, corpus))] }
            : Draft.Failed(CommandParser.UnknownCommand(asked));
    }

    private static CommandHelp Help(CommandDefinition command, CorpusView corpus) => new(
        command.Name, command.Summary, command.Usage, corpus.Examples(command.Name, () => Examples(command, corpus)),
        [.. command.Shown.Select(option => new OptionHelp(option.Name, option.Help, option.IsRequired))]);

    /// <summary>Those who are named most stand in for the catalogue's names and topics, where the corpus answers that when it is tried.</summary>
    private static IReadOnlyList<string> Examples(CommandDefinition command, CorpusView corpus)
    {
        var people = corpus.People.People;
        if (people.Count == 0) return command.Examples;
        var speakers = people.Where(person => person.Speaks);
        return command.Name switch
        {
            CommandCatalog.Who => FirstFound(people.Select(person => $"/who {person.Name}"), WhoAnswer.Find, corpus),
            CommandCatalog.When =>
            [
                .. FirstFound(people.Select(person => $"/when {person.Name}"), WhenAnswer.Find, corpus),
                .. FirstFound(
                    people.Where(person => person.LastSeen is not null).Select(person => $"/when {person.Name} from:{person.LastSeen?.Year}"),
                    WhenAnswer.Find, corpus),
            ],
            CommandCatalog.Where => FirstFound(people.Select(person => $"/where {person.Name}"), WhereAnswer.Find, corpus),
            CommandCatalog.Says => FirstFound(speakers.Select(person => $"/says {person.Name}"), SaysAnswer.Find, corpus),
            CommandCatalog.Since => [.. FirstFound(people.Select(person => $"/who {person.Name}"), WhoAnswer.Find, corpus).Select(line => $"/{CommandCatalog.Since} {line[1..]}")],
            CommandCatalog.Ask => FirstFound(speakers.Select(person => $"/ask What did {person.Name} say?"), AskAnswer.Find, corpus),
            _ => command.Examples,
        };
    }

    private static IReadOnlyList<string> FirstFound(IEnumerable<string> lines, Func<Command, CorpusView, Draft> find, CorpusView corpus) =>
    [
        .. lines.Take(MostTried)
            .Where(line => CommandParser.Parse(line, corpus.Scope).Command is { } command && find(command, corpus).Status == AnswerStatus.Found)
            .Take(1),
    ];
}
