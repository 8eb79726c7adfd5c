namespace Bot.Times;

/// <summary>"now", "recently", "soon", "the near future": TIMEX3's PRESENT_REF, PAST_REF and FUTURE_REF.</summary>
internal static class VagueRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (s.Is(at, WordKind.Vague)) return Reference(at, at + 1, s.Value(at, WordKind.Vague));
        if (s.Is(at, "more") && s.Is(at + 1, "recently")) return Reference(at, at + 2, 2);
        if (s.Is(at, "these") && s.Is(at + 1, "days") && !s.Is(at + 2, WordKind.Of)) return Reference(at, at + 2, 1);
        if (s.Is(at, "right") && s.Is(at + 1, "now")) return Reference(at, at + 2, 1);
        if (s.Is(at, "at") && (s.Is(at + 1, "present") || s.Is(at + 1, "the") && s.Is(at + 2, "moment")))
        {
            return Reference(at, s.Is(at + 1, "the") ? at + 3 : at + 2, 1);
        }
        if (s.Value(at, WordKind.Article) != 1) return null;
        var next = s.IsAny(at + 1, "near", "distant", "foreseeable", "recent") ? at + 2 : at + 1;
        if (s[next].IsCapital && !s[at - 1].IsCapital && at > 0) return null;
        if (s.Is(next, "future") && (IsEnd(s, next + 1) || (next > at + 1 && !s.Is(next + 1, WordKind.Of))))
        {
            return Reference(at, next + 1, 3);
        }
        if (s.Is(next, "past") && IsEnd(s, next + 1) && s.Is(at - 1, "in")) return Reference(at, next + 1, 2);
        return s.Is(next, "present") && IsEnd(s, next + 1) ? Reference(at, next + 1, 1) : null;
    }

    // "the future of Ukraine" and "the future king" are no times.
    private static bool IsEnd(TimeSentence s, int at) => !s.Is(at, WordKind.Of) && (!s[at].IsWord || s[at].Word is not null);

    private static TimeMatch Reference(int first, int end, int kind) =>
        new(first, end, new Fixed(TimeType.Date, kind switch { 1 => "PRESENT_REF", 2 => "PAST_REF", _ => "FUTURE_REF" }));
}
