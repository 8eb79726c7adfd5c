using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Benchmarks.Corpora;

/// <summary>How much a generated corpus holds. <paramref name="TextBytes"/>: of titles and texts, as UTF-8.</summary>
internal sealed record CorpusFacts(int Passages, int Briefings, long TextBytes, long FileBytes);

/// <summary>A corpus of so many passages on the disk, outside the repository, with what is made of it beside it; kept for the next run.</summary>
internal sealed class Corpus
{
    public const int BriefingsPerFile = 1_000;

    /// <summary>The number of a briefing beyond the largest corpus.</summary>
    private const int FirstOfMore = 10_000_000;

    private const string FactsFile = "corpus.json";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Corpus(string folder, CorpusFacts facts) => (Folder, Facts) = (folder, facts);

    public string Folder { get; }

    public CorpusFacts Facts { get; }

    public string Briefings => Path.Combine(Folder, "briefings");

    /// <summary>The bot's data folder.</summary>
    public string Data => Path.Combine(Folder, "data");

    /// <summary>The same passages in SQLite.</summary>
    public string Sqlite => Path.Combine(Folder, "fts5.db");

    public string Questions => Path.Combine(Folder, "questions");

    public string LastFile => Directory.GetFiles(Briefings, "*.jsonl").Max(StringComparer.Ordinal)!;

    /// <summary>Takes the corpus that lies in the folder from an earlier run, or writes it.</summary>
    public static Corpus OfSize(int passages, string work, Newsroom news)
    {
        var folder = Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"v{Newsroom.Version}-{passages}"));
        var known = Path.Combine(folder, FactsFile);
        if (File.Exists(known)) return new Corpus(folder, JsonSerializer.Deserialize<CorpusFacts>(File.ReadAllText(known))!);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var corpus = new Corpus(folder, new CorpusFacts(0, 0, 0, 0)).Written(passages, news);
        // Last of all: a corpus without it was not finished.
        File.WriteAllText(known, JsonSerializer.Serialize(corpus.Facts));
        return corpus;
    }

    /// <summary>A .jsonl file of so many bytes or a few more, of briefings that neither a corpus has nor a file of another number.</summary>
    /// <param name="last">The text of the last of them.</param>
    public static void WriteMore(string path, long bytes, int file, string last, Newsroom news)
    {
        using var writer = new StreamWriter(path) { AutoFlush = true };
        var first = (file + 1) * FirstOfMore;
        for (var number = first; writer.BaseStream.Length < bytes; number++)
        {
            var briefing = news.Write(number);
            writer.Write(Record(briefing, briefing.Paragraphs) + "\n");
        }
        writer.Write(Record(news.Write(first) with { Id = $"last-{file}" }, [last]) + "\n");
    }

    public static string Record(GeneratedBriefing briefing, IEnumerable<string> paragraphs)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", briefing.Id);
            json.WriteString("title", briefing.Title);
            json.WriteString("date", briefing.Story.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("language", "en");
            json.WriteString("text", string.Join("\n\n", paragraphs));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private Corpus Written(int passages, Newsroom news)
    {
        Directory.CreateDirectory(Briefings);
        var (written, briefings, textBytes) = (0, 0, 0L);
        while (written < passages)
        {
            using var file = new StreamWriter(Path.Combine(Briefings, string.Create(CultureInfo.InvariantCulture, $"{briefings / BriefingsPerFile:D5}.jsonl")));
            do
            {
                var briefing = news.Write(briefings++);
                var paragraphs = briefing.Paragraphs.Take(passages - written).ToList();
                written += paragraphs.Count;
                textBytes += Encoding.UTF8.GetByteCount(briefing.Title) + Encoding.UTF8.GetByteCount(string.Join("\n\n", paragraphs));
                file.Write(Record(briefing, paragraphs) + "\n");
            }
            while (written < passages && briefings % BriefingsPerFile != 0);
        }
        var fileBytes = Directory.GetFiles(Briefings).Sum(file => new FileInfo(file).Length);
        return new Corpus(Folder, new CorpusFacts(written, briefings, textBytes, fileBytes));
    }
}
