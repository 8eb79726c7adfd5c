using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.Discord;
using Bot.Discord.Gateway;
using Bot.Discord.Wire;

namespace Bot.App.Tests.Discord.Peers;

/// <summary>Discord's numbers are those that discord-api-types publishes.</summary>
public sealed class NumbersTests : NeedsPeers
{
    /// <summary>Our classes of numbers and theirs.</summary>
    private static readonly Dictionary<Type, string> Theirs = new()
    {
        [typeof(InteractionType)] = "InteractionType",
        [typeof(CallbackType)] = "InteractionResponseType",
        [typeof(CommandType)] = "ApplicationCommandType",
        [typeof(OptionType)] = "ApplicationCommandOptionType",
        [typeof(ComponentType)] = "ComponentType",
        [typeof(ButtonStyle)] = "ButtonStyle",
        [typeof(MessageFlags)] = "MessageFlags",
        [typeof(OpCode)] = "GatewayOpcodes",
        [typeof(IntegrationType)] = "ApplicationIntegrationType",
        [typeof(ContextType)] = "InteractionContextType",
        [typeof(Intents)] = "GatewayIntentBits",
        [typeof(ErrorCode)] = "RESTJSONErrorCodes",
    };

    /// <summary>Where their name for a number is another.</summary>
    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["InteractionType.Command"] = "ApplicationCommand",
        ["InteractionType.Component"] = "MessageComponent",
        ["InteractionType.Autocomplete"] = "ApplicationCommandAutocomplete",
        ["CallbackType.Message"] = "ChannelMessageWithSource",
        ["CallbackType.DeferredMessage"] = "DeferredChannelMessageWithSource",
        ["CallbackType.DeferredUpdate"] = "DeferredMessageUpdate",
        ["CallbackType.AutocompleteResult"] = "ApplicationCommandAutocompleteResult",
        ["ErrorCode.CannotReply"] = "CannotReplyWithoutPermissionToReadMessageHistory",
        ["ErrorCode.AlreadyAcknowledged"] = "InteractionHasAlreadyBeenAcknowledged",
    };

    /// <summary>What each close code asks for; discord.com/developers/docs/topics/opcodes-and-status-codes says which may be reconnected after.</summary>
    private static readonly Dictionary<string, Type> AfterClosing = new()
    {
        ["UnknownError"] = typeof(NextStep.GoOn),
        ["UnknownOpcode"] = typeof(NextStep.GoOn),
        ["DecodeError"] = typeof(NextStep.GoOn),
        ["NotAuthenticated"] = typeof(NextStep.Anew),
        ["AuthenticationFailed"] = typeof(NextStep.Stop),
        ["AlreadyAuthenticated"] = typeof(NextStep.Anew),
        ["InvalidSeq"] = typeof(NextStep.Anew),
        ["RateLimited"] = typeof(NextStep.Anew),
        ["SessionTimedOut"] = typeof(NextStep.GoOn),
        ["InvalidShard"] = typeof(NextStep.Stop),
        ["ShardingRequired"] = typeof(NextStep.Stop),
        ["InvalidAPIVersion"] = typeof(NextStep.Stop),
        ["InvalidIntents"] = typeof(NextStep.Stop),
        ["DisallowedIntents"] = typeof(NextStep.Stop),
    };

    [Fact]
    public async Task Every_number_is_discords()
    {
        var published = await PublishedAsync();
        var ours = typeof(OpCode).Assembly.GetTypes().Where(type => type.Namespace == typeof(OpCode).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.IsLiteral && field.FieldType == typeof(int)).ToList();
        Assert.True(ours.Count > 30, "The numbers are no longer where they are looked for.");
        foreach (var number in ours)
        {
            var name = $"{number.DeclaringType!.Name}.{number.Name}";
            Assert.True(Theirs.TryGetValue(number.DeclaringType, out var theirs), $"{name} is compared with nothing: add {number.DeclaringType.Name} to the table.");
            var value = published[theirs]?[OtherNames.GetValueOrDefault(name, number.Name)];
            Assert.True(value is not null, $"discord-api-types has no {theirs}.{OtherNames.GetValueOrDefault(name, number.Name)}: {name} goes by another name there, or is wrong.");
            Assert.Equal((name, (int)value), (name, (int)number.GetRawConstantValue()!));
        }
    }

    [Fact]
    public async Task Every_close_code_is_answered_as_discord_asks()
    {
        var published = (await PublishedAsync())["GatewayCloseCodes"]!.AsObject();
        Assert.Equal(AfterClosing.Keys.Order(StringComparer.Ordinal), published.Select(code => code.Key).Order(StringComparer.Ordinal));
        Assert.All(published, code => Assert.IsType(AfterClosing[code.Key], CloseCodes.After((int)code.Value!)));
        // Ours is none of theirs.
        Assert.DoesNotContain(CloseCodes.ToResume, published.Select(code => (int)code.Value!));
    }

    [Fact]
    public async Task The_link_into_a_server_asks_for_the_permissions_that_its_words_say()
    {
        var bits = (await PublishedAsync())["PermissionFlagsBits"]!;
        var asked = new[] { "ViewChannel", "SendMessages", "EmbedLinks", "ReadMessageHistory", "SendMessagesInThreads" }
            .Aggregate(0L, (all, name) => all | long.Parse((string)bits[name]!, CultureInfo.InvariantCulture));
        Assert.EndsWith($"&permissions={asked}", DiscordSetup.InviteLink(new DiscordOptions { ApplicationId = FakeDiscord.Application }), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> PublishedAsync() => (await Peer.RunAsync("numbers.mjs", [])).Single();
}
