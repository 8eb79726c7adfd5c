namespace Bot.Times;

/// <summary>"early 2009", "mid-2011", "the late 19th century": the value stays the whole period's, as in TimeML, and a note
/// tells the part.</summary>
internal static class EdgeRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (EndOfThis(s, at) is { } whole) return whole;
        if (!s.Is(at, WordKind.Edge)) return null;
        var edge = s.Value(at, WordKind.Edge);
        var next = s.IsDash(at + 1) && s.Touches(at + 1) ? at + 2 : at + 1;
        if (s.Is(next, "in") && edge != 2) next++;
        if (s.Is(next, WordKind.Of)) next++;
        var inner = CalendarRule.Match(s, next) ?? DecadeRule.Match(s, next) ?? YearRule.Match(s, next)
            ?? PeriodRule.Match(s, next) ?? RelativeRule.Match(s, next);
        return inner is { Reading: Stated or WithoutYear or Offset or OfDay } match && !TimeVeto.Rejects(s, match)
            ? new TimeMatch(at, match.End, match.Reading, edge) : null;
    }

    // "the beginning of the year", "the end of the month": of the one we are in.
    private static TimeMatch? EndOfThis(TimeSentence s, int at)
    {
        var part = s.Value(at, WordKind.Article) == 1 ? at + 1 : at;
        if (s.Value(part, WordKind.Opener) < 2 || !s.Is(part + 1, WordKind.Of) || s.Value(part + 2, WordKind.Article) != 1) return null;
        if (!s.Is(part + 3, WordKind.Unit) || s.Is(part + 3, WordKind.Plural) || s.Is(part + 4, WordKind.Of)) return null;
        var unit = (TimeUnit)s.Value(part + 3, WordKind.Unit);
        return unit >= TimeUnit.Day ? new TimeMatch(at, part + 4, new Offset(unit, 0, false), s.Value(part, WordKind.Opener) - 1) : null;
    }
}
