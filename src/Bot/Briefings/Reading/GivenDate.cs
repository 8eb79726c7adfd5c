using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Briefings.Reading;

/// <summary>
/// A date that a record, front matter, page or date line gives, with or without a time of day: its calendar day as it is written.
/// Only complete and unambiguous ones: "7/6/2023" may be June or July, so it is unknown; "7/16/2023" is one day.
/// </summary>
internal static partial class GivenDate
{
    /// <summary>Enough for every complete date with a weekday, a time of day and a zone.</summary>
    private const int Longest = 80;

    public static DateOnly? Read(string? given)
    {
        if (given is null || given.Length > Longest) return null;
        if (YearFirst.Match(given) is { Success: true } iso) return Day(iso, iso.Groups["m"].Value);
        if (Slashed.Match(given) is { Success: true } slashed) return OnlyReading(slashed);
        if (Dotted.Match(given) is { Success: true } dotted) return Day(dotted, dotted.Groups["m"].Value);
        if (DayFirst.Match(given) is { Success: true } day) return Named(day);
        return MonthFirst.Match(given) is { Success: true } month ? Named(month) : null;
    }

    private static DateOnly? Named(Match match) => MonthNames.Number(match.Groups["name"].Value) is { } month ? Day(match, month) : null;

    private static DateOnly? OnlyReading(Match match)
    {
        var asDayFirst = Day(match.Groups["y"].Value, match.Groups["b"].Value, match.Groups["a"].Value);
        var asMonthFirst = Day(match.Groups["y"].Value, match.Groups["a"].Value, match.Groups["b"].Value);
        return asDayFirst is null || asDayFirst == asMonthFirst ? asMonthFirst : asMonthFirst is null ? asDayFirst : null;
    }

    private static DateOnly? Day(Match match, string month) => Day(match.Groups["y"].Value, month, match.Groups["d"].Value);

    private static DateOnly? Day(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private const string Weekday = @"^\s*(?:\p{L}{2,13}\.?,?\s+)?";
    private const string TimeOfDay = @"(?:(?:,?\s+(?:at\s+|um\s+|à\s+|в\s+)?|\s*T)[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]{1,9})?)?(?:\s*(?:[ap]\.?m\.?))?(?:\s*(?:Z|[A-Z]{2,5}|[+-][0-9]{2}:?[0-9]{2}))?)?\s*\.?\s*$";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^\s*(?<y>[12][0-9]{3})(?:(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|(?<m>[0-9]{2})(?<d>[0-9]{2}))" + TimeOfDay, Options)]
    private static partial Regex YearFirst { get; }

    [GeneratedRegex(@"^\s*(?<a>[0-9]{1,2})/(?<b>[0-9]{1,2})/(?<y>[12][0-9]{3})" + TimeOfDay, Options)]
    private static partial Regex Slashed { get; }

    // With dots the day always comes first.
    [GeneratedRegex(@"^\s*(?<d>[0-9]{1,2})\.\s?(?<m>[0-9]{1,2})\.\s?(?<y>[12][0-9]{3})" + TimeOfDay, Options)]
    private static partial Regex Dotted { get; }

    [GeneratedRegex(Weekday + @"(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-](?:of\s+|de\s+)?(?<name>\p{L}{3,12})\.?,?[\s-](?:de\s+|del\s+)?(?<y>[12][0-9]{3})(?:\s*(?:г\.?|года|р\.?|року|r\.?))?" + TimeOfDay, Options)]
    private static partial Regex DayFirst { get; }

    [GeneratedRegex(Weekday + @"(?<name>\p{L}{3,12})\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<y>[12][0-9]{3})" + TimeOfDay, Options)]
    private static partial Regex MonthFirst { get; }
}
