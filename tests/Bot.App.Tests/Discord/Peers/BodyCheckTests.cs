using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.App.Tests.Fakes;

namespace Bot.App.Tests.Discord.Peers;

/// <summary>What the bot sends is held against Discord's own schemas and rules, and what they do not take is told.</summary>
public sealed partial class BodyCheckTests : NeedsPeers
{
    /// <summary>As one row and one button; long texts are written as x*100.</summary>
    private const string Row = """{"type":1,"components":[BUTTONS]}""", Button = """{"type":2,"style":2,"label":"LABEL","custom_id":"ID"}""";

    [Theory]
    [InlineData("callback", """{"type":1}""")]
    [InlineData("callback", """{"type":4,"data":{"content":"x*2000","flags":64,"allowed_mentions":{"parse":[]},"embeds":[{"title":"x*256","description":"x*4096","color":1}]}}""")]
    [InlineData("callback", """{"type":5}""")]
    [InlineData("callback", """{"type":5,"data":{"flags":64}}""")]
    [InlineData("callback", """{"type":6}""")]
    [InlineData("callback", """{"type":7,"data":{"content":"x","components":[]}}""")]
    [InlineData("callback", """{"type":8,"data":{"choices":[{"name":"x*100","value":"x*100"}]}}""")]
    [InlineData("edit", """{"content":"x","embeds":[]}""")]
    [InlineData("message", """{"content":"x","nonce":"x*25","enforce_nonce":true,"allowed_mentions":{"parse":[]}}""")]
    [InlineData("commands", "[]")]
    [InlineData("commands", """[{"name":"who","type":1,"description":"x*100"},{"name":"Who is in this message?","type":3}]""")]
    [InlineData("gateway", """{"op":1,"d":null}""")]
    [InlineData("gateway", """{"op":2,"d":{"token":"x","properties":{"os":"x","browser":"x","device":"x"},"intents":0}}""")]
    [InlineData("gateway", """{"op":6,"d":{"token":"x","session_id":"x","seq":1}}""")]
    public async Task What_discord_takes_is_taken(string kind, string body) => Assert.Null(await ProblemOfAsync(kind, body));

