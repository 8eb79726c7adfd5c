using System.Text.Json;

namespace Bot.App.Tests.CommandLine;

public sealed class AskTests : IDisposable
{
    private readonly TheProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task An_answer_as_json_is_one_line_and_its_words_stand_in_the_briefing()
    {
        var ended = await _program.RunAsync("", "ask", "/who Lavrov", "--json", "--briefings", Repository.Seeds, "--limit", "1");
        Assert.Equal(0, ended.ExitCode);
        using var answer = JsonDocument.Parse(Assert.Single(ended.Lines));
        Assert.Equal("found", answer.RootElement.GetProperty("status").GetString());
        var passage = Assert.Single(answer.RootElement.GetProperty("passages").EnumerateArray());
        var text = await File.ReadAllTextAsync(Directory.GetFiles(Repository.Seeds).Single(), TestContext.Current.CancellationToken);
        Assert.Equal(text[passage.GetProperty("start").GetInt32()..passage.GetProperty("end").GetInt32()], passage.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_miss_is_an_answer_and_a_mistake_is_one_sentence_on_standard_error()
    {
        _program.Write("seeds/a.txt", "Lavrov spoke in New York.");
        var miss = await _program.RunAsync("", "ask", "/who Nobody");
        Assert.Equal((0, ""), (miss.ExitCode, miss.Errors));
        var mistake = await _program.RunAsync("", "ask", "/whoo Lavrov");
        Assert.Equal((2, ""), (mistake.ExitCode, mistake.Output));
        Assert.Contains("Did you mean /who?", Assert.Single(mistake.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task No_escape_sequence_of_a_briefing_reaches_the_reader()
    {
        _program.Write("seeds/a.txt", "Lavrov spoke \u001b]0;title\u0007in \u001b[2JNew York.");
        var plain = await _program.RunAsync("", "ask", "/who Lavrov");
        Assert.Contains("Lavrov", plain.Output);
        Assert.DoesNotContain(plain.Output, c => c is '\u001b' or '\u0007');
        var json = await _program.RunAsync("", "ask", "/who Lavrov", "--json");
        Assert.DoesNotContain(json.Output, c => c is '\u001b' or '\u0007');
        Assert.Contains("\\u001B[2JNew York", json.Output);
    }

    [Fact]
    public async Task The_index_command_tells_counts_and_what_could_not_be_read()
    {
        _program.Write("seeds/a.txt", "Lavrov spoke.");
        _program.Write("seeds/b.jsonl", "no json\n{\"id\": \"1\", \"text\": \"Haass spoke.\"}\n");
        var ended = await _program.RunAsync("", "index");
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("2 briefings", ended.Output);
        Assert.Contains("b.jsonl", ended.Output);
    }
}
