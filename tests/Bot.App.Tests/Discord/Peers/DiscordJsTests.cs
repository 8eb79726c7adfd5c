using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;

namespace Bot.App.Tests.Discord.Peers;

/// <summary>A whole bot made with discord.js lives on the fake as on Discord.</summary>
public sealed class DiscordJsTests : NeedsPeers
{
    [Fact]
    public async Task It_logs_in_sees_its_server_and_registers_its_commands()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = Start(discord);
        var ready = await bot.SeesAsync("ready");
        Assert.Equal("briefings", (string?)ready["user"]);
        Assert.Equal("""["The desk"]["news-desk"]""", ready["guilds"]!.ToJsonString() + ready["channels"]!.ToJsonString());
        Assert.Equal("""["now","later","Look at this"]""", ready["commands"]!.ToJsonString());
        await bot.EndAsync();
        await discord.Gateway.UntilAsync(gateway => gateway.Count("close 1000") == 1);
    }

    [Fact]
    public async Task It_answers_a_command_with_all_that_it_wants_to_know_of_where_it_was_given()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await ReadyAsync(discord);
        var answer = await discord.DoAsync(DiscordBot.Command("now", ("text", "Lavrov")));
        Assert.Equal((4, "constant", 64), ((int)answer["type"]!, (string?)answer["data"]!["content"], (int)answer["data"]!["flags"]!));
        var seen = await bot.SeesAsync("command");
        Assert.Equal(
            ("Lavrov", "The desk", "news-desk", "asker", "en-GB", 0, true),
            ((string?)seen["text"], (string?)seen["guild"], (string?)seen["channel"], (string?)seen["member"], (string?)seen["locale"], (int)seen["context"]!, (bool)seen["maySend"]!));
        Assert.Equal(("constant", true), ((string?)seen["message"]!["content"], (bool)seen["message"]!["isEphemeral"]!));

        var pressed = await discord.DoAsync(DiscordBot.Press(answer, "press"));
        Assert.Equal((7, "pressed"), ((int)pressed["type"]!, (string?)pressed["data"]!["content"]));
        Assert.Equal(("press", FakeObjects.Asker), ((string?)(seen = await bot.SeesAsync("press"))["id"], (string?)seen["by"]));
    }

    [Fact]
    public async Task It_announces_an_answer_and_puts_it_in_its_place()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await ReadyAsync(discord);
        var command = DiscordBot.Command("later");
        var answer = await discord.DoAsync(command);
        Assert.Equal((4, "constant"), ((int)answer["type"]!, (string?)answer["data"]!["content"]));
        Assert.Equal(5, (int)(await discord.CallbackOf((string)command["id"]!))["type"]!);
        var message = (await bot.SeesAsync("command"))["message"]!;
        Assert.Equal(("constant", FakeObjects.Bot), ((string?)message["content"], (string?)message["author"]));
    }

    [Fact]
    public async Task It_completes_what_is_typed_and_looks_at_a_message()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await ReadyAsync(discord);
        Assert.Equal("""[{"name":"constant","value":"constant"}]""", (await discord.DoAsync(FakeCommands.Typing("now", "text", "Lav")))["data"]!["choices"]!.ToJsonString());
        Assert.Equal("Lav", (string?)(await bot.SeesAsync("typing"))["focused"]);

        Assert.Equal("constant", (string?)(await discord.DoAsync(DiscordBot.MessageCommand("Look at this", "Lavrov met Haass.")))["data"]!["content"]);
        Assert.Equal("Lavrov met Haass.", (string?)(await bot.SeesAsync("command"))["target"]);
    }

    [Fact]
    public async Task It_is_named_in_a_message_and_posts_another_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var bot = await ReadyAsync(discord);
        await discord.SayAsync("Who is Lavrov?");
        var unseen = await bot.SeesAsync("message");
        Assert.Equal(("", false), ((string?)unseen["content"], (bool)unseen["mentionsMe"]!));

        var ids = new List<string?>();
        foreach (var _ in "12")
        {
            await discord.SayAsync($"<@{FakeObjects.Bot}> who is Lavrov?", mentions: FakeObjects.Bot);
            var seen = await bot.SeesAsync("message");
            Assert.Equal(($"<@{FakeObjects.Bot}> who is Lavrov?", true, "asker"), ((string?)seen["content"], (bool)seen["mentionsMe"]!, (string?)seen["author"]));
            var posted = await bot.SeesAsync("posted");
            Assert.Equal(("nonce-1", FakeObjects.Channel, FakeObjects.Bot), ((string?)posted["nonce"], (string?)posted["channel"], (string?)posted["author"]));
            ids.Add((string?)posted["id"]);
        }
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(2, discord.Requests.Count(request => request.Path.EndsWith("/messages", StringComparison.Ordinal)));
    }

    private static Peer Start(FakeDiscord discord)
    {
        // It says everywhere what is not so: that nothing is read aloud and no nonce is unique. No schema has that for every message; Discord passes it over.
        if (discord.Check is { } check) discord.Check = sent => check(sent with { Body = WithoutWhatIsNotSo(sent.Body) });
        return Peer.Start("bot.mjs", discord.Url.Replace("/v10", "", StringComparison.Ordinal), FakeDiscord.Token);
    }

    private static async Task<Peer> ReadyAsync(FakeDiscord discord)
    {
        var bot = Start(discord);
        await bot.SeesAsync("ready");
        return bot;
    }

    private static JsonNode? WithoutWhatIsNotSo(JsonNode? body)
    {
        var copy = body?.DeepClone();
        foreach (var part in new[] { copy as JsonObject, (copy as JsonObject)?["data"] as JsonObject })
        {
            foreach (var key in new[] { "tts", "enforce_nonce" })
            {
                if (part?[key] is JsonValue value && !(bool)value) part.Remove(key);
            }
        }
        return copy;
    }
}
