namespace Bot.Times;

/// <summary>Parts of a year and centuries: "the autumn of 2022", "Q3 2022", "the first half of 2022", "fiscal 2022", "the 19th
/// century".</summary>
internal static class PeriodRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (s.Is(at, WordKind.Season)) return WithYear(s, at, at + 1, TimeUnit.Season, s.Value(at, WordKind.Season));
        if (s.Value(at, WordKind.Article) == 1 && s.Is(at + 1, WordKind.Season))
        {
            return WithYear(s, at, at + 2, TimeUnit.Season, s.Value(at + 1, WordKind.Season));
        }
        if (s.Is(at, "Q") && s.Touches(at + 1) && s[at + 1].Number is >= 1 and <= 4)
        {
            return WithYear(s, at, at + 2, TimeUnit.Quarter, s[at + 1].Number);
        }
        if (Fiscal(s, at) is { } fiscal) return fiscal;
        if (s.Value(at, WordKind.Article) == 1 && OrdinalPart(s, at + 1) is { Reading: not Stated { Period.Unit: TimeUnit.Century } } part)
        {
            return part with { First = at };
        }
        return OrdinalPart(s, at);
    }

    // "third quarter of 2022", "first half of this year", "17th century"
    private static TimeMatch? OrdinalPart(TimeSentence s, int at)
    {
        var isDigits = s[at].Number > 0 && s.Is(at + 1, WordKind.OrdinalEnding) && s.Touches(at + 1);
        var number = isDigits ? s[at].Number : s.Value(at, WordKind.Ordinal);
        var next = isDigits ? at + 2 : at + 1;
        // "19. Jahrhundert"
        var hasFullStop = s[at].Number > 0 && s.IsMark(at + 1, '.') && s.Touches(at + 1);
        if (hasFullStop && s.Is(at + 2, WordKind.Unit)) (number, next) = (s[at].Number, at + 2);
        if (number == 0 && s.Value(at, WordKind.Cardinal) == 20 && s.IsDash(at + 1))
        {
            number = 20 + s.Value(at + 2, WordKind.Ordinal);
            next = at + 3;
        }
        if (number is < 1 or > 30) return null;
        if (s.IsDash(next)) next++;
        if (s.Value(next, WordKind.Unit) == (int)TimeUnit.Century) return Century(s, at, next + 1, number);
        if (number <= 4 && s.Value(next, WordKind.Unit) == (int)TimeUnit.Quarter)
        {
            return WithYear(s, at, next + 1, TimeUnit.Quarter, number);
        }
        var isHalf = number <= 2 && s.Is(next, WordKind.Half) && s.Is(next + 1, WordKind.Of);
        return isHalf && WithYear(s, at, next + 1, TimeUnit.Half, number) is { } half && half.End > next + 1 ? half : null;
    }

    private static TimeMatch? Century(TimeSentence s, int first, int end, int number)
    {
        if (s.Is(end, "BC") || s.Is(end, "BCE")) return new TimeMatch(first, end + 1, new Fixed(TimeType.Date, $"BC{number - 1:00}"));
        return number == 1 || Period.OfMonth(TimeUnit.Century, (number - 1) * 100, 1) is not { } century
            ? new TimeMatch(first, end,
                new Fixed(TimeType.Date, $"{number - 1:00}", new DayInterval(new DateOnly(1, 1, 1), new DateOnly(100, 1, 1))))
            : new TimeMatch(first, end, new Stated(century));
    }

    // "FY2022", "fiscal 2022", "fiscal year 2022": from October in Washington, from April in London and Tokyo.
    private static TimeMatch? Fiscal(TimeSentence s, int at)
    {
        var next = s.Is(at, "FY") ? at + 1 : s.Is(at, "fiscal") ? s.Is(at + 1, WordKind.YearWord) ? at + 2 : at + 1 : -1;
        if (next < 0 || s[next].Number < 0) return null;
        var year = s[next].Length == 2 ? 2000 + s[next].Number : s[next].Number;
        return year is >= 1900 and <= 2100
            ? new TimeMatch(at, next + 1, new Fixed(TimeType.Date, $"FY{year}", null, "the fiscal year's days differ by country")) : null;
    }

    // "the spring semester of 2022", "the second quarter of fiscal 2022": the name tells no days.
    private static TimeMatch? OfInstitution(TimeSentence s, int first, int end, TimeUnit unit, int number)
    {
        if (unit == TimeUnit.Season)
        {
            if (!s.Is(end, "semester") && !s.Is(end, "term")) return null;
            var told = CalendarRule.YearAfter(s, end + 1, out var after, out var year);
            var value = $"{(told ? $"{year:0000}" : "XXXX")}-{Period.SeasonCode(number)}";
            return new TimeMatch(first, told ? after : end + 1,
                new Fixed(TimeType.Date, value, null, "an academic term's days differ by school"));
        }
        var fiscal = Fiscal(s, s.Is(end, WordKind.Of) ? end + 1 : end);
        return fiscal is { Reading: Fixed whole }
            ? new TimeMatch(first, fiscal.Value.End,
            whole with { Value = $"{whole.Value}-{(unit == TimeUnit.Quarter ? "Q" : "H")}{number}" }) : null;
    }

    private static TimeMatch WithYear(TimeSentence s, int first, int end, TimeUnit unit, int number)
    {
        if (OfInstitution(s, first, end, unit, number) is { } term) return term;
        var month = unit switch { TimeUnit.Season => number * 3, TimeUnit.Quarter => number * 3 - 2, _ => number * 6 - 5 };
        if (CalendarRule.YearAfter(s, end, out var after, out var year) && Period.OfMonth(unit, year, month) is { } period
            && !s.IsMark(end, ','))
        {
            return new TimeMatch(first, after, new Stated(period));
        }
        var open = new WithoutYear(unit, month, 0);
        var next = s.Is(end, WordKind.Of) ? end + 1 : end;
        return s.Is(next, WordKind.Relation | WordKind.Article)
            && RelativeRule.Match(s, next) is { Reading: Offset { Unit: TimeUnit.Year } } told
            ? new TimeMatch(first, told.End, open with { Year = told.Reading })
            : new TimeMatch(first, end, open);
    }
}