    [Theory]
    [InlineData("""{"content":"x","data":1}""", "unknown data")]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":[],"all":true}}""", "data.allowed_mentions: unknown all")]
    [InlineData("""{"embeds":[{"description":"x","colour":1}]}""", "data.embeds.0: unknown colour")]
    [InlineData("""{"embeds":[{"fields":[{"name":"x","value":"x","wide":true}]}]}""", "data.embeds.0.fields.0: unknown wide")]
    [InlineData("""{"content":"x","nonce":"1"}""", "unknown nonce")]
    [InlineData("""{"content":"x*2001"}""", "data.content: more than 2000")]
    [InlineData("""{"embeds":[{"title":"x*257"}]}""", "title: more than 256")]
    [InlineData("""{"embeds":[{"description":"x*4097"}]}""", "description: more than 4096")]
    [InlineData("""{"embeds":[{"fields":[{"name":"x","value":"x*1025"}]}]}""", "value: more than 1024")]
    [InlineData("""{"embeds":[{"description":"x*3000"},{"description":"x*3000"},{"title":"x"}]}""", "6001 characters over all")]
    [InlineData("""{"embeds":[{"color":1}]}""", "nothing to see")]
    [InlineData("""{"embeds":[{"description":"x","color":16777216}]}""", "color: more than 16777215")]
    [InlineData("""{"content":" "}""", "an empty message")]
    [InlineData("""{"content":"x","flags":2}""", "flags: 2 may not be set here")]
    [InlineData("""{"content":1}""", "data.content: not string")]
    public async Task A_message_that_discord_does_not_take_is_refused(string data, string words) =>
        Assert.Contains(words, await ProblemOfAsync("callback", $$"""{"type":4,"data":{{data}}}"""));

    [Theory]
    [InlineData(6, 1, "x", "ID", "6 rows")]
    [InlineData(1, 6, "x", "ID", "components.0.components: more than 5")]
    [InlineData(1, 1, "x*81", "ID", "label: more than 80")]
    [InlineData(1, 1, "x", "x*101", "custom_id: more than 100")]
    [InlineData(1, 2, "x", "same", "\"same\" stands twice")]
    [InlineData(2, 1, "x", "same", "\"same\" stands twice")]
    [InlineData(1, 1, "", "ID", "neither label nor emoji")]
    public async Task Buttons_that_discord_does_not_take_are_refused(int rows, int buttons, string label, string id, string words)
    {
        var number = 0;
        string ButtonOf() => Button.Replace("LABEL", label, StringComparison.Ordinal).Replace("ID", id == "ID" ? $"{number++}" : id, StringComparison.Ordinal);
        string RowOf() => Row.Replace("BUTTONS", string.Join(',', Enumerable.Range(0, buttons).Select(_ => ButtonOf())), StringComparison.Ordinal);
        var all = string.Join(',', Enumerable.Range(0, rows).Select(_ => RowOf()));
        Assert.Contains(words, await ProblemOfAsync("edit", $$"""{"content":"x","components":[{{all}}]}"""));
    }

    [Theory]
    [InlineData("""{"type":2,"style":2,"label":"x"}""", "without custom_id")]
    [InlineData("""{"type":2,"style":5,"label":"x"}""", "without url")]
    [InlineData("""{"type":2,"style":2,"label":"x","custom_id":"x","url":"https://example.org"}""", "has url")]
    [InlineData("""{"type":2,"style":2,"label":"x","custom_id":"x","tooltip":"x"}""", "unknown tooltip")]
    [InlineData("""{"type":2,"style":7,"label":"x","custom_id":"x"}""", "style: not 1 or 2")]
    public async Task A_button_that_does_nothing_or_two_things_is_refused(string button, string words) => Assert.Contains(
        words, await ProblemOfAsync("message", $$"""{"content":"x","components":[{{Row.Replace("BUTTONS", button, StringComparison.Ordinal)}}]}"""));

    [Theory]
    [InlineData("""{"name":"Who","type":1,"description":"x"}""", "upper case")]
    [InlineData("""{"name":"who is","type":1,"description":"x"}""", "letters that no name has")]
    [InlineData("""{"name":"x*33","type":1,"description":"x"}""", "name: more than 32")]
    [InlineData("""{"name":"who","type":1,"description":"x*101"}""", "description: more than 100")]
    [InlineData("""{"name":"who","type":1}""", "without a description")]
    [InlineData("""{"name":"who","type":3,"description":"x"}""", "has a description")]
    [InlineData("""{"name":"who","type":1,"description":"x","nsfw":1,"handlers":[]}""", "unknown nsfw, handlers")]
    [InlineData("""{"name":"who","type":1,"description":"x","options":[{"type":3,"name":"a","description":"x"},{"type":3,"name":"b","description":"x","required":true}]}""", "\"b\": required, behind \"a\"")]
    [InlineData("""{"name":"who","type":1,"description":"x","options":[{"type":3,"name":"A","description":"x"}]}""", "\"A\": upper case")]
    [InlineData("""{"name":"who","type":1,"description":"x","options":[{"type":3,"name":"a","description":"x"},{"type":5,"name":"a","description":"x"}]}""", "\"a\": stands twice")]
    [InlineData("""{"name":"who","type":1,"description":"x","options":[{"type":3,"name":"a","description":"x","autocomplete":true,"choices":[{"name":"x","value":"x"}]}]}""", "completes and has choices")]
    [InlineData("""{"name":"who","type":1,"description":"x","options":[{"type":3,"name":"a","description":"x","min_value":1}]}""", "options.0: unknown min_value")]
    [InlineData("""{"name":"who","type":1,"description":"x","options":[{"type":3,"name":"a","description":"x","choices":[{"name":"x","value":"x*6000"},{"name":"y","value":"x*2000"}]}]}""", "more than 8000")]
    public async Task A_command_that_discord_does_not_take_is_refused(string command, string words) => Assert.Contains(words, await ProblemOfAsync("commands", $"[{command}]"));

    [Fact]
    public async Task Too_many_are_refused()
    {
        var command = """{"name":"who","type":1,"description":"x","options":[OPTIONS]}""";
        var options = Enumerable.Range(0, 26).Select(i => $$"""{"type":3,"name":"a{{i}}","description":"x"}""");
        Assert.Contains("options: more than 25", await ProblemOfAsync("commands", $"[{command.Replace("OPTIONS", string.Join(',', options), StringComparison.Ordinal)}]"));
        var choices = string.Join(',', Enumerable.Repeat("""{"name":"x","value":"x"}""", 26));
        Assert.Contains("choices: more than 25", await ProblemOfAsync("callback", $$$"""{"type":8,"data":{"choices":[{{{choices}}}]}}"""));
        var embeds = string.Join(',', Enumerable.Repeat("""{"title":"x"}""", 11));
        Assert.Contains("embeds: more than 10", await ProblemOfAsync("edit", $$"""{"embeds":[{{embeds}}]}"""));
        var commands = Enumerable.Range(0, 101).Select(i => $$"""{"name":"who{{i}}","type":1,"description":"x"}""");
        Assert.Contains("101 commands", await ProblemOfAsync("commands", $"[{string.Join(',', commands)}]"));
    }

    [Theory]
    [InlineData("callback", """{"type":8,"data":{"choices":[{"name":"x*101","value":"x"}]}}""", "name: more than 100")]
    [InlineData("callback", """{"type":8,"data":{"choices":[{"name":"x","value":"x","text":"x"}]}}""", "choices.0: unknown text")]
    [InlineData("callback", """{"type":8,"data":{}}""", "without choices")]
    [InlineData("callback", """{"type":4}""", "nothing to say")]
    [InlineData("callback", """{"type":2}""", "of no type")]
    [InlineData("callback", """{"type":7,"data":{"content":"x","flags":64}}""", "flags: 64 may not be set here")]
    [InlineData("edit", """{"content":"x","flags":64}""", "flags: 64 may not be set here")]
    [InlineData("message", """{"content":"x","flags":64}""", "flags: 64 may not be set here")]
    [InlineData("message", """{"content":"x","nonce":"x*26"}""", "nonce: more than 25")]
    [InlineData("message", "{}", "an empty message")]
    [InlineData("gateway", """{"op":1}""", "d: not")]
    [InlineData("gateway", """{"op":2,"d":{"token":"x","properties":{"os":"x","browser":"x","device":"x","$os":"x"},"intents":0}}""", "d.properties: unknown $os")]
    [InlineData("gateway", """{"op":2,"d":{"token":"x*4100","properties":{"os":"x","browser":"x","device":"x"},"intents":0}}""", "more than 4096")]
    [InlineData("gateway", """{"op":6,"d":{"token":"x","session_id":"x","seq":null}}""", "d.seq: not")]
    [InlineData("gateway", """{"op":10,"d":{}}""", "of no type")]
    public async Task Anything_else_that_discord_does_not_take_is_refused(string kind, string body, string words) => Assert.Contains(words, await ProblemOfAsync(kind, body));

    [Theory]
    [InlineData(1, """{"type":4,"data":{"content":"x"}}""")]
    [InlineData(2, """{"type":7,"data":{"content":"x"}}""")]
    [InlineData(4, """{"type":4,"data":{"content":"x"}}""")]
    public async Task An_answer_that_does_not_go_with_what_was_done_is_refused(int to, string body) => Assert.Contains("is no answer", await ProblemOfAsync("callback", body, to));

    [Fact]
    public async Task Whoever_waits_for_an_answer_is_told_why_there_is_none()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var command = DiscordBot.Command("who", ("name", "Lavrov"));
        var id = discord.Prepare(command);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1)");
        using var response = await client.PostAsJsonAsync(
            new Uri($"{discord.Url}/interactions/{id}/{(string)command["token"]!}/callback"), JsonNode.Parse("""{"type":4,"data":{"content":"x","nonce":"1"}}"""),
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("unknown nonce", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("unknown nonce", (await Assert.ThrowsAsync<RefusedBodyException>(() => discord.CallbackOf(id))).Message);
        Assert.True(discord.Refused.TryDequeue(out var told));
        Assert.Contains("unknown nonce", told);
    }

    private static async Task<string?> ProblemOfAsync(string kind, string body, int? to = null)
    {
        var written = LongText().Replace(body, match => new string('x', int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        return await (await BodyCheck.SharedAsync())!.ProblemOfAsync(new SentBody(kind, JsonNode.Parse(written), to));
    }

    [GeneratedRegex(@"x\*(\d+)")]
    private static partial Regex LongText();
}
