namespace Bot.Times;

/// <summary>
/// The open end of a range takes the month or the year from the other: "from <u>3</u> to 5 May", "<u>March</u> to August 2011",
/// "May 3-<u>5</u>". TimeML annotates both ends, each by itself.
/// </summary>
internal static class RangeRule
{
    public static TimeMatch? Match(TimeSentence s, int at) => DayBeforeRange(s, at) ?? DayAfterRange(s, at) ?? MonthBeforeRange(s, at);

    // "3" of "from 3 to 5 May 2022"
    private static TimeMatch? DayBeforeRange(TimeSentence s, int at)
    {
        if (s[at].Number is < 1 or > 31 || s[at].Length > 2 || !IsRange(s, s.IsMark(at + 1, '.') ? at + 2 : at + 1)
            || s.Touches(at) && !s[at - 1].IsCapital && s[at - 1].Mark == '\0')
        {
            return null;
        }
        var end = s.IsMark(at + 1, '.') ? at + 3 : at + 2;
        if (s[end].Number < 0 || CalendarRule.MonthDate(s, end) is not { } other) return null;
        return WithDay(other.Reading, s[at].Number) is { } day ? new TimeMatch(at, at + 1, day) : null;
    }

    // "5" of "May 3-5, 2022"
    private static TimeMatch? DayAfterRange(TimeSentence s, int at)
    {
        if (s[at].Number is < 1 or > 31 || s[at].Length > 2 || !IsRange(s, at - 1) || s.Is(at + 1, WordKind.Month)
            || s.Is(at + 1, WordKind.Unit))
        {
            return null;
        }
        var month = s[at - 2].Number > 0 ? at - 3 : s.Is(at - 2, WordKind.OrdinalEnding) ? at - 4 : -1;
        if (month >= 0 && s.IsMark(month, '.')) month--;
        if (month < 0 || !s.Is(month, WordKind.Month) || !s[month].IsCapital || s[at - 2].Number >= s[at].Number) return null;
        var reading = new WithoutYear(TimeUnit.Day, s.Value(month, WordKind.Month), s[at].Number);
        return CalendarRule.YearAfter(s, at + 1, out var end, out var year)
            && Period.OfDay(year, reading.Month, reading.Number) is { } period
            ? new TimeMatch(at, end, new Stated(period)) : new TimeMatch(at, at + 1, reading);
    }

    // "March" of "March to August 2011", "March and April 2011", "6 March to 8 April 2011"
    private static TimeMatch? MonthBeforeRange(TimeSentence s, int at)
    {
        if (CalendarRule.MonthDate(s, at) is not { Reading: WithoutYear { Within: null } open } first) return null;
        if (!IsRange(s, first.End)) return null;
        var other = CalendarRule.MonthDate(s, s.Is(first.End + 1, WordKind.Article) && !s.Is(first.End + 2, WordKind.Ordinal)
            ? first.End + 2 : first.End + 1);
        if (FirstDay(s, first, open) is { } day) return day;
        if (other is not { Reading: Stated { Period: var end } }) return null;
        var year = open.Month <= end.From.Month ? end.From.Year : end.From.Year - 1;
        var period = open.Number > 0 ? Period.OfDay(year, open.Month, open.Number) : Period.OfMonth(TimeUnit.Month, year, open.Month);
        return period is { } stated ? first with { Reading = new Stated(stated) } : null;
    }

    // "May 3" of "May 3-5, 2022"
    private static TimeMatch? FirstDay(TimeSentence s, TimeMatch first, WithoutYear open) =>
        open.Number > 0 && s[first.End + 1].Number is >= 1 and <= 31 && CalendarRule.YearAfter(s, first.End + 2, out _, out var year)
            && Period.OfDay(year, open.Month, open.Number) is { } day ? first with { Reading = new Stated(day) } : null;

    private static bool IsRange(TimeSentence s, int at) => s.Is(at, WordKind.RangeWord) || s.IsDash(at);

    private static Reading? WithDay(Reading other, int day) => other switch
    {
        Stated { Period: { Unit: TimeUnit.Day, From: var from } } =>
            Period.OfDay(from.Year, from.Month, day) is { } period ? new Stated(period) : null,
        WithoutYear { Unit: TimeUnit.Day, Month: > 0 } open => open with { Number = day },
        _ => null,
    };
}
