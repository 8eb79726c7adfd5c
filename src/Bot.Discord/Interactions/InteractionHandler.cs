using System.Text.Json;
using Bot.Answers;
using Bot.Chat;
using Bot.Discord.Wire;
using Bot.Text;

namespace Bot.Discord.Interactions;

/// <summary>
/// What an interaction is answered with: a command its reply, typing its choices, a press what the button says, computed again. Knows nothing of how
/// interactions come in or answers go out.
/// </summary>
internal sealed class InteractionHandler(ChatBot bot, StoredLines lines)
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

    /// <summary>The first answer to what takes longer: the asker alone will see the real one.</summary>
    public static byte[] Deferred(Interaction interaction) => Written(new MessageCallback(
        interaction.Type == InteractionType.Component && IsUpdate(interaction) ? CallbackType.DeferredUpdate : CallbackType.DeferredMessage,
        interaction.Type == InteractionType.Command && IsPublic(interaction) ? null : new MessageBody(Flags: MessageFlags.Ephemeral)));

    /// <summary>
    /// The message of a callback, to be put in place of what was said first; null for what is none. Who sees it was said then, and no edit may say it again.
    /// </summary>
    public static MessageBody? MessageOf(byte[] callback) =>
        JsonSerializer.Deserialize(callback, DiscordJson.Default.MessageCallback)?.Data is { } message ? message with { Flags = null } : null;

    /// <summary>What the asker is told when something went wrong that nobody foresaw.</summary>
    public static byte[] Failed(string reference) => Written(Said($"I could not finish. Nothing was posted. Reference {reference}."));

    private MessageCallback Command(Interaction interaction)
    {
        if (interaction.Data is not { } data) return Said("This command came without its name.");
        if (data.Type == CommandType.Message) return WhoIsIn(data.Resolved?.Messages?.GetValueOrDefault(data.TargetId ?? "")?.Content ?? "");
        if (CommandCatalog.Find(data.Name ?? "") is not { } command) return Said(CommandParser.UnknownCommand(data.Name ?? ""));
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in data.Options ?? []) options[option.Name] = option.Text;
        return Answered(CommandLineText.Write(command, options), 0, isPrivate: !IsPublic(interaction));
    }

    /// <summary>Whom a message names: who that is, or, of several, a button for each.</summary>
    private MessageCallback WhoIsIn(string message)
    {
        var names = Annotator.Annotate("", message, date: null).Mentions
            .Where(mention => mention.Type == "person").Select(mention => mention.Name).Distinct().Take(MostNames).ToList();
        if (names.Count == 0) return Said("I see no name of a person in this message.");
        var lines = names.ConvertAll(name => CommandLineText.Write(CommandCatalog.Find(CommandCatalog.Who)!, new Dictionary<string, string> { ["name"] = name }));
        if (names.Count == 1) return Answered(lines[0], 0, isPrivate: true);
        var choice = new Reply([new Line("This message names several people:"), .. names.Zip(lines, (name, line) => new Button(name, line))]);
        return new MessageCallback(CallbackType.Message, replies.Write(choice, "", 0, isPrivate: true));
    }

    private MessageCallback Press(Interaction interaction)
    {
        if (ButtonId.Read(interaction.Data?.CustomId ?? "", lines.Find) is not { } button)
        {
            return Said("What this button was about is kept no more. Ask again.");
        }
        return button.Action switch
        {
            ButtonAction.Page when IsUpdate(interaction) => Answered(button.Line, button.Page, IsPrivate(interaction.Message), CallbackType.UpdateMessage),
            ButtonAction.Share => Answered(button.Line, button.Page, isPrivate: false),
            _ => Answered(button.Line, button.Page, isPrivate: true),
        };
    }

    private MessageCallback Answered(string line, int page, bool isPrivate, int type = CallbackType.Message)
    {
        var reply = AnswerReply.For(bot.Ask(line, Scope.Main));
        return new MessageCallback(type, replies.Write(reply, line, page, isPrivate) with { Flags = type == CallbackType.Message && isPrivate ? MessageFlags.Ephemeral : null });
    }

    private AutocompleteCallback Complete(Interaction interaction)
    {
        var typed = interaction.Data?.Options?.FirstOrDefault(option => option.Focused)?.Text ?? "";
        var completions = bot.Complete($"/{interaction.Data?.Name} {typed}", Scope.Main, MostChoices);
        return new AutocompleteCallback(new AutocompleteChoices(
        [
            // Beside a name come the command's other options, which Discord asks for itself.
            .. completions.Where(one => !one.Label.EndsWith(':')).Take(MostChoices)
                .Select(one => new CommandChoice(VisibleText.Shorten(one.Label, LongestChoice), VisibleText.Shorten(one.Label, LongestChoice))),
        ]));
    }

    /// <summary>Turning a page changes the message for whoever asked; somebody else gets a copy of their own.</summary>
    private static bool IsUpdate(Interaction interaction) =>
        IsPrivate(interaction.Message) || (interaction.Message?.InteractionMetadata?.User?.Id is { } owner && owner == interaction.Asker);

    private static bool IsPrivate(DiscordMessage? message) => ((message?.Flags ?? 0) & MessageFlags.Ephemeral) != 0;

    private static bool IsPublic(Interaction interaction) =>
        interaction.Data?.Options?.Any(option => option.Name == DiscordCommands.Public && option.Value.ValueKind == JsonValueKind.True) ?? false;

    private static MessageCallback Said(string sentence) =>
        new(CallbackType.Message, new MessageBody(Content: Markdown.Escape(sentence), Flags: MessageFlags.Ephemeral));

    private static byte[] Written(MessageCallback callback) => JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.MessageCallback);

    private static byte[] Written(AutocompleteCallback callback) => JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.AutocompleteCallback);
}
