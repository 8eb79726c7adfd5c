namespace Bot.Times;

/// <summary>Clock times: "8 pm", "6:40 p.m. GMT", "08:30 UTC", "noon", with the day that follows at once ("8 p.m. Monday"); "the
/// evening of 6 July".</summary>
internal static class ClockRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (Clock(s, at) is { Reading: OfDay time } clock)
        {
            var beside = s.Is(clock.End, "on");
            var next = beside || s.IsMark(clock.End, ',') ? clock.End + 1 : clock.End;
            var day = CalendarRule.Match(s, next) ?? (s.Is(next, WordKind.Day) ? RelativeRule.Match(s, next) : null);
            return day is { Reading: Stated { Period.Unit: TimeUnit.Day } or WithoutYear { Unit: TimeUnit.Day } or Offset } match
                ? new TimeMatch(at, beside ? clock.End : match.End, time with { Day = match.Reading }) : clock;
        }
        return BarePart(s, at);
    }

    public static TimeMatch? Clock(TimeSentence s, int at)
    {
        if (s.Value(at, WordKind.DayPart) >= (int)DayPart.Noon)
        {
            return new TimeMatch(at, at + 1, new OfDay(null, DayPartRule.Code(s.Value(at, WordKind.DayPart))));
        }
        var hour = s.Is(at + 1, "o") ? Math.Max(s[at].Number, s.Value(at, WordKind.Cardinal)) : s[at].Number;
        // "2200 GMT"
        if (s[at].Length == 4 && hour is >= 0 and < 2400 && hour % 100 < 60 && IsZone(s, at + 1))
        {
            return At(s, at, at + 1, hour / 100, hour % 100);
        }
        if (hour is < 0 or > 24 || (s[at].Number >= 0 && s[at].Length > 2) || s.Is(at - 1, WordKind.Numbered)
            || (s.Touches(at) && (s[at - 1].IsWord || s[at - 1].Mark is ':' or '.' or '$' or '€' or '£')))
        {
            return null;
        }
        var minute = 0;
        var end = at + 1;
        var hasMinutes = s[end].Mark is ':' or '.' && s.Touches(end) && s.Touches(end + 1) && s[end + 1].Length == 2
            && s[end + 1].Number is >= 0 and < 60;
        var byColon = hasMinutes && s.IsMark(end, ':');
        if (hasMinutes)
        {
            minute = s[end + 1].Number;
            end += 2;
            if (s.IsMark(end, ':') && s.Touches(end) && s.Touches(end + 1) && s[end + 1].Number is >= 0 and < 61) end += 2;
        }
        if (Meridiem(s, end, out var after) is { } afternoon)
        {
            if (hour is 0 or > 12) return null;
            hour = hour % 12 + (afternoon ? 12 : 0);
            return At(s, at, after, hour, minute);
        }
        if (s.Is(end, "Uhr")) return At(s, at, end + 1, hour, minute);
        if (s.Is(end, "o") && s.Is(end + 2, "clock")) return At(s, at, end + 3, hour, minute);
        return byColon && IsClockContext(s, at, end) ? At(s, at, end, hour, minute) : null;
    }

    // "3:2" is a score and "10:30" a verse: two digits, and a preposition or a zone beside them.
    private static bool IsClockContext(TimeSentence s, int at, int end) =>
        s.Is(at - 1, WordKind.Preposition | WordKind.RangeWord) || IsZone(s, end) || s[at].Length == 2;

    private static TimeMatch At(TimeSentence s, int first, int end, int hour, int minute)
    {
        var zone = s.Is(end, "UTC") || s.Is(end, "GMT") ? "Z" : "";
        var timed = end;
        if (IsZone(s, end)) end++;
        else if (s.Is(end, "local") && s.Is(end + 1, "time")) end += 2;
        else if (s.IsMark(end, '(') && IsZone(s, end + 1)) end = AfterBracket(s, end);
        return new TimeMatch(first, end, new OfDay(null, $"T{hour:00}:{minute:00}{zone}") { HasZone = end > timed });
    }

    private static int AfterBracket(TimeSentence s, int open)
    {
        for (var at = open + 1; at < open + 8; at++) if (s.IsMark(at, ')')) return at + 1;
        return open;
    }

    private static bool IsZone(TimeSentence s, int at) =>
        s[at].IsCapital
            && s.IsAny(at, "GMT", "UTC", "EST", "EDT", "PST", "PDT", "CST", "CDT", "BST", "CET", "CEST", "MSK", "ET", "PT", "EET", "JST",
            "IST");

    /// <summary>True for p.m., false for a.m., null for neither.</summary>
    private static bool? Meridiem(TimeSentence s, int at, out int end)
    {
        end = at + 1;
        if (s.Is(at, "am")) return false;
        if (s.Is(at, "pm")) return true;
        if ((s.Is(at, "a") || s.Is(at, "p")) && s.IsMark(at + 1, '.') && s.Is(at + 2, "m"))
        {
            end = s.IsMark(at + 3, '.') && at + 4 <= s.Count ? at + 4 : at + 3;
            return s.Is(at, "p");
        }
        return null;
    }

    // "in the morning", "the evening of 6 July"; "the night" alone is no time of its own.
    private static TimeMatch? BarePart(TimeSentence s, int at)
    {
        var part = s.Value(at, WordKind.Article) == 1 ? at + 1 : at;
        if (s.Value(part, WordKind.DayPart) is 0 or > (int)DayPart.Night || part == at || s.EndsWith(part, "s")) return null;
        var code = DayPartRule.Code(s.Value(part, WordKind.DayPart));
        if (s.Is(part + 1, WordKind.Of) && CalendarRule.Match(s, part + 2) is { Reading: Stated or WithoutYear } day)
        {
            return new TimeMatch(at, day.End, new OfDay(day.Reading, code));
        }
        return s.Is(at - 1, "in") || s.Is(at - 1, "during") ? new TimeMatch(at, part + 1, new OfDay(null, code)) : null;
    }
}
