using System.Text.Json;
using Bot.Answers;
using Bot.Chat;
using Bot.Discord.Wire;
using Bot.Text;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Interactions;

/// <summary>
/// What an interaction is answered with: a command its reply, typing its choices, a press what the button says, computed again. Knows nothing of how
/// interactions come in or answers go out.
/// </summary>
internal sealed class InteractionHandler(ChatBot bot, StoredLines lines, ConversationSubjects subjects, IOptions<DiscordOptions> options)
{
    /// <summary>Choices that Discord shows, and characters that one of them may have.</summary>
    private const int MostChoices = 25, LongestChoice = 100;

    /// <summary>Buttons for people of one message.</summary>
    private const int MostNames = 10;

    private readonly DiscordReply replies = new(lines.Keep);

    /// <returns>The callback as JSON.</returns>
    public byte[] Handle(Interaction interaction)
    {
        if (interaction.Type == InteractionType.Autocomplete) return Written(Complete(interaction));
        return Written(interaction.Type switch
        {
            InteractionType.Ping => new MessageCallback(CallbackType.Pong),
            InteractionType.Command => Command(interaction),
            InteractionType.Component => Press(interaction),
            _ => Said("This bot does not know that kind of interaction yet."),
        });
    }

    /// <summary>The first answer to what takes longer: who will see the real one, and whether it takes the place of a message, is settled by it.</summary>
    public byte[] Deferred(Interaction interaction)
    {
        var button = interaction.Type == InteractionType.Component ? ButtonOf(interaction) : null;
        if (button?.Action == ButtonAction.Page && IsUpdate(interaction)) return Written(new MessageCallback(CallbackType.DeferredUpdate));
        var isPublic = button?.Action == ButtonAction.Share || (interaction.Type == InteractionType.Command && IsPublic(interaction));
        return Written(new MessageCallback(CallbackType.DeferredMessage, isPublic ? null : new MessageBody(Flags: MessageFlags.Ephemeral)));
    }

    /// <summary>The first answer to what takes longer where nothing more is known of it: the real one will be seen by the asker alone.</summary>
    public static byte[] DeferredForTheAsker() => Written(new MessageCallback(CallbackType.DeferredMessage, new MessageBody(Flags: MessageFlags.Ephemeral)));

    /// <summary>What the asker is told when something went wrong that nobody foresaw; whoever only types is told nothing.</summary>
    public static byte[] Failed(Interaction interaction, string reference) => interaction.Type == InteractionType.Autocomplete
        ? Written(new AutocompleteCallback(new AutocompleteChoices([])))
        : Written(Said($"I could not finish. Nothing was posted. Reference {reference}."));

