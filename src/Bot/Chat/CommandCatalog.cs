namespace Bot.Chat;

/// <summary>
/// Each command once: its name, options, help and examples. The parser, the prompt, completion, the help text and every platform read
/// them here, and the answers are looked up by these names.
/// </summary>
public static class CommandCatalog
{
    public const string Who = "who";
    public const string When = "when";
    public const string Where = "where";
    public const string Says = "says";
    public const string Ask = "ask";
    public const string Source = "source";
    public const string Briefings = "briefings";
    public const string Help = "help";

    /// <summary>What stands before a command on platforms that keep "/who" for themselves: <c>/brief who Lavrov</c>.</summary>
    public const string Root = "brief";

    public static IReadOnlyList<CommandDefinition> Commands { get; } =
    [
        new(Who, "Who somebody is: other spellings, roles word for word, who is named with them, the best passages",
            [Main("name", "a name, or a description such as \"Belarusian president\"", OptionKind.Person), From, To],
            ["/who Lavrov", "/who Belarusian president"]),
        new(When, "When something happened, was said, or may happen: dated passages in order",
            [Main("topic", "what it is about", OptionKind.Text), From, To],
            ["/when talks", "/when talks from:2022-01 to:2023"]),
        new(Where, "Where something happened or was said: places with their passages",
            [Main("topic", "what it is about", OptionKind.Text), From, To],
            ["/where talks"]),
        new(Says, "What somebody said, word for word, with hedges marked",
            [Main("speaker", "who said it", OptionKind.Speaker), new("about", "only what was said about this", OptionKind.Text), From, To],
            ["/says Lukashenko", "/says Lukashenko about:Russia"]),
        new(Ask, "The sentence that answers a question, or that there is none",
            [Main("question", "a question in your own words", OptionKind.Text)],
            ["/ask Was the Biden administration aware of the talks?"]),
        new(Source, "A passage in its surroundings, paragraph by paragraph",
            [Main("citation", "the id below a passage, such as 3f9a01bc:120-188", OptionKind.Citation)],
            []),
        new(Briefings, "The corpus: what is in it, what could not be read",
            [
                new("what", "list: newest first; status: counts and warnings", OptionKind.Choice, IsMain: true, Choices: ["status", "list"]),
                new("page", "which page of the list", OptionKind.Number),
            ],
            ["/briefings", "/briefings list"]),
        new(Help, "What can be asked, with examples",
            [new("command", "only this command", OptionKind.Command, IsMain: true)],
            ["/help", "/help when"]),
    ];

    public static CommandDefinition? Find(string name) =>
        Commands.FirstOrDefault(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static CommandOption From => new("from", "only briefings from this year, month or day on", OptionKind.Date);

    private static CommandOption To => new("to", "only briefings up to this year, month or day", OptionKind.Date);

    private static CommandOption Main(string name, string help, OptionKind kind) => new(name, help, kind, IsMain: true, IsRequired: true);
}
