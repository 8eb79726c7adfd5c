using System.Text.Json;
using Bot.Mentions;
using Bot.Text;

namespace Bot.Training.Names;

/// <summary>A text whose names people have marked.</summary>
/// <param name="Set">The folder that it is from.</param>
/// <param name="Fold">Neighbouring texts of a set are in one fold: they may be of one article.</param>
/// <param name="Scored">Names of persons, organisations and places as the set has them, with what is nested, titles and all.</param>
/// <param name="Labels">Of each word, as this project spans names: no title, no possessive, nothing nested.</param>
internal sealed record GoldNames(
    string Set, int Fold, NameText Text, NameLabel[] Rules, IReadOnlySet<(int Start, int End, EntityType Type)> Scored, NameLabel[] Labels)
{
    private const int TextsOfFold = 10;

    /// <summary>Reads spans*.jsonl of a folder, and corpus.jsonl where the texts stand there; without the half of the lines that is put aside.</summary>
    public static IEnumerable<GoldNames> Read(string folder)
    {
        var set = Path.GetFileName(Path.GetFullPath(folder));
        var texts = new Dictionary<string, string>();
        var corpus = Path.Combine(folder, "corpus.jsonl");
        if (File.Exists(corpus))
        {
            foreach (var row in Rows(corpus)) texts[row.GetProperty("id").GetString()!] = row.GetProperty("text").GetString()!;
        }
        var (at, line) = (0, 0);
        foreach (var row in Directory.GetFiles(folder, "spans*.jsonl").Order(StringComparer.Ordinal).SelectMany(Rows))
        {
            if (PutAside.Is(line++, isDocument: row.TryGetProperty("doc", out _))) continue;
            var id = (row.TryGetProperty("doc", out var doc) ? doc : row.GetProperty("id")).GetString()!;
            var text = row.TryGetProperty("text", out var own) ? own.GetString()! : texts[id];
            // Where only the beginning is annotated, the rest is not read.
            if (row.TryGetProperty("annotated_to", out var limit) && limit.GetInt64() is var end && end < text.Length) text = text[..(int)end];
            var isLong = text.Length > 2000;
            yield return Of(set, isLong ? at++ : at++ / TextsOfFold, text, row.GetProperty("spans"));
        }
    }

    private static GoldNames Of(string set, int fold, string text, JsonElement spans)
    {
        var names = new NameText(SentenceSplitter.Split(text, "en"));
        var units = UnitsOf(text);
        var gold = new List<GoldSpan>();
        var scored = new HashSet<(int Start, int End, EntityType Type)>();
        foreach (var span in spans.EnumerateArray())
        {
            if (span.TryGetProperty("mention", out var mention) && mention.GetString() is not ("NAM" or "PRE.NAM")) continue;
            var (begin, end) = (span.GetProperty("begin").GetInt32(), span.GetProperty("end").GetInt32());
            if (end >= units.Length || begin >= end) continue;
            var found = new GoldSpan(units[begin], units[end], span.GetProperty("type").GetString()!);
            if (found.Type is { } type && NameShape.IsName(found.In(text))) scored.Add((found.Start, found.End, type));
            var bare = found.WithoutArticle(text);
            if (bare.Kind is not GoldKind.None && NameShape.IsName(bare.In(text))) gold.Add(bare);
        }
        var labels = NameLabels.Of(names.Words.Length, GoldWords.Flat(names, gold));
        return new GoldNames(set, fold, names, NameLabels.Of(names.Words.Length, NameRules.Find(names)), scored, labels);
    }

    private static IEnumerable<JsonElement> Rows(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0) continue;
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.Clone();
        }
    }

    /// <summary>The sets count code points, we UTF-16 units.</summary>
    private static int[] UnitsOf(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            units.Add(i);
            if (i + 1 >= text.Length) break;
        }
        units.Add(text.Length);
        return [.. units];
    }
}
