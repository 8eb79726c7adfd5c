namespace Bot.Times;

/// <summary>Parts of a year and centuries: "the autumn of 2022", "Q3 2022", "the first half of 2022", "fiscal 2022", "the 19th
/// century".</summary>
internal static class PeriodRule
{
    private const int Winter = 4;
    private const string FiscalNote = "the fiscal year's days differ by country";

    private static readonly string[] Institutions = ["fiscal", "financial", "tax", "academic", "school"];

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
        // "siglo XIX"
        if (s.Value(at, WordKind.Unit) == (int)TimeUnit.Century)
        {
            return RomanNumeral.Value(s.Slice(at + 1)) is > 0 and var century ? Century(s, at, at + 2, century) : null;
        }
        if (s.Value(at, WordKind.Article) == 1 && TurnOfCentury(s, at + 1) is { } turn) return turn with { First = at };
        if (s.Value(at, WordKind.Article) == 1 && OrdinalPart(s, at + 1) is { } part && !IsCentury(part.Reading))
        {
            return part with { First = at };
        }
        return OrdinalPart(s, at);
    }

    /// <summary>"the last quarter of 2009", "the final quarter of last year"; null where no year is told.</summary>
    public static TimeMatch? LastQuarter(TimeSentence s, int first, int end) =>
        WithYear(s, first, end, TimeUnit.Quarter, 4) is { Reading: not WithoutYear { Within: null } } told ? told : null;

    private static bool IsCentury(Reading reading) => reading is Fixed { Value.Length: <= 4 } or Stated { Period.Unit: TimeUnit.Century };

    // "the turn of the century", "the turn of the 20th century": some years before and after it began, or ended
    private static TimeMatch? TurnOfCentury(TimeSentence s, int at)
    {
        if (!s.Is(at, "turn") || !s.Is(at + 1, WordKind.Of) || !s.Is(at + 2, WordKind.Article)) return null;
        for (var unit = at + 3; unit < at + 7; unit++)
        {
            if (s.Value(unit, WordKind.Unit) < (int)TimeUnit.Century) continue;
            return new TimeMatch(at, unit + 1, new Fixed(TimeType.Date, "XX", null, "about the change of centuries"));
        }
        return null;
    }

    // "third quarter of 2022", "first half of this year", "17th century"
    private static TimeMatch? OrdinalPart(TimeSentence s, int at)
    {
        var (number, next) = (s.Value(at, WordKind.Ordinal), at + 1);
        if (s[at].Number > 0)
        {
            // "17th", "19-м"
            var ending = s.IsDash(at + 1) && s.Touches(at + 1) ? at + 2 : at + 1;
            if (s.Is(ending, WordKind.OrdinalEnding) && s.Touches(ending)) (number, next) = (s[at].Number, ending + 1);
        }
        var counted = s[at].Number > 0 ? s[at].Number : RomanNumeral.Value(s.Slice(at));
        // "19. Jahrhundert"; "XIX века", "XIXe siècle", "II квартал"
        if (counted > 0 && s.IsMark(next, '.') && s.Touches(next) && s.Is(next + 1, WordKind.Unit)) (number, next) = (counted, next + 1);
        else if (s[at].Number < 0 && counted > 0) number = counted;
        // "20 века"; but "2 века" last two hundred years
        else if (s[at].Number is >= 5 and <= 21 && s.Is(at + 1, WordKind.Unit) && !s.Is(at + 1, WordKind.Plural)) number = counted;
        if (number == 0 && s.Value(at, WordKind.Cardinal) == 20 && s.IsDash(at + 1))
        {
            number = 20 + s.Value(at + 2, WordKind.Ordinal);
            next = at + 3;
        }
        if (number is < 1 or > 30) return null;
        // "the <17th> to 19th centuries", "в <XVI>–XVII веках"
        if ((s.Is(next, WordKind.RangeWord) || s.IsDash(next)) && OrdinalPart(s, next + 1) is { } other && IsCentury(other.Reading))
        {
            return Century(s, at, next, number);
        }
        if (s.IsDash(next)) next++;
        if (s.Value(next, WordKind.Unit) == (int)TimeUnit.Century) return Century(s, at, next + 1, number);
        if (number <= 4 && s.Value(next, WordKind.Unit) == (int)TimeUnit.Quarter)
        {
            // "the third quarter of the game"
            var quarter = WithYear(s, at, next + 1, TimeUnit.Quarter, number);
            return quarter.End == next + 1 && s.Is(next + 1, WordKind.Of) && s.Is(next + 2, WordKind.Article) ? null : quarter;
        }
        if (number <= 2 && s.Value(next, WordKind.Unit) == (int)TimeUnit.Half) return WithYear(s, at, next + 1, TimeUnit.Half, number);
        var isHalf = number <= 2 && s.Is(next, WordKind.Half) && s.Is(next + 1, WordKind.Of);
        return isHalf && WithYear(s, at, next + 1, TimeUnit.Half, number) is { } half && half.End > next + 1 ? half : null;
    }

    private static TimeMatch? Century(TimeSentence s, int first, int end, int number)
    {
        if (YearRule.EndBeforeChrist(s, end) is > 0 and var after) return new TimeMatch(first, after, new Fixed(TimeType.Date, $"BC{number - 1:00}"));
        return number == 1 || Period.OfMonth(TimeUnit.Century, (number - 1) * 100, 1) is not { } century
            ? new TimeMatch(first, end,
                new Fixed(TimeType.Date, $"{number - 1:00}", new DayInterval(new DateOnly(1, 1, 1), new DateOnly(100, 1, 1))))
            : new TimeMatch(first, end, new Stated(century));
    }

    // "FY2022", "fiscal 2022", "fiscal year 2022": from October in Washington, from April in London and Tokyo.
    private static TimeMatch? Fiscal(TimeSentence s, int at)
    {
        if (!s.Is(at, WordKind.Opener)) return null;
        var next = s.IsAny(at, Institutions) && s.Is(at + 1, WordKind.YearWord) ? at + 2 : s.IsAny(at, "FY", "fiscal") ? at + 1 : -1;
        if (next < 0 || s[next].Number < 0) return null;
        if (YearRule.IsTwoYears(s, next)) return YearRule.TwoYears(s, at, next, next + 3);
        if (s.IsAny(at, "academic", "school")) return null;
        var year = s[next].Length == 2 ? 2000 + s[next].Number : s[next].Number;
        return year is >= 1900 and <= 2100
            ? new TimeMatch(at, next + 1, new Fixed(TimeType.Date, $"FY{year}", null, FiscalNote)) : null;
    }

    /// <summary>"this fiscal year", "the last tax year": the year's name is not told, nor are its days. <paramref name="at"/> is behind
    /// "this".</summary>
    public static TimeMatch? RelatedYear(TimeSentence s, int first, int at) =>
        s.IsAny(at, "fiscal", "financial", "tax") && s.Is(at + 1, "year")
            ? new TimeMatch(first, at + 2, new Fixed(TimeType.Date, "FYXXXX", null, FiscalNote)) : null;

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

    // "the winter of 2022" began or ended in it.
    private static Fixed EitherWinter(Period late) =>
        new(TimeType.Date, late.Value, new DayInterval(new DateOnly(late.From.Year, 1, 1), late.Interval.To), "at either end of the year");

    private static TimeMatch WithYear(TimeSentence s, int first, int end, TimeUnit unit, int number)
    {
        if (OfInstitution(s, first, end, unit, number) is { } term) return term;
        var month = unit switch { TimeUnit.Season => number * 3, TimeUnit.Quarter => number * 3 - 2, _ => number * 6 - 5 };
        if (CalendarRule.YearAfter(s, end, out var after, out var year) && Period.OfMonth(unit, year, month) is { } period
            && !s.IsMark(end, ','))
        {
            if (unit == TimeUnit.Season && number == Winter)
            {
                return YearRule.IsTwoYears(s, after - 1) ? new TimeMatch(first, after + 2, new Stated(period))
                    : new TimeMatch(first, after, EitherWinter(period));
            }
            return new TimeMatch(first, after, new Stated(period));
        }
        var open = new WithoutYear(unit, month, 0);
        var next = s.Is(end, WordKind.Of) ? end + 1 : end;
        if (next > end && s.Value(next, WordKind.Article) == 1 && s.Is(next + 1, "year") && !s.Is(next + 2, WordKind.Of))
        {
            return new TimeMatch(first, next + 2, open with { Within = new Offset(TimeUnit.Year, 0, false) });
        }
        return s.Is(next, WordKind.Relation | WordKind.Article)
            && RelativeRule.Match(s, next) is { Reading: Offset { Unit: TimeUnit.Year } } told
            ? new TimeMatch(first, told.End, open with { Within = told.Reading })
            : new TimeMatch(first, end, open);
    }
}
