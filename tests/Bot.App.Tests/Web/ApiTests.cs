using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Answers;
using Bot.Chat;

namespace Bot.App.Tests.Web;

public class ApiTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/who Lavrov")]
    [InlineData("/when talks")]
    [InlineData("/briefings")]
    [InlineData("Was the Biden administration aware of the talks?")]
    public async Task An_answer_is_the_json_of_the_command_line(string line)
    {
        await using var web = await WebBot.StartAsync();
        using var response = await web.GetAsync($"/api/ask?q={line}&limit=2");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var answer = web.Bot.Bot.Ask(line, Scope.Main, limit: 2, cancellation: Stop);
        Assert.Equal(Lasting(AnswerJson.Write(answer)), Lasting(await response.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task A_miss_is_an_answer()
    {
        await using var web = await WebBot.StartAsync();
        using var response = await web.GetAsync($"/api/ask?q={"/who Zzyzx"}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("notFound", (string?)(await JsonOf(response))["status"]);
    }

    [Theory]
    [InlineData("/api/ask", "Nothing was asked")]
    [InlineData("/api/ask?q=%2Fwhom+Lavrov", "Did you mean /who?")]
    [InlineData("/api/ask?q=x&limit=11", "from 1 to 10")]
    [InlineData("/api/ask?q=x&limit=many", "of another kind")]
    [InlineData("/api/reply?q=%2Fsource+nowhere", "no citation id")]
    [InlineData("/api/briefings?page=99", "beyond the last page")]
    public async Task Wrong_usage_is_a_sentence_under_a_reference(string address, string sentence)
    {
        await using var web = await WebBot.StartAsync();
        using var response = await web.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await JsonOf(response);
        Assert.Equal("failed", (string?)error["status"]);
        Assert.Contains(sentence, (string?)error["reason"]);
        Assert.Matches("^[0-9A-Z]{4}$", (string?)error["id"]);
    }

    [Fact]
    public async Task A_question_longer_than_a_command_may_be_is_refused()
    {
        await using var web = await WebBot.StartAsync();
        using var tooLong = await web.GetAsync($"/api/ask?q={new string('ж', CommandParser.LongestLine + 1)}");
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Contains("2,000 characters", (string?)(await JsonOf(tooLong))["reason"]);
        using var longest = await web.GetAsync($"/api/ask?q={new string('ж', CommandParser.LongestLine)}");
        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        using var beyond = await web.GetAsync($"/api/ask?q={new string('x', 100_000)}");
        Assert.Equal(HttpStatusCode.RequestUriTooLong, beyond.StatusCode);
    }

    [Fact]
    public async Task A_reply_has_the_blocks_of_the_terminal_cut_into_passages()
    {
        await using var web = await WebBot.StartAsync();
        using var response = await web.GetAsync($"/api/reply?q={"/who Lavrov"}");
        var reply = await JsonOf(response);
        Assert.Equal("heading", (string?)reply["before"]![0]!["kind"]);
        Assert.Equal("Sergey Lavrov", (string?)reply["before"]![0]!["text"]);
        var passage = reply["passages"]![0]!;
        var (quote, citation) = (passage["blocks"]![0]!, passage["blocks"]![1]!);
        var match = quote["highlights"]![0]!;
        Assert.Equal("Sergey Lavrov", ((string)quote["text"]!)[(int)match["start"]!..(int)match["end"]!]);
        Assert.Contains("reported: citing", citation["badges"]!.AsArray().Select(badge => (string?)badge));
        Assert.Equal((string?)passage["citation"], (string?)citation["id"]);
        Assert.Contains("searched 1 briefing", (string?)reply["footers"]![0]);
    }

    [Fact]
    public async Task Each_page_says_how_much_is_shown_of_how_much()
    {
        await using var web = await WebBot.StartAsync([.. Enumerable.Range(1, 5).Select(i => ($"{i}.txt", $"On day {i} Lavrov spoke of matter {i}."))]);
        using var response = await web.GetAsync($"/api/reply?q={"/who Lavrov"}");
        var reply = await JsonOf(response);
        Assert.Equal(5, reply["passages"]!.AsArray().Count);
        Assert.Equal(3, (int)reply["pageSize"]!);
        Assert.Equal(2, reply["footers"]!.AsArray().Count);
        Assert.StartsWith("3 of 5 passages", (string?)reply["footers"]![0]);
        Assert.StartsWith("5 passages", (string?)reply["footers"]![1]);
    }

    [Fact]
    public async Task A_line_is_completed_as_at_the_prompt()
    {
        await using var web = await WebBot.StartAsync();
        using var response = await web.GetAsync($"/api/complete?line={"/who Lav"}");
        Assert.Equal("/who Sergey Lavrov", (string?)(await JsonOf(response))[0]!["line"]);
        using var nothing = await web.GetAsync($"/api/complete");
        Assert.Equal("[]", await nothing.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task The_corpus_is_told_with_its_warnings_and_its_list()
    {
        await using var web = await WebBot.StartAsync(("talks.txt", "Lavrov spoke."), ("bad.jsonl", "no json\n"));
        using var status = await web.GetAsync($"/api/briefings");
        Assert.Contains("bad.jsonl", (string?)(await JsonOf(status))["corpus"]!["warnings"]![0]);
        using var list = await web.GetAsync($"/api/briefings?page=1");
        Assert.Equal("talks.txt", (string?)(await JsonOf(list))["corpus"]!["list"]![0]!["id"]);
        using var indexing = await web.GetAsync($"/api/indexing");
        Assert.True((bool)(await JsonOf(indexing))["caughtUp"]!);
    }

    [Fact]
    public async Task A_bot_whose_index_is_gone_is_alive_and_not_ready()
    {
        await using var web = await WebBot.StartAsync();
        using var ready = await web.GetAsync($"/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);

        await web.StopBotAsync();
        using var alive = await web.GetAsync($"/healthz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        using var missing = await web.GetAsync($"/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, missing.StatusCode);
        Assert.Contains("index", (string?)(await JsonOf(missing))["missing"]![0]);
        using var answer = await web.GetAsync($"/api/ask?q={"/who Lavrov"}");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var error = await JsonOf(answer);
        Assert.Contains((string)error["id"]!, (string?)error["reason"]);
        Assert.DoesNotContain("   at ", (string?)error["reason"]);
    }

    private static string Lasting(string json)
    {
        var fields = JsonNode.Parse(json)!.AsObject();
        fields.Remove("id");
        fields.Remove("tookMs");
        return fields.ToJsonString();
    }

    private static async Task<JsonNode> JsonOf(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop)) ?? throw new JsonException("null");
}
