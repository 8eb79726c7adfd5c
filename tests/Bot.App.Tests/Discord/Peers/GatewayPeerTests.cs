using System.Globalization;
using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;

namespace Bot.App.Tests.Discord.Peers;

/// <summary>The fake of the gateway, as @discordjs/ws uses it: what Discord's own clients hold to be right it does.</summary>
public sealed class GatewayPeerTests : NeedsPeers
{
    private const int Everything = FakeIntents.Guilds | FakeIntents.GuildMessages;

    /// <summary>Milliseconds; so short that what comes with a beat comes soon.</summary>
    private const int ShortInterval = 1_000;

    [Fact]
    public async Task It_identifies_and_is_told_who_it_is_and_where()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var peer = Connect(discord);
        var ready = (await peer.SeesAsync("ready"))["ready"]!;
        Assert.Equal((FakeDiscord.Application, "session-1"), ((string?)ready["user"]!["id"], (string?)ready["session_id"]));
        Assert.Equal(FakeObjects.Guild, (string?)ready["guilds"]![0]!["id"]);
        Assert.Equal(["READY", "GUILD_CREATE"], [await EventAsync(peer), await EventAsync(peer)]);
        await peer.EndAsync();
        // So closes who leaves for good.
        await discord.Gateway.UntilAsync(gateway => gateway.Count("close 1000") == 1);
        Assert.Equal(["connect", "identify", "close 1000"], discord.Gateway.Heard);
    }

    [Fact]
    public async Task Its_first_beat_comes_after_a_random_share_of_the_interval_and_the_others_are_acknowledged()
    {
        await using var discord = await FakeDiscord.StartAsync();
        // Without the share a minute would go by until the first.
        discord.Gateway.HeartbeatInterval = 60_000;
        await using var jittered = Connect(discord, jitter: 0.001);
        await jittered.SeesAsync("acknowledged");

        discord.Gateway.HeartbeatInterval = ShortInterval;
        await using var peer = Connect(discord);
        for (var beats = 0; beats < 3; beats++) await peer.SeesAsync("acknowledged");
    }

    [Fact]
    public async Task Dropped_it_resumes_and_is_sent_what_it_missed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var peer = await ReadyAsync(discord);
        await discord.Gateway.SendEventAsync("FIRST", new JsonObject());
        Assert.Equal("FIRST", await EventAsync(peer));

        discord.Gateway.DropAll();
        await discord.Gateway.SendEventAsync("SECOND", new JsonObject());
        await discord.Gateway.SendEventAsync("THIRD", new JsonObject());
        Assert.Equal(["SECOND", "THIRD", "RESUMED"], [await EventAsync(peer), await EventAsync(peer), await EventAsync(peer)]);
        Assert.Equal((1, 1), (discord.Gateway.Count("identify"), discord.Gateway.Count("resume 3")));
    }

    [Fact]
    public async Task Asked_to_reconnect_it_resumes()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var peer = await ReadyAsync(discord);
        await discord.Gateway.AskToReconnectAsync();
        await peer.SeesAsync("resumed");
        Assert.Equal(["connect", "identify", "close 4200", "connect", "resume 2"], discord.Gateway.Heard);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_is_invalid_is_resumed_or_begun_anew(bool canResume)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var peer = await ReadyAsync(discord);
        await discord.Gateway.InvalidateAsync(canResume);
        await peer.SeesAsync(canResume ? "resumed" : "ready");
        Assert.Equal((canResume ? 1 : 2, canResume ? 1 : 0), (discord.Gateway.Count("identify"), discord.Gateway.Count("resume")));
        await discord.Gateway.SendEventAsync("AFTERWARDS", new JsonObject());
        while (await EventAsync(peer) != "AFTERWARDS") Assert.DoesNotContain(discord.Gateway.Heard, what => what == "refused");
    }

    [Fact]
    public async Task A_line_that_acknowledges_nothing_is_given_up_and_resumed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.HeartbeatInterval = ShortInterval;
        await using var peer = await ReadyAsync(discord);
        var sessions = SessionsOf(peer);
        discord.Gateway.Acknowledges = false;
        await discord.Gateway.UntilAsync(gateway => gateway.Count("close 4200") > 0);
        discord.Gateway.Acknowledges = true;
        await peer.SeesAsync("resumed");
        Assert.Equal(sessions, SessionsOf(peer));
    }

    [Fact]
    public async Task Asked_for_a_beat_it_beats_at_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.HeartbeatInterval = 3_600_000;
        await using var peer = await ReadyAsync(discord);
        await discord.Gateway.AskForHeartbeatAsync();
        await peer.SeesAsync("acknowledged");
        Assert.Equal(1, discord.Gateway.Count("beat 2"));
    }

    [Theory]
    [InlineData("another.token", null)]
    [InlineData(FakeDiscord.Token, 4004)]
    public async Task A_token_that_is_wrong_ends_it(string token, int? code)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.RefusesWith = code;
        await using var peer = Connect(discord, token);
        Assert.Contains(code is null ? "401" : "Authentication failed", (string?)(await peer.SeesAsync("error"))["message"]);
        if (code is not null) await discord.Gateway.UntilAsync(gateway => gateway.Count("close 4004") == 1);
        await peer.EndAsync();
        Assert.Equal(code is null ? 0 : 1, discord.Gateway.Count("connect"));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(FakeIntents.GuildMessages, "")]
    [InlineData(FakeIntents.GuildMessages | FakeIntents.MessageContent, "Talks?")]
    public async Task It_is_shown_what_it_asked_for(int intents, string? seen)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var peer = Connect(discord, intents: intents);
        await peer.SeesAsync("ready");
        await discord.SayAsync("Talks?");
        await discord.SayAsync($"<@{FakeObjects.Bot}> Talks?", mentions: FakeObjects.Bot);
        await discord.Gateway.SendEventAsync("INTERACTION_CREATE", new JsonObject());
        var messages = new List<string?>();
        while (await peer.SeesAsync("event") is { } line && (string?)line["name"] != "INTERACTION_CREATE")
        {
            if ((string?)line["name"] == "MESSAGE_CREATE") messages.Add((string?)line["data"]!["content"]);
        }
        Assert.Equal(seen is null ? [] : [seen, $"<@{FakeObjects.Bot}> Talks?"], messages);
    }

    /// <param name="jitter">The share of the interval that goes by before its first beat.</param>
    private static Peer Connect(FakeDiscord discord, string token = FakeDiscord.Token, int intents = Everything, double jitter = 0.999) => Peer.Start(
        "ws.mjs", discord.Url.Replace("/v10", "", StringComparison.Ordinal), token,
        intents.ToString(CultureInfo.InvariantCulture), jitter.ToString(CultureInfo.InvariantCulture));

    /// <summary>Connected, and told all that comes at the beginning.</summary>
    private static async Task<Peer> ReadyAsync(FakeDiscord discord)
    {
        var peer = Connect(discord);
        try
        {
            while (await EventAsync(peer) != "GUILD_CREATE") continue;
            return peer;
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    private static int SessionsOf(Peer peer) => peer.Said.Count(line => (string?)line["saw"] == "ready");

    private static async Task<string?> EventAsync(Peer peer) => (string?)(await peer.SeesAsync("event"))["name"];
}
