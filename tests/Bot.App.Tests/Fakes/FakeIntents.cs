using System.Text.Json.Nodes;

namespace Bot.App.Tests.Fakes;

/// <summary>What a client is shown of what happens, by the intents that it identified with (discord.com/developers/docs/events/gateway, Gateway Intents).</summary>
internal static class FakeIntents
{
    public const int Guilds = 1 << 0, GuildMessages = 1 << 9, DirectMessages = 1 << 12, MessageContent = 1 << 15;

    /// <summary>The event's data as the client sees it: what a message says only where it names the bot, is its own, or all messages may be read. Null: not at all.</summary>
    public static JsonNode? Shown(int intents, string name, JsonNode data)
    {
        var isPrivate = data["guild_id"] is null;
        var needed = name switch
        {
            "GUILD_CREATE" or "GUILD_UPDATE" or "GUILD_DELETE" or "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "CHANNEL_DELETE" => Guilds,
            "MESSAGE_CREATE" or "MESSAGE_UPDATE" or "MESSAGE_DELETE" => isPrivate ? DirectMessages : GuildMessages,
            _ => 0,
        };
        if ((intents & needed) != needed) return null;
        if (name is not ("MESSAGE_CREATE" or "MESSAGE_UPDATE") || isPrivate || (intents & MessageContent) != 0) return data;
        if ((string?)data["author"]?["id"] == FakeObjects.Bot || (data["mentions"]?.AsArray() ?? []).Any(user => (string?)user!["id"] == FakeObjects.Bot)) return data;
        var silent = data.DeepClone();
        silent["content"] = "";
        foreach (var part in new[] { "embeds", "attachments", "components" }) silent[part] = new JsonArray();
        return silent;
    }
}
