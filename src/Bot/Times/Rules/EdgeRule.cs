namespace Bot.Times;

/// <summary>"early 2009", "mid-2011", "the late 19th century": the value stays the whole period's, as in TimeML, and a note tells the part.</summary>
internal static class EdgeRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (!s.Is(at, WordKind.Edge)) return null;
        var edge = s.Value(at, WordKind.Edge);
        var next = s.IsDash(at + 1) && s.Touches(at + 1) ? at + 2 : at + 1;
        if (s.Is(next, "in") && edge != 2) next++;
        if (s.Is(next, WordKind.Of) && s.Is(at, "middle")) next++;
        var inner = CalendarRule.Match(s, next) ?? YearRule.Match(s, next) ?? PeriodRule.Match(s, next) ?? RelativeRule.Match(s, next);
        return inner is { Reading: Stated or WithoutYear or Offset or OfDay } match && !TimeVeto.Rejects(s, match)
            ? new TimeMatch(at, match.End, match.Reading, edge) : null;
    }
}
