using System.Text.Json;

namespace Bot.Training;

/// <summary>A question of a set.</summary>
/// <param name="Gold">The records of the corpus that answer.</param>
/// <param name="IsPutAside">Whether it is of the half that nothing is fitted to.</param>
internal sealed record SetQuestion(string Text, IReadOnlySet<string> Gold, bool IsPutAside);

/// <summary>A set of questions and its corpus, as JSON lines in a folder.</summary>
internal sealed class QuestionFile(string folder)
{
    private static readonly string[] Names = ["queries.jsonl", "queries.dev.jsonl"];

    public string Set => Path.GetFileName(folder);

    public string Corpus => Path.Combine(folder, "corpus.jsonl");

    /// <summary>All sets with questions in a folder, by name.</summary>
    public static IReadOnlyList<QuestionFile> In(string folder) =>
        [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Where(set => FileOf(set) is not null).Select(set => new QuestionFile(set))];

    public IReadOnlyList<SetQuestion> Read() => [.. Records(FileOf(folder)!).Select((record, line) => new SetQuestion(
        record.GetProperty("text").GetString()!, record.GetProperty("gold").EnumerateArray().Select(id => id.GetString()!).ToHashSet(), PutAside.Is(line, isDocument: false)))];

    /// <summary>The lines of the corpus without some records and all others of their documents.</summary>
    public IEnumerable<string> CorpusWithout(IReadOnlySet<string> ids)
    {
        var records = Records(Corpus);
        var documents = records.Where(record => ids.Contains(TextOf(record, "id")!)).Select(DocumentOf).ToHashSet();
        return records.Where(record => !ids.Contains(TextOf(record, "id")!) && !documents.Contains(DocumentOf(record))).Select(record => record.GetRawText());
    }

    /// <summary>The corpus in parts of so many records at least, each with whole documents: the ids and the lines of each.</summary>
    public IEnumerable<(HashSet<string> Ids, List<string> Lines)> Parts(int least)
    {
        var (ids, lines) = (new HashSet<string>(), new List<string>());
        foreach (var document in Records(Corpus).GroupBy(DocumentOf))
        {
            foreach (var record in document)
            {
                ids.Add(TextOf(record, "id")!);
                lines.Add(record.GetRawText());
            }
            if (lines.Count < least) continue;
            yield return (ids, lines);
            (ids, lines) = ([], []);
        }
    }

    private static string? FileOf(string folder) => Names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static string? DocumentOf(JsonElement record) => TextOf(record, "doc") ?? TextOf(record, "title");

    private static string? TextOf(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<JsonElement> Records(string file) => [.. File.ReadLines(file).Where(line => line.Trim().Length > 0).Select(line =>
    {
        using var record = JsonDocument.Parse(line);
        return record.RootElement.Clone();
    })];
}