    private MessageCallback Command(Interaction interaction)
    {
        if (interaction.Data is not { } data) return Said("This command came without its name.");
        if (data.Type == CommandType.Message) return WhoIsIn(interaction, TextOf(data.Resolved?.Messages?.GetValueOrDefault(data.TargetId ?? "")));
        var (name, options) = Given(data);
        if (CommandCatalog.Find(name) is not { } command) return Said(CommandParser.UnknownCommand(name));
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in options) values[option.Name] = option.Text;
        return Answered(interaction, CommandLineText.Write(command, values), 0, isPrivate: !IsPublic(interaction));
    }

    /// <summary>A command's name and options; of a subcommand both names, and its options.</summary>
    private static (string Name, IReadOnlyList<InteractionOption> Options) Given(InteractionData data) =>
        data.Options is [{ Type: OptionType.Subcommand } subcommand] ? ($"{data.Name} {subcommand.Name}", subcommand.Options ?? []) : (data.Name ?? "", data.Options ?? []);

    /// <summary>Whom a message names: who that is, or, of several, a button for each.</summary>
    private MessageCallback WhoIsIn(Interaction interaction, string message)
    {
        var names = Annotator.Annotate("", message, date: null).Mentions
            .Where(mention => mention.Type == "person").Select(mention => mention.Name).Distinct().Take(MostNames).ToList();
        if (names.Count == 0) return Said("I see no name of a person in this message.");
        var about = names.ConvertAll(name => FollowUp.About(CommandCatalog.Who, name));
        if (names.Count == 1) return Answered(interaction, about[0], 0, isPrivate: true);
        var choice = new Reply([new Line("This message names several people:"), .. names.Zip(about, (name, line) => new Button(name, line))]);
        return new MessageCallback(CallbackType.Message, replies.Write(choice, "", 0, isPrivate: true));
    }

    /// <summary>What is written in a message, and in what news bots post in place of words.</summary>
    private static string TextOf(DiscordMessage? message) => string.Join("\n\n",
        (message?.Embeds ?? []).SelectMany(embed => new[] { embed.Title, embed.Description }).Prepend(message?.Content).Where(text => !string.IsNullOrWhiteSpace(text)));

    private MessageCallback Press(Interaction interaction) => ButtonOf(interaction) switch
    {
        null => Said("What this button was about is kept no more. Ask again."),
        { Action: ButtonAction.Page } button when IsUpdate(interaction) => Turned(interaction, button),
        { Action: ButtonAction.Helped or ButtonAction.Misled } button => Judged(interaction, button),
        { Action: ButtonAction.Share } button => Answered(interaction, button.Line, button.Page, isPrivate: false, isAgain: true),
        var button => Answered(interaction, button.Line, button.Page, isPrivate: true, isAgain: button.Action == ButtonAction.Page),
    };

    /// <summary>In place of the page that is there, unless there is none to show: then what is there stays.</summary>
    private MessageCallback Turned(Interaction interaction, ButtonId button)
    {
        var reply = AnswerReply.For(bot.Ask(button.Line, ScopeOf(interaction), by: AskerOf(interaction, isAgain: true)));
        if (!reply.Blocks.OfType<Quote>().Any()) return new MessageCallback(CallbackType.Message, replies.Write(reply, button.Line, 0, isPrivate: true));
        return new MessageCallback(CallbackType.UpdateMessage, replies.Write(reply, button.Line, button.Page, IsPrivate(interaction.Message)) with { Flags = null });
    }

    /// <summary>Noted, and where it did not help asked why.</summary>
    private MessageCallback Judged(Interaction interaction, ButtonId button)
    {
        var line = $"/{(button.Action == ButtonAction.Helped ? CommandCatalog.FeedbackHelped : CommandCatalog.FeedbackOther)} {button.Line}";
        var reply = AnswerReply.For(bot.Ask(line, ScopeOf(interaction), by: AskerOf(interaction)));
        return new MessageCallback(CallbackType.Message, replies.Write(reply, "", 0, isPrivate: true));
    }

    private MessageCallback Answered(Interaction interaction, string line, int page, bool isPrivate, bool isAgain = false)
    {
        if (interaction is { ChannelId: { } channel, Asker: { } asker }) subjects.Note(channel, asker, line, isPublic: !isPrivate);
        var reply = AnswerReply.For(bot.Ask(line, ScopeOf(interaction), by: AskerOf(interaction, isAgain)));
        return new MessageCallback(CallbackType.Message, replies.Write(reply, line, page, isPrivate));
    }

    private AutocompleteCallback Complete(Interaction interaction)
    {
        var (name, options) = interaction.Data is { } data ? Given(data) : ("", []);
        var focused = options.FirstOrDefault(option => option.Focused);
        var isMain = CommandCatalog.Find(name)?.Main?.Name == focused?.Name;
        var completions = bot.Complete($"/{name} {(isMain ? "" : focused?.Name + ":")}{focused?.Text}", ScopeOf(interaction), MostChoices);
        return new AutocompleteCallback(new AutocompleteChoices(
        [
            // Beside a name come the command's other options, which Discord asks for itself.
            .. completions.Where(one => !one.Label.EndsWith(':')).Take(MostChoices)
                .Select(one => new CommandChoice(VisibleText.Shorten(one.Label, LongestChoice), VisibleText.Shorten(one.Label, LongestChoice))),
        ]));
    }

    private static Asker? AskerOf(Interaction interaction, bool isAgain = false) => interaction is { ChannelId: { } channel, Asker: { } person }
        ? new Asker(DiscordPlatform.AskerPlatform, channel, person, interaction.Member?.MayManageChannel ?? false) { IsAgain = isAgain }
        : null;

    private Scope ScopeOf(Interaction interaction) => options.Value.ScopeOf(interaction.GuildId);

    private ButtonId? ButtonOf(Interaction interaction) => ButtonId.Read(interaction.Data?.CustomId ?? "", lines.Find);

    /// <summary>Turning a page changes the message for whoever asked; somebody else gets a copy of their own.</summary>
    private static bool IsUpdate(Interaction interaction) =>
        IsPrivate(interaction.Message) || (OwnerOf(interaction.Message) is { } owner && owner == interaction.Asker);

    /// <summary>Whose command a message answers, or whose mention.</summary>
    private static string? OwnerOf(DiscordMessage? message) => message?.InteractionMetadata?.User?.Id ?? message?.ReferencedMessage?.Author?.Id;

    private static bool IsPrivate(DiscordMessage? message) => ((message?.Flags ?? 0) & MessageFlags.Ephemeral) != 0;

    private static bool IsPublic(Interaction interaction) =>
        interaction.Data?.Options?.Any(option => option.Name == DiscordCommands.Public && option.Value.ValueKind == JsonValueKind.True) ?? false;

    private static MessageCallback Said(string sentence) =>
        new(CallbackType.Message, new MessageBody(Content: Markdown.Escape(sentence), Flags: MessageFlags.Ephemeral));

    private static byte[] Written(MessageCallback callback) => JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.MessageCallback);

    private static byte[] Written(AutocompleteCallback callback) => JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.AutocompleteCallback);
}
