using System.Globalization;

namespace Bot.Times;

/// <summary>"three days ago", "two weeks later", "a month from now", "earlier this year", "a little later", "years ago".</summary>
internal static class AgoRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (s.Value(at, WordKind.Shift) >= 4) return LedByShift(s, at);
        if (s.Value(at, WordKind.Shift) > 1) return WithinPeriod(s, at);
        if (s.Is(at, "a") && s.Value(at + 2, WordKind.Shift) == 3 && s.IsAny(at + 1, "little", "bit"))
        {
            return new TimeMatch(at, at + 3, new Fixed(TimeType.Date, "FUTURE_REF", null, "later than what was said before it"));
        }
        if (s.Is(at, WordKind.Unit) && s.Is(at, WordKind.Plural)) return s.Value(at + 1, WordKind.Shift) == 1 ? Vague(at) : null;
        var amount = s.Is(at, WordKind.Unit) ? new Amount(at, "1", 1) : Amount.Read(s, at);
        if (amount is not { } told || !s.Is(told.End, WordKind.Unit)) return null;
        var unit = (TimeUnit)s.Value(told.End, WordKind.Unit);
        var next = told.End + 1;
        // "a year and a half ago"
        if (s.Is(next, "and") && s.Is(next + 1, "a") && s.Is(next + 2, WordKind.Half))
        {
            (told, next) = (told with { Text = $"{told.Count}.5" }, next + 3);
        }
        if (s.Is(next, "from") && s.Is(next + 1, "now")) return Shifted(at, next + 2, unit, told, 1, false);
        if (unit < TimeUnit.Day && s.Value(next, WordKind.Shift) != 1) return null;
        return s.Value(next, WordKind.Shift) switch
        {
            1 => OnWeekday(s, at, next + 1, unit, told) ?? Shifted(at, next + 1, unit, told, -1, false),
            2 when s.Is(next, "earlier") => Shifted(at, next + 1, unit, told, -1, true),
            3 when s.Is(next, "later") => Shifted(at, next + 1, unit, told, 1, true),
            _ => null,
        };

        TimeMatch Vague(int first) => new(first, first + 2, new Fixed(TimeType.Date, "PAST_REF"));
    }

    // "vor drei Tagen", "hace tres días", "il y a trois jours"; ahead "через три дня", "dans trois jours"
    private static TimeMatch? LedByShift(TimeSentence s, int at)
    {
        var next = at + 1;
        if (s.Is(at, "il"))
        {
            if (!s.Is(at + 1, "y") || !s.Is(at + 2, "a")) return null;
            next = at + 3;
        }
        if (s.Is(next, WordKind.Of)) next++;
        if (s.Is(next, WordKind.Article) || Amount.Read(s, next) is not { } amount || !s.Is(amount.End, WordKind.Unit)) return null;
        var sign = s.Value(at, WordKind.Shift) == 4 ? -1 : 1;
        return Shifted(at, amount.End + 1, (TimeUnit)s.Value(amount.End, WordKind.Unit), amount, sign, false);
    }

    // "a week ago on Monday"
    private static TimeMatch? OnWeekday(TimeSentence s, int first, int on, TimeUnit unit, Amount amount) =>
        unit == TimeUnit.Week && amount.Count > 0 && s.Is(on, "on") && s.Is(on + 1, WordKind.Weekday)
            ? new TimeMatch(first, on + 2, new WithoutYear(TimeUnit.Day, 0, s.Value(on + 1, WordKind.Weekday))
            {
                Within = new Offset(unit, -amount.Count, false),
            }) : null;

    private static TimeMatch Shifted(int first, int end, TimeUnit unit, Amount amount, int sign, bool fromBefore)
    {
        if (Halves(unit, amount) is { } months) return new TimeMatch(first, end, new Offset(TimeUnit.Month, sign * months, fromBefore));
        return amount.Count == 0 || amount.Text.Contains('.')
            ? new TimeMatch(first, end, new Fixed(TimeType.Date, sign < 0 ? "PAST_REF" : "FUTURE_REF", null, "how long is not stated"))
            : new TimeMatch(first, end, new Offset(unit, sign * amount.Count, fromBefore));
    }

    // The months of "two and a half years", "half a century"; null for whole numbers and shorter units.
    private static int? Halves(TimeUnit unit, Amount amount) => (unit, amount.Text.EndsWith(".5", StringComparison.Ordinal)) switch
    {
        (TimeUnit.Year, true) => 12 * Whole(amount) + 6,
        (TimeUnit.Decade, true) => 120 * Whole(amount) + 60,
        (TimeUnit.Century, true) => 1200 * Whole(amount) + 600,
        _ => null,
    };

    private static int Whole(Amount amount) => int.Parse(amount.Text.AsSpan(0, amount.Text.Length - 2), CultureInfo.InvariantCulture);

    // "earlier this year", "later in the week" is left: the week may be any.
    private static TimeMatch? WithinPeriod(TimeSentence s, int at)
    {
        if (s.Is(at, "before") || s.Is(at, "afterwards")) return null;
        var next = s.Is(at + 1, "on") || s.Is(at + 1, "in") ? at + 2 : at + 1;
        if (RelativeRule.Match(s, next) is not { Reading: Offset { FromExpressionBefore: false } or WithoutYear } inner) return null;
        return new TimeMatch(at, inner.End, inner.Reading, s.Value(at, WordKind.Shift) == 2 ? 1 : 3);
    }
}
