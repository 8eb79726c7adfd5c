using System.Text.RegularExpressions;
using Bot.Times;

namespace Bot.Briefings.Reading;

/// <summary>
/// The date that stands at the head of a text: a line that is only a date, "Published: 2023-07-06", "New York, 6 July 2023", or
/// the dateline of a report, "MOSCOW, July 6, 2023 (Reuters) -".
/// </summary>
internal static partial class DateLine
{
    private const int MostLines = 6;
    private const int LongestLine = 100;

    /// <summary>A paragraph of this length is the text itself: below it no head is looked for.</summary>
    private const int Paragraph = 200;

    public static DateOnly? Find(ReadOnlySpan<char> text)
    {
        for (var left = MostLines; left > 0 && !text.IsEmpty;)
        {
            var end = text.IndexOfAny('\r', '\n');
            var line = (end < 0 ? text : text[..end]).Trim();
            text = end < 0 ? default : text[(end + 1)..];
            if (line.IsEmpty) continue;
            left--;
            if ((Read(line) ?? Dateline(line)) is { } date) return date;
            if (line.Length >= Paragraph) return null;
        }

        return null;
    }

    /// <summary>The date of a line that holds nothing else but a label or a place before it; else null.</summary>
    public static DateOnly? Read(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine || !line.ContainsAnyInRange('0', '9')) return null;
        var rest = Label.Replace(line.Trim(" \t*_#>|()[]").ToString(), "");
        for (var places = 0; places < 4; places++)
        {
            if (DateReader.TryRead(rest) is { } date) return date;
            var place = Place.Match(rest);
            if (!place.Success) return null;
            rest = rest[place.Length..];
        }

        return null;
    }

    /// <summary>What stands before a report's opening dash, without the agency in brackets.</summary>
    private static DateOnly? Dateline(ReadOnlySpan<char> line)
    {
        var dash = Dash.Match(line[..Math.Min(line.Length, LongestLine)].ToString());
        return dash.Success ? Read(dash.Groups["head"].ValueSpan) : null;
    }

    [GeneratedRegex(
        "^(?:published|posted|date|dated|issued|publication date|datum|veröffentlicht|publié le|fecha|publicado|pubblicato|data"
        + @"|дата|опубликовано|опубліковано)(?: on| am| el| il)?\s*:?[\s*_]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label { get; }

    // "New York, ", "Washington, D.C., ": a few words that begin with a capital, without digits.
    [GeneratedRegex(@"^\p{Lu}[^\d,]{0,40},\s*")]
    private static partial Regex Place { get; }

    [GeneratedRegex(@"^(?<head>[^–—]*?)(?:\s*\([^()]{1,40}\))?(?:\s-{1,2}\s|\s?[–—])")]
    private static partial Regex Dash { get; }
}
