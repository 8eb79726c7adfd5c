namespace Bot.Times;

/// <summary>The units that time is counted in, from short to long.</summary>
internal enum TimeUnit
    : byte
{ Second = 1, Minute, Hour, Day, Weekend, Week, Month, Quarter, Season, Half, Year, Decade, Century, Millennium }

/// <summary>A stretch of the calendar that has a name: a day, a week of ISO 8601, a month, a season, a decade. From is its first
/// day.</summary>
internal readonly record struct Period(TimeUnit Unit, DateOnly From)
{
    /// <summary>The period of this unit that holds the day; units under a day give the day itself.</summary>
    public static Period? Of(TimeUnit unit, DateOnly day)
    {
        var monday = (int)day.DayOfWeek + 6;
        return unit switch
        {
            TimeUnit.Week => Back(unit, day, monday % 7),
            TimeUnit.Weekend => day.DayOfWeek == DayOfWeek.Sunday ? Back(unit, day, 1) : Ahead(unit, day, (6 - (int)day.DayOfWeek) % 7),
            TimeUnit.Month => OfMonth(unit, day.Year, day.Month),
            TimeUnit.Quarter => OfMonth(unit, day.Year, (day.Month - 1) / 3 * 3 + 1),
            TimeUnit.Season => day.Month < 3 ? OfMonth(unit, day.Year - 1, 12) : OfMonth(unit, day.Year, day.Month / 3 * 3),
            TimeUnit.Half => OfMonth(unit, day.Year, day.Month < 7 ? 1 : 7),
            TimeUnit.Year => OfMonth(unit, day.Year, 1),
            TimeUnit.Decade => OfMonth(unit, day.Year / 10 * 10, 1),
            TimeUnit.Century => OfMonth(unit, day.Year / 100 * 100, 1),
            TimeUnit.Millennium => OfMonth(unit, day.Year / 1000 * 1000, 1),
            _ => new Period(TimeUnit.Day, day),
        };
    }

    /// <summary>Null where the calendar of DateOnly has no such month: year 0, year 10000, month 13.</summary>
    public static Period? OfMonth(TimeUnit unit, int year, int month) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 ? new Period(unit, new DateOnly(year, month, 1)) : null;

    /// <summary>Null for a day that is in no calendar: 30 February, or 29 February of a common year.</summary>
    public static Period? OfDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Period(TimeUnit.Day, new DateOnly(year, month, day)) : null;

    /// <summary>The period so many units later, or earlier when negative; null when it leaves the calendar.</summary>
    public Period? Shift(int count)
    {
        var months = MonthsPer(Unit);
        if (months > 0)
        {
            var month = From.Year * 12L + From.Month - 1 + (long)count * months;
            return month is >= 12 and < 120_000 ? OfMonth(Unit, (int)(month / 12), (int)(month % 12) + 1) : null;
        }
        var days = From.DayNumber + (long)count * (Unit is TimeUnit.Week or TimeUnit.Weekend ? 7 : 1);
        return days >= 0 && days <= DateOnly.MaxValue.DayNumber ? this with { From = DateOnly.FromDayNumber((int)days) } : null;
    }

    /// <summary>The same day of the month so many units later, or the last day of a shorter month; null when it leaves the
    /// calendar.</summary>
    public static DateOnly? DayAfter(DateOnly day, TimeUnit unit, int count)
    {
        var months = (long)MonthsPer(unit) * count;
        if (months == 0) return unit == TimeUnit.Weekend ? null : new Period(unit, day).Shift(count)?.From;
        var month = day.Year * 12L + day.Month - 1 + months;
        return month is >= 12 and < 120_000 ? day.AddMonths((int)months) : null;
    }

    public DayInterval Interval => new(From, Unit == TimeUnit.Weekend ? From.AddDays(2) : Shift(1)?.From ?? DateOnly.MaxValue);

    /// <summary>The TIMEX3 value: "2023-07-06", "2023-W27", "2023-FA", "199" for a decade, "19" for a century.</summary>
    public string Value => Unit switch
    {
        TimeUnit.Week or TimeUnit.Weekend => WeekValue,
        TimeUnit.Month => $"{From.Year:0000}-{From.Month:00}",
        TimeUnit.Quarter => $"{From.Year:0000}-Q{(From.Month + 2) / 3}",
        TimeUnit.Season => $"{From.Year:0000}-{SeasonCode(From.Month / 3)}",
        TimeUnit.Half => $"{From.Year:0000}-H{(From.Month + 5) / 6}",
        TimeUnit.Year => $"{From.Year:0000}",
        TimeUnit.Decade => $"{From.Year / 10:000}",
        TimeUnit.Century => $"{From.Year / 100:00}",
        TimeUnit.Millennium => $"{From.Year / 1000}",
        _ => $"{From.Year:0000}-{From.Month:00}-{From.Day:00}",
    };

    /// <summary>TIMEX3's code of the season 1 (spring) to 4 (winter).</summary>
    public static string SeasonCode(int season) => season switch { 1 => "SP", 2 => "SU", 3 => "FA", _ => "WI" };

    private string WeekValue
    {
        get
        {
            var day = From.ToDateTime(TimeOnly.MinValue);
            var week = $"{System.Globalization.ISOWeek.GetYear(day):0000}-W{System.Globalization.ISOWeek.GetWeekOfYear(day):00}";
            return Unit == TimeUnit.Weekend ? week + "-WE" : week;
        }
    }

    private static int MonthsPer(TimeUnit unit) => unit switch
    {
        TimeUnit.Month => 1,
        TimeUnit.Quarter => 3,
        TimeUnit.Season => 3,
        TimeUnit.Half => 6,
        TimeUnit.Year => 12,
        TimeUnit.Decade => 120,
        TimeUnit.Century => 1200,
        TimeUnit.Millennium => 12000,
        _ => 0,
    };

    private static Period? Back(TimeUnit unit, DateOnly day, int days) =>
        day.DayNumber >= days ? new Period(unit, day.AddDays(-days)) : null;

    private static Period? Ahead(TimeUnit unit, DateOnly day, int days) =>
        day.DayNumber + days < DateOnly.MaxValue.DayNumber ? new Period(unit, day.AddDays(days)) : null;
}
