namespace Bot.Times;

/// <summary>
/// Dates in numbers alone: "2023-07-06", "2023-07-06T10:00:00Z", "2023-07", "06.07.2023". With slashes only the year is
/// sure where both others can be months: "06/07/2023" is June to some and July to others.
/// </summary>
internal static class NumericDateRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (s[at].Number < 0 || (s.Touches(at) && (s[at - 1].IsWord || s[at - 1].Mark is '-' or '.' or '/'))) return null;
        var separator = s[at + 1].Mark;
        if (separator is not ('-' or '/' or '.' or '‑') || !Joined(s, at)) return null;
        if (s[at].Number == 9 && separator == '/' && s[at + 2].Number == 11 && !IsLonger(s, at + 3))
        {
            return new TimeMatch(at, at + 3, new Stated(CalendarRule.Eleventh));
        }
        return s[at].Length == 4 ? YearFirst(s, at, separator) : s[at].Length <= 2 ? YearLast(s, at, separator) : null;
    }

    private static TimeMatch? YearFirst(TimeSentence s, int at, char separator)
    {
        var (year, month) = (s[at].Number, s[at + 2].Number);
        if (s.IsMark(at + 3, separator) && Joined(s, at + 2))
        {
            if (Period.OfDay(year, month, s[at + 4].Number) is not { } day || IsLonger(s, at + 5)) return null;
            return ClockAfter(s, at, day) ?? new TimeMatch(at, at + 5, new Stated(day));
        }
        // "2001-04" may be 2001 to 2004; "2023-07" can be July alone.
        if (separator != '-' || s[at + 2].Length != 2 || month > year % 100 || IsLonger(s, at + 3)) return null;
        return Period.OfMonth(TimeUnit.Month, year, month) is { } period ? new TimeMatch(at, at + 3, new Stated(period)) : null;
    }

    private static TimeMatch? YearLast(TimeSentence s, int at, char separator)
    {
        if (!s.IsMark(at + 3, separator) || !Joined(s, at + 2) || s[at + 4].Length != 4 || IsLonger(s, at + 5)) return null;
        var (first, second, year) = (s[at].Number, s[at + 2].Number, s[at + 4].Number);
        var (day, month) = second > 12 ? (second, first) : (first, second);
        if (separator != '.' && first <= 12 && second <= 12 && first != second)
        {
            return Period.OfMonth(TimeUnit.Year, year, 1) is { } whole
                ? new TimeMatch(at, at + 5,
                    new Fixed(TimeType.Date, $"{year:0000}-XX-XX", whole.Interval, "day and month may be either way round")) : null;
        }
        return Period.OfDay(year, month, day) is { } period ? new TimeMatch(at, at + 5, new Stated(period)) : null;
    }

    // "T10:00:00Z"
    private static TimeMatch? ClockAfter(TimeSentence s, int at, Period day)
    {
        var hour = at + 6;
        if (!s.Is(at + 5, "T") || !s.Touches(at + 5) || s[hour].Number is < 0 or > 24 || !s.IsMark(hour + 1, ':')) return null;
        var end = hour + 3;
        while (end < s.Count && s.Touches(end) && (s[end].Number >= 0 || s[end].Mark is ':' or '.' or '+' or '-' || s.Is(end, "Z"))) end++;
        if (s[end - 1].Mark is '.' or '-') end--;
        return new TimeMatch(at, end, new OfDay(new Stated(day), $"T{s[hour].Number:00}:{s[hour + 2].Number:00}"));
    }

    private static bool Joined(TimeSentence s, int at) =>
        s.Touches(at + 1) && s.Touches(at + 2) && s[at + 2].Number >= 0 && s[at + 2].Length <= 4;

    private static bool IsLonger(TimeSentence s, int next) =>
        s.Touches(next) && s[next].Mark is '-' or '/' or '.' && s.Touches(next + 1) && s[next + 1].Number >= 0;
}
