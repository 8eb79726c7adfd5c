namespace Bot.Discord.Wire;

/// <summary>Discord's numbers (API v10); a test compares them with the published ones.</summary>
internal static class InteractionType
{
    public const int Ping = 1;
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
}

internal static class CallbackType
{
    public const int Pong = 1;
    public const int Message = 4;
    public const int DeferredMessage = 5;
    public const int DeferredUpdate = 6;
    public const int UpdateMessage = 7;
    public const int AutocompleteResult = 8;
}

internal static class CommandType
{
    public const int ChatInput = 1;
    public const int Message = 3;
}

/// <summary>Where an application is installed.</summary>
internal static class IntegrationType
{
    public const int GuildInstall = 0;
}

/// <summary>Where a command can be given.</summary>
internal static class ContextType
{
    public const int Guild = 0;
}

internal static class OptionType
{
    public const int Subcommand = 1;
    public const int String = 3;
    public const int Integer = 4;
    public const int Boolean = 5;
}

/// <summary>Bits of what a member may do.</summary>
internal static class Permission
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageChannels = 1UL << 4;
    public const ulong ManageGuild = 1UL << 5;
}

internal static class ComponentType
{
    public const int ActionRow = 1;
    public const int Button = 2;
}

internal static class ButtonStyle
{
    public const int Primary = 1;
    public const int Secondary = 2;
}

internal static class MessageFlags
{
    public const int Ephemeral = 1 << 6;
}

/// <summary>Which events the gateway sends beside interactions, which always come.</summary>
internal static class Intents
{
    /// <summary>Messages in servers; of those that do not mention the bot without their text.</summary>
    public const int GuildMessages = 1 << 9;
}

/// <summary>Operations of the gateway.</summary>
internal static class OpCode
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}

/// <summary>Errors of the REST API that are told apart.</summary>
internal static class ErrorCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int CannotReply = 160002;
}
