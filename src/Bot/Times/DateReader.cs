using System.Collections.Frozen;
using System.Globalization;
using Bot.Text;

namespace Bot.Times;

/// <summary>Reads dates that somebody wrote to be read as such: in front matter, on a date line, as an option's value.</summary>
internal static class DateReader
{
    /// <summary>UTF-16 code units. What is longer is a sentence.</summary>
    private const int LongestLine = 100;
    private const int MostOtherWords = 6;

    /// <summary>What may stand beside a date on its line in lower case; in upper case a place, a name or an agency may.</summary>
    private static readonly FrozenSet<string> BesideDate = new[]
    {
        "published", "updated", "posted", "last", "modified", "on", "at", "by", "of", "the", "date", "de", "le", "du", "el", "am", "den",
        "vom", "um", "uhr", "à", "a", "от", "в", "від", "о", "h", "z", "t", "am", "pm", "m", "p",
    }.ToFrozenSet();

    /// <summary>
    /// The one complete calendar date of a short text: "6 July 2023", "Kyiv, July 6, 2023", "2023-07-06T10:00:00Z", "6 июля 2023 года",
    /// "20230706". Null when there is none, when there are two, when day and month may be either way round, and for a sentence.
    /// </summary>
    public static DateOnly? TryRead(string? text)
    {
        if (text is null || text.Length > LongestLine) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return iso;
        if (DateOnly.TryParseExact(text.Trim(), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var compact))
        {
            return compact;
        }
        foreach (var language in TimeWordTables.Languages)
        {
            if (OnlyDate(text, language) is { } date) return date;
        }
        return null;
    }

    /// <summary>The days of a year, a month or a day: "2022", "2022-01", "2022-01-15", "July 2022", "6 July 2022"; null for
    /// anything else.</summary>
    public static DayInterval? TryReadPeriod(string text)
    {
        var value = text.Trim();
        if (value.Length > LongestLine) return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return Period.Of(TimeUnit.Month, month)?.Interval;
        }
        foreach (var language in TimeWordTables.Languages)
        {
            var sentence = Read(value, language);
            if (TimeExpressionFinder.MatchAt(sentence, 0)
                is { Reading: Stated { Period: { Unit: TimeUnit.Day or TimeUnit.Month or TimeUnit.Year } period } } match
                && match.End == sentence.Count)
            {
                return period.Interval;
            }
        }
        return null;
    }

    private static DateOnly? OnlyDate(string text, string language)
    {
        var sentence = Read(text, language);
        DateOnly? found = null;
        var others = 0;
        for (var at = 0; at < sentence.Count;)
        {
            var match = TimeExpressionFinder.MatchAt(sentence, at);
            var reading = match?.Reading is OfDay part ? part.Day : match?.Reading;
            if (reading is Stated { Period: { Unit: TimeUnit.Day } day })
            {
                if (found is not null && found != day.From) return null;
                found = day.From;
            }
            else if (match is null && sentence[at].IsWord && (++others > MostOtherWords || !MayStandBeside(sentence, at))) return null;
            at = match?.End ?? at + 1;
        }
        return found;
    }

    private static bool MayStandBeside(TimeSentence sentence, int at) =>
        sentence[at].IsCapital || BesideDate.Contains(sentence.Slice(at).ToString().ToLowerInvariant());

    private static TimeSentence Read(string text, string language)
    {
        var sentence = new TimeSentence(text, TimeLexicon.For(language));
        sentence.Read(new TextSpan(0, text.Length));
        return sentence;
    }
}
