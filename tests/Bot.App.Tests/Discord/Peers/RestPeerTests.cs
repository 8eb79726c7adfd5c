using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;

namespace Bot.App.Tests.Discord.Peers;

/// <summary>The fake of the REST API, as @discordjs/rest uses it.</summary>
public sealed class RestPeerTests : NeedsPeers
{
    private const string Gateway = "/gateway/bot", Channel = FakeObjects.Channel, OtherChannel = "300000000000000002";

    [Fact]
    public async Task What_is_asked_for_is_answered()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var peer = Start(discord);
        await peer.SendAsync(Get(Gateway));
        Assert.Equal(discord.Gateway.Url, (string?)(await peer.SeesAsync("answer"))["answer"]!["url"]);
        await peer.SendAsync(Get("/nowhere"));
        Assert.Equal((404, 0), await RefusalAsync(peer));
        await peer.SendAsync(Post(Channel, new JsonObject { ["content"] = "x", ["colour"] = 1 }));
        Assert.Equal((400, 50035), await RefusalAsync(peer));
        Assert.True(discord.Refused.TryDequeue(out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refused_with_429_it_waits_as_long_as_it_is_told_and_tries_again(bool isGlobal)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Fail(Gateway, 429, $$"""{"message":"You are being rate limited.","retry_after":0.02,"global":{{(isGlobal ? "true" : "false")}}}""");
        await using var peer = Start(discord);
        await peer.SendAsync(Get(Gateway));
        await peer.SeesAsync("answer");
        Assert.Equal([429, 200], discord.Requests.Select(request => request.Status));
        if (isGlobal) Assert.Contains(peer.Said, line => (string?)line["saw"] == "limit" && (bool)line["global"]!);
    }

    [Fact]
    public async Task A_bucket_is_kept_to_for_each_channel_by_itself_so_that_nothing_is_refused()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Limits.Set("POST /channels/{channel}/messages", 2, TimeSpan.FromHours(1));
        await using var peer = Start(discord);
        foreach (var channel in new[] { Channel, Channel, OtherChannel })
        {
            // The bucket is known from the first answer.
            await peer.SendAsync(Post(channel, new JsonObject { ["content"] = "x" }));
            await peer.SeesAsync("answer");
        }
        await peer.SendAsync(Post(Channel, new JsonObject { ["content"] = "x" }));
        await peer.SendAsync(Post(OtherChannel, new JsonObject { ["content"] = "x" }));
        var limit = await peer.SeesAsync("limit");
        Assert.Equal((Channel, 2, false), ((string?)limit["majorParameter"], (int)limit["limit"]!, (bool)limit["global"]!));
        Assert.Matches("^[0-9a-f]{32}$", (string?)limit["hash"]);
        Assert.InRange((double)limit["retryAfter"]!, 1, 3_600_100);
        await peer.SeesAsync("answer");
        Assert.Equal(Enumerable.Repeat(200, 4), discord.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task A_fault_is_tried_again_and_after_three_tries_it_is_one()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var peer = Start(discord);
        discord.Fail(Gateway, 502);
        discord.Fail(Gateway, 500);
        await peer.SendAsync(Get(Gateway));
        await peer.SeesAsync("answer");
        foreach (var _ in "123") discord.Fail(Gateway, 503);
        await peer.SendAsync(Get(Gateway));
        Assert.Equal(503, (await RefusalAsync(peer)).Status);
        Assert.Equal([502, 500, 200, 503, 503, 503], discord.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task With_a_wrong_token_nothing_more_is_sent()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var peer = Start(discord, "another.token");
        await peer.SendAsync(Get(Gateway));
        Assert.Equal((401, 0), await RefusalAsync(peer));
        await peer.SendAsync(Get(Gateway));
        Assert.Equal("other", (string?)(await peer.SeesAsync("refusal"))["kind"]);
        Assert.Single(discord.Requests);
    }

    private static Peer Start(FakeDiscord discord, string token = FakeDiscord.Token) => Peer.Start("rest.mjs", discord.Url.Replace("/v10", "", StringComparison.Ordinal), token);

    private static JsonObject Get(string path) => new() { ["method"] = "GET", ["path"] = path };

    private static JsonObject Post(string channel, JsonObject body) => new() { ["method"] = "POST", ["path"] = $"/channels/{channel}/messages", ["body"] = body };

    private static async Task<(int Status, int Code)> RefusalAsync(Peer peer)
    {
        var refusal = await peer.SeesAsync("refusal");
        return ((int?)refusal["status"] ?? 0, (int?)refusal["code"] ?? 0);
    }
}
