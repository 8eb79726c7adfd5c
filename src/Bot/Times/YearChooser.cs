namespace Bot.Times;

/// <summary>
/// Chooses the year of a date that does not state it: what the words say ("last May"), else the nearest one in the direction of
/// the verbs; for a day in the past that would be most of a year ago, but would be near in the future, the near one is meant.
/// </summary>
internal static class YearChooser
{
    /// <summary>Days. "It was moved to June 17", written on June 9, is not last year's June.</summary>
    private const int Far = 300, Near = 65;

    public static Period? Choose(WithoutYear open, DateOnly today, Direction direction)
    {
        var candidates = Candidates(open, today).Where(period => IsOnWeekday(open, period)).ToList();
        var past = Latest(candidates, period => period.From <= today);
        var future = Earliest(candidates, period => period.Interval.To > today);
        return open.Relation switch
        {
            Relation.Last => Latest(candidates, period => period.Interval.To <= today && !Holds(period, today)),
            Relation.Next => Earliest(candidates, period => period.From > today),
            Relation.This => This(open, candidates, today),
            _ => direction switch
            {
                Direction.Past => open.Unit == TimeUnit.Day && IsMuchNearer(future, past, today) ? future : past,
                Direction.Future => future,
                Direction.Planned when IsWeekday(open) => future,
                _ => IsWeekday(open) ? past : Nearest(candidates, today),
            },
        };
    }

    /// <summary>The date in the year, or the weekday in the week, that other words tell; null where there is none.</summary>
    public static Period? Within(WithoutYear open, Period told) => IsWeekday(open)
        ? told.Unit == TimeUnit.Week ? new Period(TimeUnit.Day, told.From).Shift(open.Number - 1) : null
        : InYear(open, told.From.Year);

    /// <summary>The end of a range: the first such period after the beginning. Null where they are of different kinds ("Monday to
    /// May").</summary>
    public static Period? After(WithoutYear open, Period beginning) => open.Unit != beginning.Unit ? null
        : Earliest([.. Candidates(open, beginning.From)], period => period.From > beginning.From);

    /// <summary>The date in that year; null where the year has no such day (29 February), or for a weekday.</summary>
    public static Period? InYear(WithoutYear open, int year) => open switch
    {
        { Month: 0 } => null,
        { Unit: TimeUnit.Day } => Period.OfDay(year, open.Month, open.Number),
        _ => Period.OfMonth(open.Unit, year, open.Month),
    };

    /// <summary>"Monday, 3 July" is only in years whose 3 July is a Monday.</summary>
    public static bool IsOnWeekday(WithoutYear open, Period period) => open.Weekday == 0 || IsoWeekday(period.From) == open.Weekday;

    private static bool IsWeekday(WithoutYear open) => open is { Month: 0, Number: > 0 };

    private static IEnumerable<Period> Candidates(WithoutYear open, DateOnly today)
    {
        if (open.Unit == TimeUnit.Weekend)
        {
            for (var weeks = -1; weeks <= 1; weeks++)
            {
                if (Period.Of(TimeUnit.Weekend, today)?.Shift(weeks) is { } weekend) yield return weekend;
            }
        }
        else if (IsWeekday(open))
        {
            for (var days = -7; days <= 7; days++)
            {
                if (new Period(TimeUnit.Day, today).Shift(days) is { } day && IsoWeekday(day.From) == open.Number) yield return day;
            }
        }
        else if (open.Month == 0)
        {
            // A year on either side holds a Friday the 13th.
            for (var months = -13; months <= 13; months++)
            {
                if (Period.Of(TimeUnit.Month, today)?.Shift(months) is { } month
                    && Period.OfDay(month.From.Year, month.From.Month, -open.Number) is { } day) yield return day;
            }
        }
        else
        {
            // Eight years on either side: 29 February is eight years away about 1900.
            for (var year = today.Year - 8; year <= today.Year + 8; year++) if (InYear(open, year) is { } period) yield return period;
        }
    }

    private static int IsoWeekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    private static Period? This(WithoutYear open, List<Period> candidates, DateOnly today) =>
        IsWeekday(open) ? Earliest(candidates, day => Period.Of(TimeUnit.Week, day.From) == Period.Of(TimeUnit.Week, today))
            : Earliest(candidates, period => Holds(period, today)) ?? InYear(open, today.Year);

    private static bool Holds(Period period, DateOnly today) => period.From <= today && today < period.Interval.To;

    private static Period? Latest(List<Period> candidates, Predicate<Period> fits) =>
        candidates.FindLastIndex(fits) is >= 0 and var at ? candidates[at] : null;

    private static Period? Earliest(List<Period> candidates, Predicate<Period> fits) =>
        candidates.FindIndex(fits) is >= 0 and var at ? candidates[at] : null;

    private static Period? Nearest(List<Period> candidates, DateOnly today) =>
        candidates.Count == 0 ? null : candidates.MinBy(period => Distance(period, today));

    private static bool IsMuchNearer(Period? one, Period? other, DateOnly today) =>
        one is { } near && Distance(near, today) < Near && (other is not { } far || Distance(far, today) > Far);

    private static int Distance(Period period, DateOnly today)
    {
        var (from, to) = period.Interval;
        return today < from ? from.DayNumber - today.DayNumber : today >= to ? today.DayNumber - to.DayNumber + 1 : 0;
    }
}
