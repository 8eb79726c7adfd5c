using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.App.CommandLine;

namespace Bot.App.Tests.CommandLine;

public class JsonLinesTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions_however_long_each_takes()
    {
        var input = string.Concat(Enumerable.Range(0, 200).Select(i => $$"""{"id": "{{i}}", "command": "/help"}""" + "\n"));
        var answers = await AnswerAsync(input, request =>
        {
            // The earlier of each four takes the longest.
            for (var work = (4 - (int.Parse(request.Id!, null) % 4)) * 20_000; work > 0; work--) Volatile.Read(ref work);
            return $$"""{"id": "{{request.Id}}"}""";
        });
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $$"""{"id": "{{i}}"}"""), answers);
    }

    [Fact]
    public async Task Who_writes_one_line_and_waits_gets_its_answer()
    {
        var (input, output) = (new Pipe(), new Pipe());
        var answering = JsonLines.AnswerAsync(input.Reader.AsStream(), output.Writer.AsStream(), request => request.Required("command"), Stop);
        using var answers = new StreamReader(output.Reader.AsStream());
        for (var i = 0; i < 3; i++)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($$"""{"id": 1, "command": "/who {{i}}"}""" + "\n"), Stop);
            Assert.Equal($"/who {i}", await answers.ReadLineAsync(Stop));
        }
        await input.Writer.CompleteAsync();
        await answering;
    }

    [Theory]
    [InlineData("", "Line 2 is no JSON object: it is empty.", null)]
    [InlineData("no json", "Line 2 is no JSON object: there is something wrong at byte 2.", null)]
    [InlineData("[1]", "Line 2 is no JSON object: it is an array.", null)]
    [InlineData("\"/who Lavrov\"", "Line 2 is no JSON object: it is a string.", null)]
    [InlineData("7", "Line 2 is no JSON object: it is a number.", null)]
    [InlineData("true", "Line 2 is no JSON object: it is a truth value.", null)]
    [InlineData("null", "Line 2 is no JSON object: it is null.", null)]
    [InlineData("""{"id": "x"}""", "Line 2 has no \"command\".", "x")]
    [InlineData("""{"id": 7, "command": 8}""", "Line 2 has a \"command\" that is no string.", "7")]
    [InlineData("""{"id": {}, "command": null}""", "Line 2 has no \"command\".", null)]
    public async Task A_bad_line_is_answered_and_the_rest_go_on(string bad, string reason, string? id)
    {
        var answers = await AnswerAsync($$"""
            {"id": "first", "command": "a"}
            {{bad}}
            {"id": "last", "command": "b"}
            """, request => request.Required("command"));
        Assert.Equal(["a", "b"], [answers[0], answers[2]]);
        using var answer = JsonDocument.Parse(answers[1]);
        Assert.Equal("failed", answer.RootElement.GetProperty("status").GetString());
        Assert.Equal(id, answer.RootElement.GetProperty("id").GetString());
        Assert.StartsWith(reason, answer.RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_fault_of_ours_is_told_with_a_reference_and_where_its_details_are()
    {
        var answers = await AnswerAsync("""{"id": "x", "command": "/help"}""", _ => throw new InvalidTimeZoneException("crash."));
        using var answer = JsonDocument.Parse(answers[0]);
        var reason = answer.RootElement.GetProperty("reason").GetString()!;
        var told = Regex.Match(reason, @"^Line 1: I could not finish: crash\. Reference (\w{4}); details are in (.*\1\.log)\.$");
        Assert.True(told.Success, reason);
        var details = await File.ReadAllTextAsync(told.Groups[2].Value, Stop);
        File.Delete(told.Groups[2].Value);
        Assert.Contains(nameof(InvalidTimeZoneException), details);
    }

    [Theory]
    [InlineData("""{"id": "x", "command": "a"}""", "x")]
    [InlineData("""{"id": 12345678901234567890, "command": "a"}""", "12345678901234567890")] // as it is written, beyond any number type
    [InlineData("""{"id": 1.50, "command": "a"}""", "1.50")]
    [InlineData("""{"id": null, "command": "a"}""", null)]
    [InlineData("""{"id": "a", "id": "b", "command": "a"}""", "b")]
    public async Task An_id_is_a_string_or_a_number(string line, string? id) =>
        Assert.Equal([id ?? "(none)"], await AnswerAsync(line, request => request.Id ?? "(none)"));

    [Theory]
    [InlineData(@"a\ud800b", "a\uFFFDb")] // half a character
    [InlineData(@"\udc00", "\uFFFD")] // the other half
    [InlineData(@"\ud83d\ude00", "\U0001F600")] // a whole one stays
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD\U0001F600")]
    [InlineData(@"\\ud800", @"\ud800")] // a backslash and five letters
    [InlineData(@"\u00e9\n\\", "é\n\\")]
    public async Task Half_a_character_becomes_a_replacement_of_its_length(string escaped, string text) =>
        Assert.Equal([text.ReplaceLineEndings("|")], await AnswerAsync(
            $$"""{"id": 1, "command": "{{escaped}}"}""", request => request.Required("command").ReplaceLineEndings("|")));

    [Fact]
    public async Task A_line_may_be_of_any_length_and_the_first_may_have_a_byte_order_mark()
    {
        var command = new string('é', 1_000_000);
        var answers = await AnswerAsync($"\uFEFF{{\"id\": 1, \"command\": \"{command}\"}}\r\n{{\"id\": 2, \"command\": \"b\"}}", request => $"{request.Id} {request.Required("command").Length}");
        Assert.Equal(["1 1000000", "2 1"], answers);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_a_bad_line()
    {
        byte[] line = [.. """{"id": 1, "command": "a"""u8, 0xFF, .. "\"}\n"u8];
        using var output = new MemoryStream();
        await JsonLines.AnswerAsync(new MemoryStream(line), output, request => "never", Stop);
        Assert.Contains("it is not UTF-8", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task A_reader_that_has_gone_ends_it_quietly()
    {
        var input = string.Concat(Enumerable.Repeat("""{"id": 1, "command": "a"}""" + "\n", 1_000));
        var exception = await Assert.ThrowsAsync<OutputClosedException>(() =>
            JsonLines.AnswerAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), new ClosedOutput(), request => "a", Stop));
        Assert.Equal(0, Ending.Explain(exception));
    }

    private static async Task<string[]> AnswerAsync(string input, Func<JsonRequest, string> answer)
    {
        using var output = new MemoryStream();
        await JsonLines.AnswerAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, answer, Stop);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n')[..^1];
    }

    private sealed class ClosedOutput : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Broken pipe");
    }
}
