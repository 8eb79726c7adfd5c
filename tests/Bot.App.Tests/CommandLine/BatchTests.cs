using System.Text.Json;

namespace Bot.App.Tests.CommandLine;

public sealed class BatchTests : IDisposable
{
    private readonly TheProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Whatever_stands_in_a_line_each_line_is_answered_in_its_order()
    {
        var commands = new[] { "/who Lavrov", new string('x', 100_000), "/nothing", "/when talks from:yesterday-ish", "\u0000\u202E\ud83d\ude00", "", "/help" };
        var lines = commands.Select((command, i) => $$"""{"id": "{{i}}", "command": {{JsonSerializer.Serialize(command)}}}""");
        var ended = await _program.RunAsync(string.Join('\n', lines), "batch", "--briefings", Repository.Seeds);
        Assert.Equal(0, ended.ExitCode);
        var answers = ended.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(Enumerable.Range(0, commands.Length).Select(i => $"{i}"), answers.Select(answer => answer.GetProperty("id").GetString()));
        Assert.Equal("found", answers[0].GetProperty("status").GetString());
        Assert.All([1, 2, 3, 5], i => Assert.Equal("failed", answers[i].GetProperty("status").GetString()));
        Assert.Equal("found", answers[6].GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_index_is_a_temporary_one_and_gone_afterwards()
    {
        _program.Write("corpus.jsonl", "{\"id\": \"7\", \"text\": \"Lavrov spoke in New York.\"}\n");
        var temporary = Directory.CreateDirectory(Path.Combine(_program.Folder, "tmp")).FullName;
        _program.Environment["TMPDIR"] = temporary;
        var ended = await _program.RunAsync("""{"id": 1, "command": "/who Lavrov"}""", "batch", "--briefings", "corpus.jsonl");
        Assert.Contains("\"briefing\":\"7\"", ended.Output);
        Assert.Empty(Directory.GetFileSystemEntries(temporary, "briefing-bot-*"));
        Assert.False(Directory.Exists(Path.Combine(_program.Folder, "data")));
    }

    [Fact]
    public async Task A_text_is_annotated_line_by_line_without_any_index()
    {
        var ended = await _program.RunAsync(
            """
            {"id": 1, "text": "On 3 April 2023 Richard Haass met Sergey Lavrov.", "date": "2023-04-05"}
            {"id": 2, "text": "Lavrov spoke.", "date": "soon"}
            {"id": 3, "text": ""}
            """, "annotate");
        var answers = ended.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["1", "2", "3"], answers.Select(answer => answer.GetProperty("id").GetString()));
        Assert.Equal("2023-04-03", answers[0].GetProperty("times")[0].GetProperty("value").GetString());
        Assert.StartsWith("Line 2 has \"soon\" as its date", answers[1].GetProperty("reason").GetString());
        Assert.Empty(answers[2].GetProperty("sentences").EnumerateArray());
    }
}
