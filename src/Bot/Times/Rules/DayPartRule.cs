namespace Bot.Times;

/// <summary>Parts of a day: after a day ("Monday morning", "6 July, 8 pm"), or by themselves ("in the evening").</summary>
internal static class DayPartRule
{
    /// <summary>TIMEX3's code, after the day: "TMO".</summary>
    public static string Code(int part) => (DayPart)part switch
    {
        DayPart.Morning => "TMO",
        DayPart.Afternoon => "TAF",
        DayPart.Evening => "TEV",
        DayPart.Night => "TNI",
        DayPart.Noon => "T12:00",
        _ => "T24:00",
    };

    /// <summary>A day with the part of it, or the clock time, that follows at once; any other match as it is.</summary>
    public static TimeMatch Extend(TimeSentence s, TimeMatch match)
    {
        if (!IsDay(match.Reading)) return match;
        var next = match.End;
        // "on Saturday mornings": any of them.
        if (s.Is(next, WordKind.DayPart) && s.EndsWith(next, "s") && match.Reading is WithoutYear { Month: 0, Number: > 0 and var weekday })
        {
            var set = new Fixed(TimeType.Set, $"XXXX-WXX-{weekday}{Code(s.Value(next, WordKind.DayPart))}");
            return match with { End = next + 1, Reading = set };
        }
        if (s.Is(next, WordKind.DayPart) && s.Value(next, WordKind.DayPart) <= (int)DayPart.Night && !s.Is(next, WordKind.Day))
        {
            return match with { End = next + 1, Reading = new OfDay(match.Reading, Code(s.Value(next, WordKind.DayPart))) };
        }
        if (s.IsMark(next, ',')) next++;
        return ClockRule.Clock(s, next) is { } clock && clock.Reading is OfDay time
            ? match with { End = clock.End, Reading = time with { Day = match.Reading } } : match;
    }

    private static bool IsDay(Reading reading) =>
        reading is Stated { Period.Unit: TimeUnit.Day } or WithoutYear { Unit: TimeUnit.Day } or Offset { Unit: TimeUnit.Day };
}
