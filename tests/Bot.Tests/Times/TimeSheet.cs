using System.Globalization;
using System.Text;
using Bot.Text;
using Bot.Times;

namespace Bot.Tests.Times;

/// <summary>
/// One row of a table in Times/Tables: a text whose time expressions stand in brackets, and what is said of them, in the table's own
/// words. The file's name is the text's language.
/// </summary>
internal sealed record TimeSheet(string Place, string Text, string Language, string Date, string Expected, string Why)
{
    public static string Folder { get; } = Path.Combine(Seed.Repository, "tests", "Bot.Tests", "Times", "Tables");

    public static IEnumerable<TimeSheet> Read(string file)
    {
        var (name, number) = (Path.GetFileName(file), 0);
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| text |", StringComparison.Ordinal)) continue;
            // type, value, from, to, note: one of each for every expression, with a semicolon between.
            var cells = line.Split('|', StringSplitOptions.TrimEntries)[1..^1];
            var said = cells[2..7].Select(cell => cell.Split(';', StringSplitOptions.TrimEntries)).ToArray();
            var marked = Marked(cells[0], out var text);
            var expected = marked.Select((words, at) => Say(words, [.. said.Select(cell => at < cell.Length ? cell[at] : "")]));
            yield return new TimeSheet(
                $"{name}:{number}", text, Path.GetFileNameWithoutExtension(file), cells[1], string.Join("; ", expected), cells[7]);
        }
    }

    /// <summary>What the finder says of the text, in the form of <see cref="Expected"/>.</summary>
    public string Found()
    {
        DateOnly? date = Date == "-" ? null : DateOnly.ParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.Join("; ", TimeExpressionFinder.Find(SentenceSplitter.Split(Text, Language), date).Select(time => Say(
            time.Span.Slice(Text).ToString(),
            [
                time.Type.ToString().ToUpperInvariant(), time.Value, $"{time.Interval?.From:yyyy-MM-dd}", $"{time.Interval?.To:yyyy-MM-dd}",
                time.Note ?? "",
            ])));
    }

    private static string Say(string words, string[] said) =>
        $"{words} = {said[0]} {said[1]} [{said[2]}, {said[3]}) {said[4]}".TrimEnd();

    private static List<string> Marked(string cell, out string text)
    {
        var (plain, words, from) = (new StringBuilder(), new List<string>(), 0);
        foreach (var c in cell)
        {
            if (c == '[') from = plain.Length;
            else if (c == ']') words.Add(plain.ToString(from, plain.Length - from));
            else plain.Append(c);
        }
        text = plain.ToString();
        return words;
    }
}
