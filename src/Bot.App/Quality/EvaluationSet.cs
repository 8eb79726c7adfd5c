using System.Text.Json;

namespace Bot.App.Quality;

/// <summary>A text with what is to be found in it.</summary>
/// <param name="Document">The id of the briefing that it is the whole text of; null for a part of one.</param>
internal sealed record SetText(JsonElement Record, string? Document, string Text, bool IsPutAside);

/// <summary>
/// A set that others wrote, as a folder of JSON lines: a corpus, questions to it, or texts with what is to be found in them.
/// </summary>
internal sealed class EvaluationSet(string folder)
{
    public const string CorpusFile = "corpus.jsonl", CommandsFile = "commands.jsonl";

    // A set of which a part is held back by its makers has "dev" in its names.
    private static readonly string[] QuestionFiles = ["queries.jsonl", "queries.dev.jsonl"], SpanFiles = ["spans.jsonl", "spans.dev.jsonl"];
    private static readonly string[] FactFiles = ["facts.jsonl", "facts.dev.jsonl"];
    private static readonly string[] AttributionFiles = ["attributions.jsonl", "attributions.dev.jsonl"];

    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    public string CorpusPath => Path.Combine(folder, CorpusFile);

    public string? Questions => First(QuestionFiles);

    public string? Commands => First([CommandsFile]);

    public string? Spans => First(SpanFiles);

    public string? Facts => First(FactFiles);

    public string? Attributions => First(AttributionFiles);

    /// <summary>The sets in a folder, by name; itself where it is one. Empty where there is none.</summary>
    /// <exception cref="CannotStartException">The folder is not there or cannot be read.</exception>
    public static IReadOnlyList<EvaluationSet> In(string folder)
    {
        try
        {
            return [.. Directory.GetDirectories(folder).Prepend(folder).Select(path => new EvaluationSet(Path.GetFullPath(path)))
                .Where(set => (set.Questions ?? set.Commands ?? set.Spans ?? set.Facts ?? set.Attributions) is not null)
                .OrderBy(set => set.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The sets in {folder} cannot be read: {e.Message}");
        }
    }

    /// <summary>The records of one of its files, in their order.</summary>
    /// <exception cref="CannotStartException">A line is no JSON.</exception>
    public IReadOnlyList<JsonElement> Read(string file)
    {
        var (records, number) = (new List<JsonElement>(), 0);
        try
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, file)))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                using var record = JsonDocument.Parse(line);
                if (record.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("It is no record.");
                records.Add(record.RootElement.Clone());
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CannotStartException($"{Path.Combine(folder, file)} cannot be read, line {number}: {e.Message}");
        }
        return records;
    }

    /// <summary>The texts of records, which say them themselves or name a record of the corpus.</summary>
    /// <exception cref="CannotStartException">A record has no text.</exception>
    public IReadOnlyList<SetText> TextsOf(IReadOnlyList<JsonElement> records)
    {
        var corpus = File.Exists(CorpusPath)
            ? Read(CorpusFile).DistinctBy(record => record.Text("id"))
                .ToDictionary(record => record.Text("id") ?? "", record => record.Text("text"))
            : [];
        return [.. records.Select((record, line) =>
        {
            var document = record.Text("sentence") is null ? record.Text("doc") : null;
            var text = record.Text("text") ?? record.Text("sentence") ?? corpus.GetValueOrDefault(document ?? "");
            return new SetText(
                record, document, text ?? throw new CannotStartException($"{Name} has no text for record {line + 1}."),
                Halves.IsPutAside(line, isDocument: document is not null));
        })];
    }

    private string? First(string[] names) => names.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
}

/// <summary>Reads fields of a record that may be left out.</summary>
internal static class RecordFields
{
    /// <summary>Null where it is not there, or null.</summary>
    public static string? Text(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int? Number(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number : null;

    /// <summary>Empty where it is not there, or null.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    public static IEnumerable<string> Texts(this JsonElement record, string name) =>
        record.List(name).Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!);
}
