using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.App.CommandLine;

namespace Bot.App.Quality;

/// <summary>The corpus of a set, some of whose records are parts of one document.</summary>
internal sealed class SetCorpus(EvaluationSet set)
{
    /// <summary>So that each question misses few documents but its own.</summary>
    private const int Folds = 10;

    private readonly IReadOnlyList<JsonElement> _records = set.Read(EvaluationSet.CorpusFile);

    public IEnumerable<IEnumerable<JsonElement>> Documents => _records.GroupBy(DocumentOf);

    /// <summary>
    /// For questions to be asked without the documents that answer them: what is near is there, what answers is not. Each time some of the
    /// questions, by their places, and a corpus for them alone, a file that is gone at the next step.
    /// </summary>
    /// <param name="questions">Of each question the records that answer it.</param>
    public async IAsyncEnumerable<(IReadOnlyList<int> Questions, string Corpus)> WithoutAnswersAsync(
        IReadOnlyList<IEnumerable<string>> questions, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var asked = Enumerable.Range(0, questions.Count).Where(i => i % Folds == fold).ToList();
            using var folder = new TemporaryFolder();
            var path = Path.Combine(folder.Path, $"{fold}.jsonl");
            var left = Without(asked.SelectMany(i => questions[i]).ToHashSet());
            await File.WriteAllLinesAsync(path, left.Select(record => record.GetRawText()), stop);
            yield return (asked, path);
        }
    }

    /// <summary>The corpus without some records and all others of their documents.</summary>
    private IEnumerable<JsonElement> Without(HashSet<string> ids)
    {
        var documents = _records.Where(record => ids.Contains(record.Text("id")!)).Select(DocumentOf).ToHashSet();
        return _records.Where(record => !ids.Contains(record.Text("id")!) && !documents.Contains(DocumentOf(record)));
    }

    private static string? DocumentOf(JsonElement record) => record.Text("doc") ?? record.Text("title");
}
