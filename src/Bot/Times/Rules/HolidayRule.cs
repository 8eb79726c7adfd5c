namespace Bot.Times;

/// <summary>Holidays that fall on one day of the calendar in every country that keeps them by that name (English).</summary>
internal static class HolidayRule
{
    private static readonly (string[] Words, int Month, int Day)[] Holidays =
    [
        (["Christmas", "Eve"], 12, 24), (["Christmas", "Day"], 12, 25), (["Christmas"], 12, 25), (["Boxing", "Day"], 12, 26),
        (["New", "Year", "'", "s", "Eve"], 12, 31), (["New", "Year", "'", "s", "Day"], 1, 1), (["New", "Year", "'", "s"], 1, 1),
        (["Halloween"], 10, 31), (["Valentine", "'", "s", "Day"], 2, 14), (["May", "Day"], 5, 1), (["Armistice", "Day"], 11, 11),
        (["Bastille", "Day"], 7, 14), (["St", ".", "Patrick", "'", "s", "Day"], 3, 17), (["Orthodox", "Christmas"], 1, 7),
    ];

    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (!s[at].IsCapital || s[at].Length < 2 || !s.Is(at, WordKind.Opener)) return null;
        foreach (var (words, month, day) in Holidays)
        {
            var end = at;
            while (end - at < words.Length && IsWord(s, end, words[end - at])) end++;
            if (end - at < words.Length) continue;
            // "Christmas Island", "Halloween Horror Nights"
            if (words.Length == 1 && s[end].IsCapital && s[end].IsWord) return null;
            if (s.Is(end, WordKind.Of)) end++;
            return CalendarRule.YearAfter(s, end, out var after, out var year) && Period.OfDay(year, month, day) is { } stated
                ? new TimeMatch(at, after, new Stated(stated))
                : new TimeMatch(at, at + words.Length, new WithoutYear(TimeUnit.Day, month, day));
        }
        return null;
    }

    private static bool IsWord(TimeSentence s, int at, string word) =>
        word is "'" ? s[at].Mark is '\'' or '’' : word is "." ? s.IsMark(at, '.') : s.Is(at, word);
}
