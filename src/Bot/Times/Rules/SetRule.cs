namespace Bot.Times;

/// <summary>Times that recur: "every Monday", "each year", "annually", "twice a week", "Mondays".</summary>
internal static class SetRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (s.Is(at, WordKind.Adverb)) return Every(at, at + 1, DurationRule.Value((TimeUnit)s.Value(at, WordKind.Adverb), "1"));
        if (s.Is(at, WordKind.Weekday) && s.Is(at, WordKind.Plural)) return Every(at, at + 1, $"XXXX-WXX-{s.Value(at, WordKind.Weekday)}");
        if (Rate(s, at) is { } rate) return rate;
        if (!s.Is(at, WordKind.Every)) return null;
        var next = s.Is(at + 1, "single") || s.Is(at + 1, "other") ? at + 2 : at + 1;
        // "todos los lunes"
        if (s.IsAny(next, "los", "las")) next++;
        var count = s.Is(at + 1, "other") ? "2" : "1";
        if (s.Is(next, WordKind.Weekday)) return Every(at, next + 1, $"XXXX-WXX-{s.Value(next, WordKind.Weekday)}");
        if (CalendarRule.MonthDate(s, next) is { Reading: WithoutYear { Unit: TimeUnit.Day, Month: > 0, Within: null } date } day)
        {
            return Every(at, day.End, $"XXXX-{date.Month:00}-{date.Number:00}");
        }
        if (s.Is(next, WordKind.Month) && s[next].IsCapital) return Every(at, next + 1, $"XXXX-{s.Value(next, WordKind.Month):00}");
        if (s.Is(next, WordKind.Season)) return Every(at, next + 1, $"XXXX-{Period.SeasonCode(s.Value(next, WordKind.Season))}");
        if (s.Is(next, WordKind.DayPart)) return Every(at, next + 1, "XXXX-XX-XX" + DayPartRule.Code(s.Value(next, WordKind.DayPart)));
        if (s.Is(next, WordKind.Unit)) return Every(at, next + 1, DurationRule.Value((TimeUnit)s.Value(next, WordKind.Unit), count));
        return Amount.Read(s, next) is { } amount && s.Is(amount.End, WordKind.Unit)
            ? Every(at, amount.End + 1, DurationRule.Value((TimeUnit)s.Value(amount.End, WordKind.Unit), amount.Text)) : null;
    }

    // "twice a week", "three times every year"
    private static TimeMatch? Rate(TimeSentence s, int at)
    {
        var unit = s.Is(at, "once") || s.Is(at, "twice")
            ? at + 2 : s.Is(at + 1, "times") && Amount.Read(s, at) is { } amount && amount.End == at + 1 ? at + 3 : -1;
        return unit > 0 && s.Is(unit, WordKind.Unit) && (s.Value(unit - 1, WordKind.Article) == 2 || s.Is(unit - 1, WordKind.Every))
            ? Every(at, unit + 1, DurationRule.Value((TimeUnit)s.Value(unit, WordKind.Unit), "1")) : null;
    }

    private static TimeMatch Every(int first, int end, string value) => new(first, end, new Fixed(TimeType.Set, value));
}
