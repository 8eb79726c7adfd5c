using Bot.App.CommandLine;
using Bot.App.Quality;

namespace Bot.App.Tests.Quality;

/// <summary>What scoring and fitting read of a set alike.</summary>
public sealed class SetCorpusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EvaluationSet _set;

    public SetCorpusTests()
    {
        _set = new EvaluationSet(_folder.Path);
        File.WriteAllText(_set.CorpusPath, """
            {"id": "1", "doc": "talks", "text": "Richard Haass met Sergey Lavrov."}
            {"id": "2", "doc": "talks", "text": "They met in New York."}
            {"id": "3", "title": "Minsk", "text": "Alexander Lukashenko spoke."}
            {"id": "4", "doc": "autumn", "text": "Nothing was signed."}
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_question_is_asked_without_the_whole_document_that_answers_it()
    {
        var left = new Dictionary<int, string>();
        var gold = new[] { new[] { "2" }, ["3"], [] };
        await foreach (var (questions, corpus) in new SetCorpus(_set).WithoutAnswersAsync(gold, TestContext.Current.CancellationToken))
        {
            foreach (var question in questions) left.Add(question, string.Concat(IdsIn(corpus)));
        }
        Assert.Equal(["34", "124", "1234"], [left[0], left[1], left[2]]);
    }

    [Fact]
    public void A_text_is_put_aside_with_its_stretch_or_as_a_whole_document()
    {
        File.WriteAllLines(Path.Combine(_folder.Path, "spans.jsonl"), [
            .. Enumerable.Range(0, 10).Select(i => $$"""{"id": "{{i}}", "text": "Sentence {{i}}."}"""),
            """{"id": "10", "text": "Sentence 10."}""",
            """{"doc": "3", "text": null}""",
            """{"doc": "1"}""",
        ]);
        var texts = _set.TextsOf(_set.Read(_set.Spans!));
        Assert.All(texts.Take(10), text => Assert.False(text.IsPutAside));
        Assert.Equal(
            [(null, "Sentence 10.", true), ("3", "Alexander Lukashenko spoke.", true), ("1", "Richard Haass met Sergey Lavrov.", false)],
            texts.Skip(10).Select(text => (text.Document, text.Text, text.IsPutAside)));
    }

    private static IEnumerable<string> IdsIn(string corpus) =>
        new EvaluationSet(Path.GetDirectoryName(corpus)!).Read(Path.GetFileName(corpus)).Select(record => record.Text("id")!);
}
