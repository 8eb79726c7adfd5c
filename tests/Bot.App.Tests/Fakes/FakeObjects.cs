using System.Text.Json.Nodes;

namespace Bot.App.Tests.Fakes;

/// <summary>
/// Discord's objects with every field that it always sends (discord.com/developers/docs, Resources): one server with one channel, the bot and somebody in it.
/// Its own libraries break where a field is missing.
/// </summary>
internal static class FakeObjects
{
    public const string Guild = "800000000000000001", Channel = "300000000000000001", Asker = "400000000000000001";

    /// <summary>The bot as a user: its id is the application's.</summary>
    public const string Bot = FakeDiscord.Application;

    private const string Time = "2026-01-01T00:00:00.000000+00:00";

    /// <summary>View Channels, Send Messages, Embed Links, Read Message History, Use Application Commands, Send Messages in Threads.</summary>
    private const string Permissions = "277025475584";

    public static JsonObject User(string id) => new()
    {
        ["id"] = id,
        ["username"] = id == Bot ? "briefings" : id == Asker ? "asker" : "user" + id[^4..],
        ["discriminator"] = "0",
        ["global_name"] = null,
        ["avatar"] = null,
        ["bot"] = id == Bot,
        ["public_flags"] = 0,
    };

    public static JsonObject Member(string id, bool withUser = true)
    {
        var member = new JsonObject
        {
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = new JsonArray(),
            ["joined_at"] = Time,
            ["premium_since"] = null,
            ["communication_disabled_until"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
        };
        if (withUser) member["user"] = User(id);
        return member;
    }

    public static JsonObject TextChannel(string id = Channel) => new()
    {
        ["id"] = id,
        ["type"] = 0,
        ["guild_id"] = Guild,
        ["name"] = "news-desk",
        ["topic"] = null,
        ["position"] = 0,
        ["parent_id"] = null,
        ["nsfw"] = false,
        ["rate_limit_per_user"] = 0,
        ["last_message_id"] = null,
        ["permission_overwrites"] = new JsonArray(),
        ["flags"] = 0,
    };

    /// <summary>A direct message channel.</summary>
    public static JsonObject PrivateChannel(string id, string with) => new()
    {
        ["id"] = id,
        ["type"] = 1,
        ["last_message_id"] = null,
        ["recipients"] = new JsonArray(User(with)),
        ["flags"] = 0,
    };

    /// <summary>The data of the event READY: servers are told by their ids alone, and come afterwards to whoever asked for them.</summary>
    public static JsonObject Ready(string session, string resumeUrl) => new()
    {
        ["v"] = 10,
        ["user_settings"] = new JsonObject(),
        ["user"] = With(User(Bot), ("email", null), ("verified", true), ("mfa_enabled", true), ("flags", 0)),
        ["session_type"] = "normal",
        ["session_id"] = session,
        ["resume_gateway_url"] = resumeUrl,
        ["relationships"] = new JsonArray(),
        ["private_channels"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["guilds"] = new JsonArray(new JsonObject { ["id"] = Guild, ["unavailable"] = true }),
        ["guild_join_requests"] = new JsonArray(),
        ["geo_ordered_rtc_regions"] = new JsonArray(),
        ["application"] = new JsonObject { ["id"] = FakeDiscord.Application, ["flags"] = 0 },
        ["_trace"] = new JsonArray(),
    };

    /// <summary>The data of the event GUILD_CREATE.</summary>
    public static JsonObject WholeGuild() => new()
    {
        ["id"] = Guild,
        ["name"] = "The desk",
        ["icon"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["banner"] = null,
        ["description"] = null,
        ["vanity_url_code"] = null,
        ["owner_id"] = Asker,
        ["application_id"] = null,
        ["region"] = "deprecated",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["verification_level"] = 0,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["nsfw_level"] = 0,
        ["nsfw"] = false,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["preferred_locale"] = "en-US",
        ["features"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["roles"] = new JsonArray(new JsonObject
        {
            ["id"] = Guild,
            ["name"] = "@everyone",
            ["color"] = 0,
            ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
            ["hoist"] = false,
            ["icon"] = null,
            ["unicode_emoji"] = null,
            ["position"] = 0,
            ["permissions"] = Permissions,
            ["managed"] = false,
            ["mentionable"] = false,
            ["flags"] = 0,
        }),
        ["max_members"] = 500_000,
        ["max_presences"] = null,
        ["max_video_channel_users"] = 25,
        ["max_stage_video_channel_users"] = 50,
        ["joined_at"] = Time,
        ["large"] = false,
        ["unavailable"] = false,
        ["member_count"] = 2,
        ["members"] = new JsonArray(Member(Bot), Member(Asker)),
        ["channels"] = new JsonArray(TextChannel()),
        ["threads"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["soundboard_sounds"] = new JsonArray(),
        ["embedded_activities"] = new JsonArray(),
        ["incidents_data"] = null,
    };

    /// <param name="body">What was sent to be posted, of which a message keeps most.</param>
    public static JsonObject Message(string id, string channel, string author, JsonNode? body = null)
    {
        var message = new JsonObject
        {
            ["id"] = id,
            ["type"] = 0,
            ["channel_id"] = channel,
            ["author"] = User(author),
            ["content"] = (string?)body?["content"] ?? "",
            ["embeds"] = new JsonArray([.. (body?["embeds"]?.AsArray() ?? []).Select(embed => With(embed!.DeepClone().AsObject(), ("type", "rich")))]),
            ["components"] = body?["components"]?.DeepClone() ?? new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["mention_everyone"] = false,
            ["pinned"] = false,
            ["tts"] = false,
            ["flags"] = (int?)body?["flags"] ?? 0,
            ["timestamp"] = Time,
            ["edited_timestamp"] = null,
        };
        if (body?["nonce"] is { } nonce) message["nonce"] = nonce.DeepClone();
        if (body?["message_reference"] is { } reference) message["message_reference"] = With(reference.DeepClone().AsObject(), ("type", 0), ("channel_id", channel));
        return message;
    }

    /// <summary>What stands in every interaction that somebody begins, beside what they did.</summary>
    /// <param name="by">The user.</param>
    /// <param name="isPrivate">In a direct message with the bot, and not in a server.</param>
    public static JsonObject Interaction(string id, string channel, string by, bool isPrivate)
    {
        var interaction = new JsonObject
        {
            ["id"] = id,
            ["application_id"] = FakeDiscord.Application,
            ["token"] = FakeInteractions.TokenOf(id),
            ["version"] = 1,
            ["channel_id"] = channel,
            ["channel"] = isPrivate ? PrivateChannel(channel, by) : With(TextChannel(channel), ("permissions", Permissions)),
            ["app_permissions"] = Permissions,
            ["locale"] = "en-GB",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = isPrivate ? "0" : Guild },
            ["context"] = isPrivate ? 1 : 0,
            ["attachment_size_limit"] = 10_485_760,
        };
        if (isPrivate) return With(interaction, ("user", User(by)));
        interaction["guild_id"] = Guild;
        interaction["guild"] = new JsonObject { ["id"] = Guild, ["locale"] = "en-US", ["features"] = new JsonArray() };
        interaction["guild_locale"] = "en-US";
        interaction["member"] = With(Member(by), ("permissions", Permissions));
        return interaction;
    }

    /// <summary>The application as its own bot is told of it.</summary>
    public static JsonObject OwnApplication(string publicKey, string endpointUrl) => new()
    {
        ["id"] = FakeDiscord.Application,
        ["name"] = "Briefings",
        ["icon"] = null,
        ["description"] = "",
        ["bot_public"] = false,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = publicKey,
        ["flags"] = 0,
        ["interactions_endpoint_url"] = endpointUrl.Length == 0 ? null : endpointUrl,
    };

    /// <summary>A command as it stands once it is registered.</summary>
    public static JsonObject Command(string id, JsonNode body, string? guild)
    {
        var command = body.DeepClone().AsObject();
        Fill(command, new JsonObject
        {
            ["id"] = id,
            ["application_id"] = FakeDiscord.Application,
            ["version"] = id,
            ["type"] = 1,
            ["description"] = "",
            ["default_member_permissions"] = null,
            ["dm_permission"] = true,
            ["contexts"] = null,
            ["integration_types"] = new JsonArray(0),
            ["nsfw"] = false,
        });
        return guild is null ? command : With(command, ("guild_id", guild));
    }

    /// <summary>Adds what is missing, at any depth; what is there stays.</summary>
    public static void Fill(JsonObject target, JsonObject defaults)
    {
        foreach (var (key, value) in defaults)
        {
            if (!target.TryGetPropertyValue(key, out var there)) target[key] = value?.DeepClone();
            else if (there is JsonObject inner && value is JsonObject more) Fill(inner, more);
        }
    }

    private static JsonObject With(JsonObject to, params (string Key, JsonNode? Value)[] more)
    {
        foreach (var (key, value) in more) to[key] = value;
        return to;
    }
}
