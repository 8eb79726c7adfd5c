namespace Bot.Times;

/// <summary>Tells a habit from an event: "They usually meet in July" is of no one year, "talks twice per week, on Thursday" of no one
/// week.</summary>
internal static class HabitFinder
{
    public static bool IsHabit(TimeSentence s)
    {
        for (var at = 0; at < s.Count; at++)
        {
            if (s.Value(at, WordKind.Opener) == 20) return true;
            var isRate = s.Is(at, WordKind.Every) || s.Is(at, "per");
            if (isRate && s.Is(at + 1, WordKind.Unit) && s.IsAny(at + 1, "week", "month", "year")) return true;
        }
        return false;
    }
}
