namespace Bot.Times;

/// <summary>Dates by the month's or the weekday's name: "6 July 2023", "July 6", "the 6th of July", "July 2023", "Friday, May 8,
/// 2009", "Friday".</summary>
internal static class CalendarRule
{
    private const int LeapYear = 2000;

    /// <summary>What "9/11" and "the September 11 attacks" mean in any year.</summary>
    public static readonly Period Eleventh = new(TimeUnit.Day, new DateOnly(2001, 9, 11));

    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (s.Is(at, WordKind.Weekday)) return IsNumbered(s, at) ? null : AfterWeekday(s, at);
        return MonthDate(s, at);
    }

    /// <summary>A date that begins with the month or the day of the month.</summary>
    public static TimeMatch? MonthDate(TimeSentence s, int at)
    {
        if (s.Is(at, WordKind.Month)) return FromMonth(s, at);
        if (s.Value(at, WordKind.Article) == 1 && IsOrdinalDay(s, at + 1, out _))
        {
            return FromDay(s, at + 1) is { } dated ? dated with { First = at } : DayAlone(s, at);
        }
        return s[at].Number > 0 || s.Is(at, WordKind.Ordinal) ? FromDay(s, at) : null;
    }

    private static TimeMatch? AfterWeekday(TimeSentence s, int at)
    {
        var next = at + 1;
        if (s.IsMark(next, '.') && s[at].Length <= 5) next++;
        if (s.IsMark(next, ',')) next++;
        if ((s.Is(next, WordKind.Article) && !IsOrdinalDay(s, next + 1, out _)) || s.IsAny(next, "den", "le", "el")) next++;
        var weekday = s.Value(at, WordKind.Weekday);
        if (MonthDate(s, next) is { } date)
        {
            if (date.Reading is Stated { Period.Unit: TimeUnit.Day }) return date with { First = at };
            if (date.Reading is WithoutYear { Unit: TimeUnit.Day } open)
            {
                return date with { First = at, Reading = open with { Weekday = weekday } };
            }
        }
        if (!s.Is(at, WordKind.Plural) && InWeek(s, at) is { } inWeek) return inWeek;
        // "lundi dernier", "el lunes pasado"; not "Monday last week".
        var relation = (Relation)s.Value(at + 1, WordKind.Relation);
        var isAfter = relation is Relation.Last or Relation.Next && !s.Is(at + 2, WordKind.Unit);
        return new TimeMatch(at, isAfter ? at + 2 : at + 1, new WithoutYear(TimeUnit.Day, 0, weekday, isAfter ? relation : 0));
    }

    /// <summary>"The third <u>Monday</u> of January", "the last <u>Sunday</u> in October": not the Monday before the day of
    /// writing.</summary>
    internal static bool IsNumbered(TimeSentence s, int at) =>
        (s.Is(at - 1, WordKind.Ordinal | WordKind.OrdinalEnding) || s.Is(at - 1, "last"))
        && s.IsAny(at + 1, "of", "in") && (s.Is(at + 2, WordKind.Month) || s.Is(at + 3, WordKind.Month));

    // "Tuesday last week", "Thursday of next week"
    private static TimeMatch? InWeek(TimeSentence s, int at)
    {
        var next = s.Is(at + 1, WordKind.Of) ? at + 2 : at + 1;
        return s.Is(next, WordKind.Relation | WordKind.Article)
            && RelativeRule.Match(s, next) is { Reading: Offset { Unit: TimeUnit.Week, FromExpressionBefore: false } week } told
            ? new TimeMatch(at, told.End, new WithoutYear(TimeUnit.Day, 0, s.Value(at, WordKind.Weekday)) { Within = week }) : null;
    }

    private static TimeMatch? FromMonth(TimeSentence s, int at)
    {
        var month = s.Value(at, WordKind.Month);
        var next = s.IsMark(at + 1, '.') && s[at].Length <= 5 && s.Touches(at + 1) && s[at + 2].Number > 0 ? at + 2 : at + 1;
        var day = next;
        if (s.Is(day, WordKind.Article)) day++;
        if (s.IsDash(day) && s.Touches(day) && s[day + 1].Length <= 2) day++;
        if (IsDay(s, day, out var end, out var number)) return WithYear(s, at, end, month, number);
        return WithYear(s, at, next, month, 0);
    }

    private static TimeMatch? FromDay(TimeSentence s, int at)
    {
        if (!IsDay(s, at, out var end, out var day)) return null;
        if (s.IsMark(end, '.')) end++;
        if (s.Is(end, WordKind.Of) || s.Is(end, WordKind.DayPart)) end++;
        if (s.IsDash(end) && s.Touches(end)) end++;
        if (!s.Is(end, WordKind.Month)) return null;
        var month = s.Value(end, WordKind.Month);
        end++;
        if (s.IsMark(end, '.') && s[end - 1].Length <= 5 && s.Touches(end) && s[end + 1].Number > 0) end++;
        return WithYear(s, at, end, month, day);
    }

    // "on the 6th," - an army, a century or a floor would follow otherwise.
    private static TimeMatch? DayAlone(TimeSentence s, int at)
    {
        if (s[at + 1].Number < 0 || !IsOrdinalDay(s, at + 1, out var day)) return null;
        // "from the 6th to the 12th week", "the 17th to 19th centuries"
        var other = s.Is(at + 4, WordKind.Article) ? at + 5 : at + 4;
        if (IsOrdinalDay(s, other, out _) && s.Is(other + 2, WordKind.Unit)) return null;
        var ends = !s[at + 3].IsWord || s.Is(at + 3, WordKind.Preposition | WordKind.Auxiliary);
        return s.Is(at - 1, WordKind.Preposition | WordKind.Weekday) && ends && !s.IsDash(at + 3)
            ? new TimeMatch(at, at + 3, new WithoutYear(TimeUnit.Day, 0, -day)) : null;
    }

    private static TimeMatch? WithYear(TimeSentence s, int first, int end, int month, int day)
    {
        if (day > DateTime.DaysInMonth(LeapYear, month)) return null;
        if (YearAfter(s, end, out var afterYear, out var year))
        {
            var period = day > 0 ? Period.OfDay(year, month, day) : Period.OfMonth(TimeUnit.Month, year, month);
            // "29 February 2023": there is no such day.
            return period is { } stated ? new TimeMatch(first, afterYear, new Stated(stated)) : null;
        }
        if (IsTheEleventh(s, end, month, day)) return new TimeMatch(first, end, new Stated(Eleventh));
        var open = new WithoutYear(day > 0 ? TimeUnit.Day : TimeUnit.Month, month, day);
        // "en mars dernier"; not "March last week"
        var relation = (Relation)s.Value(end, WordKind.Relation);
        if (relation is Relation.Last or Relation.Next && !s.IsAny(end, "last", "next", "upcoming") && !s.Is(end + 1, WordKind.Unit))
        {
            return new TimeMatch(first, end + 1, open with { Relation = relation });
        }
        return YearByWords(s, end) is { } told && told.Reading is not WithoutYear
            ? new TimeMatch(first, told.End, open with { Within = told.Reading })
            : new TimeMatch(first, end, open);
    }

    // "the September 11 attacks"
    private static bool IsTheEleventh(TimeSentence s, int end, int month, int day) =>
        (month, day) == (Eleventh.From.Month, Eleventh.From.Day)
        && s.IsAny(end, "attacks", "attack", "terrorist", "hijackers", "hijackings");

    /// <summary>"July <u>last year</u>", "March <u>of the same year</u>".</summary>
    private static TimeMatch? YearByWords(TimeSentence s, int at)
    {
        if (s.Is(at, WordKind.Of)) at++;
        return s.Is(at, WordKind.Relation | WordKind.Article)
            && RelativeRule.Match(s, at) is { Reading: Offset { Unit: TimeUnit.Year } } match ? match : null;
    }

    /// <summary>A four-digit year, after a comma, "of", "de", or a year word; with the year word after it ("2023 года").</summary>
    internal static bool YearAfter(TimeSentence s, int at, out int end, out int year)
    {
        if (s.IsMark(at, ',') || s.IsMark(at, '/') || (s.IsDash(at) && s.Touches(at) && s.Touches(at + 1))) at++;
        else if (s.Is(at, WordKind.Of) || (s.Is(at, "in") && s.Is(at - 1, WordKind.Month))) at++;
        if (s.Is(at, WordKind.YearWord) && s[at + 1].Number > 0) at++;
        year = s[at].Number;
        end = at + 1;
        if (s[at].Length != 4 || year is < 1000 or > 2999 || s.IsMark(end, '%') || s.Is(end, WordKind.Counted)
            || (s.IsMark(end, ':') && s.Touches(end) && s.Touches(end + 1)))
        {
            return year is >= 100 and < 1000 && s[at].Length == 3 && s.Is(at - 1, WordKind.Month) && IsEndOfDate(s, end);
        }
        if (s.Is(end, WordKind.YearWord) && s[end].Word!.Text != "year")
        {
            end++;
            if (s.IsMark(end, '.') && s[end - 1].Length <= 2) end++;
        }
        return true;
    }

    // "in September 895 a new embassy came"; but "in September 200 people died"
    private static bool IsEndOfDate(TimeSentence s, int end) =>
        !s[end].IsWord && s[end].Number < 0 ? !s.Touches(end + 1) : s.Is(end, WordKind.Article | WordKind.PastVerb);

    private static bool IsDay(TimeSentence s, int at, out int end, out int day)
    {
        if (IsOrdinalDay(s, at, out day))
        {
            end = s[at].Number > 0 ? at + 2 : s.Is(at, WordKind.Cardinal) ? at + 3 : at + 1;
            return true;
        }
        end = at + 1;
        day = s[at].Number;
        if (s[at].Length > 2 || day is < 1 or > 31) return false;
        var clock = (s.IsMark(end, ':') || s.IsMark(end, '%')) && s.Touches(end);
        var unit = s.Is(end, WordKind.Unit) || (s.Touches(end) && s[end].IsWord);
        return !clock && !unit && !(s.Touches(at) && s[at - 1].Mark is '.' or ',' or '$' or '€' or '£');
    }

    /// <summary>"6th", "sixth", "twenty-second", "1er".</summary>
    private static bool IsOrdinalDay(TimeSentence s, int at, out int day)
    {
        var hasEnding = s[at].Number > 0 && s.Value(at + 1, WordKind.OrdinalEnding) == 1 && s.Touches(at + 1);
        day = hasEnding ? s[at].Number : s.Value(at, WordKind.Ordinal);
        if (s.Value(at, WordKind.Cardinal) is 20 or 30 && s.IsDash(at + 1) && s.Is(at + 2, WordKind.Ordinal))
        {
            day = s.Value(at, WordKind.Cardinal) + s.Value(at + 2, WordKind.Ordinal);
        }
        return day is >= 1 and <= 31;
    }
}
