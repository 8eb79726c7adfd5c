namespace Bot.App.Tests.CommandLine;

public sealed class QualityTests : IDisposable
{
    private const string Table = """
        # Quality

        What others wrote stays.

        <!-- figures: written by `quality --write` -->
        <!-- end of figures -->

        Below, too.

        """;

    private readonly TheProgram _program = new();

    public QualityTests()
    {
        _program.Write("sets/desk/corpus.jsonl", """
            {"id": "1", "title": "Talks", "text": "Richard Haass met Sergey Lavrov in New York in April 2023."}
            {"id": "2", "title": "Minsk", "text": "Alexander Lukashenko spoke in Minsk about peace talks in the autumn."}
            """);
        _program.Write("sets/desk/queries.jsonl", """
            {"id": "a", "text": "Who met Sergey Lavrov in New York?", "answers": ["Richard Haass"], "gold": ["1"]}
            {"id": "b", "text": "Where did Alexander Lukashenko speak about peace talks?", "answers": ["Minsk"], "gold": ["2"]}
            """);
        _program.Write("sets/dated/spans.jsonl", """
            {"id": "x", "text": "Richard Haass came on 3 April 2023.", "spans": [{"begin": 0, "end": 13, "text": "Richard Haass", "type": "PER"}, {"begin": 22, "end": 34, "text": "3 April 2023", "type": "DATE", "value": "2023-04-03"}]}
            """);
        _program.Write("QUALITY.md", Table);
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Figures_are_accepted_by_being_written_and_compared_from_then_on()
    {
        var written = await _program.RunAsync("", "quality", "sets", "--write");
        Assert.Equal(0, written.ExitCode);
        var file = await File.ReadAllTextAsync(Path.Combine(_program.Folder, "QUALITY.md"), TestContext.Current.CancellationToken);
        Assert.StartsWith("# Quality\n\nWhat others wrote stays.\n", file, StringComparison.Ordinal);
        Assert.EndsWith("\nBelow, too.\n", file, StringComparison.Ordinal);
        Assert.Contains("| desk | hit1 | 2 | 1.000 | 1.000 | – |  |", file);
        Assert.Contains("| dated | times value F1 | 1 | 1.000 | 1.000 | – |  |", file);

        var again = await _program.RunAsync("", "quality", "sets");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("accepted 1.000", again.Output);
    }

    [Fact]
    public async Task What_fell_by_a_twentieth_is_a_failure_and_is_named()
    {
        _program.Write("QUALITY.md", Table.Replace("-->\n<!-- end", "-->\n| dated | person F1 | 1 | 1.000 |  |  | 1.000 |\n<!-- end", StringComparison.Ordinal));
        _program.Write("sets/dated/spans.jsonl", """{"id": "x", "text": "Nobody came.", "spans": [{"begin": 0, "end": 6, "text": "Nobody", "type": "PER"}]}""");
        var ended = await _program.RunAsync("", "quality", "sets", "--set", "dated");
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("dated, person F1, fell from 1.000 to 0.000.", ended.Errors);
        Assert.Contains("missed", ended.Output);
    }

    [Theory]
    [InlineData("There is no set desks in sets. There are dated, desk.", "sets", "--set", "desks")]
    [InlineData("There is no set in empty", "empty")]
    [InlineData("cannot be read", "nowhere")]
    [InlineData("There is no NONE.md to write the figures into.", "sets", "--set", "dated", "--write", "--accepted", "NONE.md")]
    public async Task What_is_not_there_is_told_in_a_sentence(string sentence, params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_program.Folder, "empty"));
        var ended = await _program.RunAsync("", ["quality", .. arguments]);
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(sentence, ended.Errors);
    }

    [Fact]
    public async Task A_line_that_is_no_record_is_named()
    {
        _program.Write("sets/dated/spans.jsonl", "{\"id\": \"x\", \"text\": \"Haass\", \"spans\": []}\n{\"id\": \n");
        var ended = await _program.RunAsync("", "quality", "sets", "--set", "dated");
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("spans.jsonl cannot be read, line 2", ended.Errors);
    }
}
