namespace Bot.Chat;

/// <summary>What an option takes, and so what completes it.</summary>
public enum OptionKind
{
    /// <summary>Free words.</summary>
    Text,

    /// <summary>A command or a question within another command: options in it are its own.</summary>
    Line,

    /// <summary>A name of the corpus or free words: completed from the people known.</summary>
    Person,

    /// <summary>A speaker of the corpus or free words: completed from the people quoted.</summary>
    Speaker,

    /// <summary>A year, month or day: 2023, 2023-07, 2023-07-06.</summary>
    Date,

    /// <summary>A citation id: 3f9a01bc:120-188.</summary>
    Citation,

    /// <summary>One of <see cref="CommandOption.Choices"/>.</summary>
    Choice,

    /// <summary>The name of a command, with or without its slash.</summary>
    Command,

    /// <summary>A whole number from 1.</summary>
    Number,

    /// <summary>A time of day: 07:00.</summary>
    TimeOfDay,

    /// <summary>A time zone's IANA name: Europe/Berlin. Completed from those that are known.</summary>
    Zone,

    /// <summary>Days of the week: daily, weekdays, mon-fri, mon,thu.</summary>
    Weekdays,

    /// <summary>The id of a subscription, as /digest list shows it.</summary>
    Subscription,

    /// <summary>The id of a watch, as /watch list shows it.</summary>
    Watch,
}

/// <summary>One option of a command.</summary>
/// <param name="Name">What stands before the colon: "from" in <c>from:2022</c>.</param>
/// <param name="Help">A few words for the help text and the platform's option description.</param>
/// <param name="IsMain">Written without its name, right after the command: the name in <c>/who Lavrov</c>. At most one per command.</param>
/// <param name="Choices">What a <see cref="OptionKind.Choice"/> may be; the first is the default. Empty for the others.</param>
public sealed record CommandOption(
    string Name, string Help, OptionKind Kind, bool IsMain = false, bool IsRequired = false, IReadOnlyList<string>? Choices = null)
{
    /// <summary>Whether only the bot's own buttons give it: it is taken, and shown to nobody.</summary>
    public bool IsForButtons { get; init; }
}

/// <summary>A command as everybody who lists, completes, registers or handles it sees it.</summary>
/// <param name="Name">One word; of a subcommand that of its command before it: "digest subscribe".</param>
/// <param name="Examples">Complete lines that work on a corpus of news.</param>
public sealed record CommandDefinition(
    string Name, string Summary, IReadOnlyList<CommandOption> Options, IReadOnlyList<string> Examples)
{
    /// <summary>What the command takes in place of options; the first is meant where none is given. Empty for most.</summary>
    public IReadOnlyList<CommandDefinition> Subcommands { get; init; } = [];

    /// <summary>Whether it changes what the bot keeps or posts: whoever only reads, as a link does, cannot give it.</summary>
    public bool Changes { get; init; }

    /// <summary>The last word of the name: "subscribe".</summary>
    public string ShortName => Name[(Name.LastIndexOf(' ') + 1)..];

    /// <summary>The options that people are shown.</summary>
    public IEnumerable<CommandOption> Shown => Options.Where(option => !option.IsForButtons);

    public CommandOption? Main => Options.FirstOrDefault(option => option.IsMain);

    /// <summary>False where all that follows is one free text: colons in a question are part of it.</summary>
    public bool TakesOptions => Options.Any(option => !option.IsMain);

    public CommandOption? Option(string name) =>
        Options.FirstOrDefault(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>"/who name [from:date] [to:date]".</summary>
    public string Usage => Subcommands.Count > 0
        ? $"/{Name} {string.Join('|', Subcommands.Select(one => one.ShortName))}"
        : string.Join(' ', Shown.Select(UsageOf).Prepend("/" + Name));

    private static string UsageOf(CommandOption option)
    {
        var what = option switch
        {
            { Choices: { } choices } => string.Join('|', choices),
            { IsMain: true } => option.Name,
            _ => option.Kind.ToString().ToLowerInvariant(),
        };
        var written = option.IsMain ? what : $"{option.Name}:{what}";
        return option.IsRequired ? written : $"[{written}]";
    }
}
