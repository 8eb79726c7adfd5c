using System.Collections.Frozen;

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
    public const string Digest = "digest";
    public const string DigestNow = "digest now";
    public const string DigestSubscribe = "digest subscribe";
    public const string DigestList = "digest list";
    public const string DigestSent = "digest sent";
    public const string DigestStop = "digest stop";
    public const string DigestResume = "digest resume";
    public const string DigestShow = "digest show";
    public const string DigestMore = "digest more";
    public const string Since = "since";
    public const string Watch = "watch";
    public const string WatchAdd = "watch add";
    public const string WatchList = "watch list";
    public const string WatchStop = "watch stop";
    public const string WatchResume = "watch resume";
    public const string WatchShow = "watch show";
    public const string WatchQuiet = "watch quiet";
    public const string Feedback = "feedback";
    public const string FeedbackHelped = "feedback helped";
    public const string FeedbackOther = "feedback other";
    public const string Forget = "forget";
    public const string ForgetMe = "forget me";

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
        new(Digest, "What was new, each morning in this channel, or now", [], ["/digest now"])
        {
            Subcommands =
            [
                new(DigestNow, "What was new in the last day; only you see it",
                    [
                        new("topics", "only what is about these, with commas between", OptionKind.Text, IsMain: true),
                        new("page", "which ten of the stories", OptionKind.Number),
                    ],
                    ["/digest now", "/digest now talks"]),
                new(DigestSubscribe, "A digest in this channel, at a time of day",
                    [
                        new("topics", "only what is about these, with commas between; without them all that is new", OptionKind.Text, IsMain: true),
                        new("at", "the time of day, such as 07:00", OptionKind.TimeOfDay),
                        new("zone", "the time zone, such as Europe/Rome", OptionKind.Zone),
                        new("days", "on which days: daily, weekdays, mon-fri or mon,thu", OptionKind.Weekdays),
                        new("empty", "when nothing is new: say so, or stay silent", OptionKind.Choice, Choices: ["say", "silent"]),
                        new("missed", "digests missed while the bot was away: one for all of them, each late, or none", OptionKind.Choice, Choices: ["merged", "late", "skipped"]),
                    ],
                    // An example is a button in the help: pressed, it would subscribe.
                    []) { Changes = true },
                new(DigestList, "The digests of this channel: when, about what, what was sent", [], ["/digest list"]),
                new(DigestSent, "The newest digests of this channel: when each was due, and what became of it", [], ["/digest sent"]),
                new(DigestStop, "No more of a digest in this channel",
                    [new("id", "the digest's id, as /digest list shows it", OptionKind.Subscription, IsMain: true, IsRequired: true)], []) { Changes = true },
                new(DigestShow, "The newest posted digest again, as far as its briefings are still as they were; only you see it",
                    [new("id", "the digest's id, as /digest list shows it", OptionKind.Subscription, IsMain: true, IsRequired: true)], []),
                new(DigestMore, "The stories of a posted digest that it had no room for",
                    [new("id", "the digest, as its button has it", OptionKind.Subscription, IsMain: true, IsRequired: true)], []),
                new(DigestResume, "A digest again that was stopped",
                    [new("id", "the digest's id, as /digest list shows it", OptionKind.Subscription, IsMain: true, IsRequired: true)], []) { Changes = true },
            ],
        },
        new(Since, "Only what is new, changed or withdrawn since you last asked the same",
            [
                Main("what", "what you asked, such as who Lavrov", OptionKind.Line),
                new("page", "which ten of what is new", OptionKind.Number),
                new("asked", "when you asked before, in seconds since 1970, as the button More has it", OptionKind.Number) { IsForButtons = true },
            ],
            ["/since who Lavrov"]),
        new(Watch, "A question that is answered here, once, when a new briefing answers it", [], ["/watch list"])
        {
            Subcommands =
            [
                new(WatchList, "Your watches in this channel", [], ["/watch list"]),
                new(WatchAdd, "Tells you here, once, when a new briefing answers it",
                    [Main("question", "a question in your own words, or a command such as who Lavrov", OptionKind.Text)], []) { Changes = true },
                new(WatchStop, "No more of a watch", [WatchId], []) { Changes = true },
                new(WatchResume, "A watch again that was stopped, or that was answered", [WatchId], []) { Changes = true },
                new(WatchShow, "The answer that a watch found; only you see it", [WatchId], []),
                new(WatchQuiet, "Hours in which your watches tell nothing; without any: which they are",
                    [
                        new("hours", "such as 22:00-07:00, or off", OptionKind.Text, IsMain: true),
                        new("zone", "the time zone, such as Europe/Rome", OptionKind.Zone),
                    ],
                    []) { Changes = true },
            ],
        },
        new(Feedback, "Tells those who run the bot whether an answer was of use", [], [])
        {
            Subcommands =
            [
                Verdict("helped", "The answer was of use"),
                Verdict("unrelated", "The answer is about something else"),
                Verdict("wrong", "The answer is wrong"),
                Verdict("outdated", "The answer is out of date"),
                Verdict("incomplete", "Something is missing in the answer"),
                Verdict("other", "The answer was of no use"),
            ],
        },
        new(Forget, "Removes what the bot keeps of you", [], ["/forget me"])
        {
            Subcommands =
            [
                new(ForgetMe, "What the bot keeps of you; with confirm:yes it is removed",
                    [new("confirm", "yes removes it for good", OptionKind.Choice, Choices: ["no", "yes"])], []) { Changes = true },
            ],
        },
        new(Briefings, "The corpus: what is in it, what could not be read",
            [
                new("what", "list: newest first; status: counts and warnings; gaps: what was not found, for those who manage", OptionKind.Choice, IsMain: true, Choices: ["status", "list", "gaps"]),
                new("page", "which page of the list", OptionKind.Number),
            ],
            ["/briefings", "/briefings list"]),
        new(Help, "What can be asked, with examples",
            [new("command", "only this command", OptionKind.Command, IsMain: true)],
            ["/help", "/help when"]),
    ];

    /// <summary>A command by its name, a subcommand by both of its words.</summary>
    public static CommandDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    private static readonly FrozenDictionary<string, CommandDefinition> ByName = Commands.SelectMany(command => command.Subcommands.Prepend(command))
        .ToFrozenDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);

    private static CommandOption WatchId => new("id", "the watch's id, as /watch list shows it", OptionKind.Watch, IsMain: true, IsRequired: true);

    private static CommandDefinition Verdict(string verdict, string summary) => new(
        $"{Feedback} {verdict}", summary, [Main("what", "what was asked, such as who Lavrov", OptionKind.Text)], [])
    { Changes = true };

    private static CommandOption From => new("from", "only briefings from this year, month or day on", OptionKind.Date);

    private static CommandOption To => new("to", "only briefings up to this year, month or day", OptionKind.Date);

    private static CommandOption Main(string name, string help, OptionKind kind) => new(name, help, kind, IsMain: true, IsRequired: true);
}
