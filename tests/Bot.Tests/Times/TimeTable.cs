using System.Globalization;
using Bot.Text;
using Bot.Times;

namespace Bot.Tests.Times;

/// <summary>
/// Rows of "text | document date or - | what is found | why". What is found: "words = value (days)", several joined by "; ", or
/// "nothing". Days: "2023-07-06" for one, "2023-07-01..2023-08-01" for [from, to), left out where the interval is unknown.
/// </summary>
internal static class TimeTable
{
    public static TheoryData<string, string, string, string> Rows(string table)
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            rows.Add(cells[0], cells[1], cells[2], cells[3]);
        }
        return rows;
    }

    public static string Read(string text, string documentDate, string language = "en")
    {
        DateOnly? date = documentDate == "-" ? null : DateOnly.ParseExact(documentDate, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var found = TimeExpressionFinder.Find(SentenceSplitter.Split(text, language), date);
        return found.Count == 0 ? "nothing" : string.Join("; ", found.Select(time => Show(text, time)));
    }

    private static string Show(string text, TimeExpression time)
    {
        var shown = $"{time.Span.Slice(text)} = {time.Value}";
        if (time.Interval is not { } days) return shown;
        return days.To == days.From.AddDays(1) ? $"{shown} ({days.From:yyyy-MM-dd})" : $"{shown} ({days.From:yyyy-MM-dd}..{days.To:yyyy-MM-dd})";
    }
}
