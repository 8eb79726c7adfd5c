using System.Security.Cryptography;
using System.Text.Json;
using Bot.Chat;
using Bot.Discord.Wire;

namespace Bot.Discord;

/// <summary>The catalogue's commands as Discord has them registered.</summary>
internal static class DiscordCommands
{
    /// <summary>Asks that the answer be seen by everybody in the channel.</summary>
    public const string Public = "public";

    /// <summary>Of the right-click menu of a message, under Apps.</summary>
    public const string WhoIsInThisMessage = "Who is in this message?";

    /// <summary>Characters that Discord lets a description, and a value that is typed, have.</summary>
    private const int LongestDescription = 100, LongestValue = 1_000;

    public static IReadOnlyList<CommandBody> All { get; } =
        [.. CommandCatalog.Commands.Select(Registered), new CommandBody(WhoIsInThisMessage, CommandType.Message)];

    /// <summary>What tells this definition from another: commands are registered again only when it has changed.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(All, DiscordJson.Default.IReadOnlyListCommandBody)));

    /// <summary>Whether the command is a look-up, whose answer its asker alone sees unless they ask otherwise.</summary>
    public static bool CanBePublic(CommandDefinition command) => command.Subcommands.Count == 0 && command.Name is not (CommandCatalog.Help or CommandCatalog.Briefings);

    private static CommandBody Registered(CommandDefinition command)
    {
        if (command.Subcommands.Count > 0)
        {
            return new CommandBody(command.Name, CommandType.ChatInput, Short(command.Summary), [.. command.Subcommands.Select(Subcommand)]);
        }
        var options = Registered([.. command.Shown]);
        if (CanBePublic(command)) options = options.Append(new CommandOptionBody(OptionType.Boolean, Public, "let everybody here see the answer"));
        return new CommandBody(command.Name, CommandType.ChatInput, Short(command.Summary), [.. options]);
    }

    private static CommandOptionBody Subcommand(CommandDefinition command) => new(
        OptionType.Subcommand, command.ShortName, Short(command.Summary), Options: [.. Registered([.. command.Shown])]);

    /// <summary>Discord wants those that are required first.</summary>
    private static IEnumerable<CommandOptionBody> Registered(IReadOnlyList<CommandOption> options) =>
        options.OrderByDescending(option => option.IsRequired).Select(Registered);

    private static CommandOptionBody Registered(CommandOption option) => new(
        option.Kind == OptionKind.Number ? OptionType.Integer : OptionType.String,
        option.Name,
        Short(option.Help),
        option.IsRequired ? true : null,
        option.Kind is OptionKind.Person or OptionKind.Speaker or OptionKind.Zone ? true : null,
        ChoicesOf(option) is { } choices ? [.. choices.Select(choice => new CommandChoice(choice, choice))] : null,
        MinValue: option.Kind == OptionKind.Number ? 1 : null,
        MaxLength: option.Kind != OptionKind.Number && ChoicesOf(option) is null ? LongestValue : null);

    private static IEnumerable<string>? ChoicesOf(CommandOption option) =>
        option.Kind == OptionKind.Command ? CommandCatalog.Commands.Select(command => command.Name) : option.Choices;

    private static string Short(string text) => Text.VisibleText.Shorten(text, LongestDescription);
}
