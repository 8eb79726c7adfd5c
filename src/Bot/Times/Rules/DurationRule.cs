namespace Bot.Times;

/// <summary>How long: "several hours", "two and a half years", "a decade", "12-hour", "decades-long", "for years".</summary>
internal static class DurationRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (s.Is(at, WordKind.Unit)) return BareUnit(s, at);
        // "70 000 лет": the number began before.
        if ((s[at].Number == 0 && s[at].Length == 3) || Amount.Read(s, at) is not { } amount) return null;
        var unit = amount.End;
        if (s.IsDash(unit) && s.Touches(unit) && s.Touches(unit + 1)) unit++;
        // "les dix dernières années"; "3:2 last week" has no plural.
        var relation = (Relation)s.Value(unit, WordKind.Relation);
        if (relation is Relation.Last or Relation.Next && s.Is(unit + 1, WordKind.Plural) && s.Is(unit + 1, WordKind.Unit))
        {
            return new TimeMatch(at, unit + 2,
                new Stretch((TimeUnit)s.Value(unit + 1, WordKind.Unit), amount.Count, relation == Relation.Next));
        }
        if (s.Is(unit, WordKind.Around) || IsMeasured(s, unit)) unit++;
        if (!s.Is(unit, WordKind.Unit) || IsOrdinalOrAge(s, amount, unit) || IsNameOrDistance(s, at, unit)) return null;
        var span = new TimeMatch(at, unit + 1, new Fixed(TimeType.Duration, Value((TimeUnit)s.Value(unit, WordKind.Unit), amount.Text)));
        return s.IsDash(unit + 1) && s.Is(unit + 2, "long") ? span with { End = unit + 3 } : WithHalf(s, unit + 1, span, amount);
    }

    /// <summary>What may stand between the number and its unit: "two <u>more</u> years", "six <u>straight</u> days".</summary>
    internal static bool IsMeasured(TimeSentence s, int at) =>
        s.IsAny(at, "full", "whole", "consecutive", "more", "straight", "additional", "successive", "trading", "business", "working");

    /// <summary>TIMEX3: "P2Y", "PT4H", "P1DE" for a decade, "P1CE" for a century.</summary>
    public static string Value(TimeUnit unit, string count) => unit switch
    {
        TimeUnit.Second => $"PT{count}S",
        TimeUnit.Minute => $"PT{count}M",
        TimeUnit.Hour => count == "0.5" ? "PT30M" : $"PT{count}H",
        TimeUnit.Day => $"P{count}D",
        TimeUnit.Weekend => $"P{count}WE",
        TimeUnit.Week => $"P{count}W",
        TimeUnit.Month => count == "0.5" ? "P15D" : $"P{count}M",
        TimeUnit.Quarter => $"P{count}Q",
        TimeUnit.Year => count == "0.5" ? "P6M" : $"P{count}Y",
        TimeUnit.Decade => count == "0.5" ? "P5Y" : $"P{count}DE",
        TimeUnit.Century => count == "0.5" ? "P50Y" : $"P{count}CE",
        _ => $"P{count}ML",
    };

    // "for years", "decades-long", "within hours", "a year-long"
    private static TimeMatch? BareUnit(TimeSentence s, int at)
    {
        var value = new Fixed(TimeType.Duration, Value((TimeUnit)s.Value(at, WordKind.Unit), s.Is(at, WordKind.Plural) ? "X" : "1"));
        if (s.IsDash(at + 1) && s.Touches(at + 1) && s.Is(at + 2, "long")) return new TimeMatch(at, at + 3, value);
        var counts = s.Is(at - 1, "for") || s.Is(at - 1, "within");
        return counts && s.Is(at, WordKind.Plural) && !s.Is(at, "seconds") && !s.Is(at, "quarters")
            ? new TimeMatch(at, at + 1, value) : null;
    }

    // "a second term" and "the first quarter" count things; "55 years old" and "a 55-year-old" are ages.
    private static bool IsOrdinalOrAge(TimeSentence s, Amount amount, int unit)
    {
        // "2018 day five", "a 2000 year old tradition"
        if (amount.Count >= 1000 && !s.Is(unit, WordKind.Plural)) return true;
        // "at the age of four months", "aged 8–10 years"
        if (s.Is(amount.End - 2, WordKind.Of) && s.Is(amount.End - 3, "age")) return true;
        if (s.IsAny(amount.End - 2, "старше", "младше", "возрасте", "старші", "віці")) return true;
        if (s.Is(amount.End - 2, "aged") || (s.Is(amount.End - 4, "aged") && s[amount.End - 3].Number > 0)) return true;
        var kind = (TimeUnit)s.Value(unit, WordKind.Unit);
        if (kind is TimeUnit.Second or TimeUnit.Quarter && (amount.Count == 1 || !s.Is(unit, WordKind.Plural))) return true;
        return s.Is(unit + 1, "old") || (s.IsDash(unit + 1) && s.Is(unit + 2, "old")) || s.Is(unit + 1, "olds");
    }

    // "the Six-Day War", "the Thirty Years' War"; "a five-minute walk"; "One day he will return."
    private static bool IsNameOrDistance(TimeSentence s, int first, int unit)
    {
        var next = s[unit + 1].Mark is '\'' or '’' ? unit + 2 : unit + 1;
        if (s[unit].IsCapital && s.IsAny(next, "war", "plan")) return true;
        if (s.IsAny(next, "walk", "drive", "ride", "trip", "break", "difference")) return true;
        var isAdverb = first == 0 || s.IsMark(first - 1, ',') || s.IsAny(first - 1, "that", "and", "but", "so");
        return isAdverb && unit == first + 1 && s.Is(first, "one") && s.IsAny(unit, "day", "year")
            && (s[unit + 1].IsWord ? !s.Is(unit + 1, WordKind.Preposition | WordKind.Auxiliary) : s.IsMark(unit + 1, ','));
    }

    // "an hour and a half"
    private static TimeMatch WithHalf(TimeSentence s, int next, TimeMatch span, Amount amount) =>
        amount.Count > 0 && s.Is(next, "and") && s.Is(next + 1, "a") && s.Is(next + 2, WordKind.Half) && !s.Is(next + 3, WordKind.Unit)
            ? span with { End = next + 3, Reading = Lasting((TimeUnit)s.Value(next - 1, WordKind.Unit), $"{amount.Count}.5") } : span;

    private static Fixed Lasting(TimeUnit unit, string count) => new(TimeType.Duration, Value(unit, count));
}
