namespace Bot.Times;

/// <summary>Years and decades: "2023", "in the year 71", "the 1990s", "the '90s", "2022/23", and the end of "2001–04".</summary>
internal static class YearRule
{
    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (OfEra(s, at) is { } era) return era;
        if (s[at].Number < 0) return null;
        if (s[at].Length == 4) return FourDigits(s, at);
        if (s[at].Length == 2 && s.IsDash(at - 1) && s.Touches(at) && s.Touches(at - 1) && IsBareYear(s, at - 2)) return EndOfSpan(s, at);
        var told = (s.Is(at - 1, "year") && s.Is(at - 2, "the")) || IsEarlyYear(s, at);
        return told && s[at].Number is > 0 and < 1000 && Year(s[at].Number) is { } year ? new TimeMatch(at, at + 1, year) : null;
    }

    // "44 BC", "AD 79", "79 CE", "44 v. Chr."; the letters are capitals, for "ad" is a word.
    private static TimeMatch? OfEra(TimeSentence s, int at)
    {
        if (s.Is(at, "AD"))
        {
            return IsLetters(s, at, "AD") && s[at + 1].Number is > 0 and < 3000 and var counted && Year(counted) is { } stated
                ? new TimeMatch(at, at + 2, stated) : null;
        }
        if (s[at].Number <= 0 || s[at].Length > 4) return null;
        if (IsLetters(s, at + 1, "AD") || IsLetters(s, at + 1, "CE"))
        {
            return Year(s[at].Number) is { } after ? new TimeMatch(at, at + 2, after) : null;
        }
        var end = EndBeforeChrist(s, s.Is(at + 1, WordKind.YearWord) ? WithFullStop(s, at + 2) : at + 1);
        return end > 0 ? new TimeMatch(at, end, new Fixed(TimeType.Date, $"BC{s[at].Number:0000}")) : null;
    }

    /// <summary>Where "BC", "до н. э.", "v. Chr.", "av. J.-C." or "a. C." end that begin at the token; -1 for other words.</summary>
    public static int EndBeforeChrist(TimeSentence s, int at)
    {
        if (IsLetters(s, at, "BC") || IsLetters(s, at, "BCE")) return at + 1;
        if (s.Is(at, "до") && s.IsAny(at + 1, "н", "нашей", "нашої")) return WithFullStop(s, s.IsMark(at + 2, '.') ? at + 4 : at + 3);
        if (s.Is(at, "v") && s.IsMark(at + 1, '.') && s.Is(at + 2, "Chr")) return WithFullStop(s, at + 3);
        if (s.Is(at, "vor") && s.Is(at + 1, "Christus")) return at + 2;
        if (s.Is(at, "a") && s.IsMark(at + 1, '.') && s.Is(at + 2, "C") && s[at + 2].IsCapital) return WithFullStop(s, at + 3);
        if (!s.IsAny(at, "av", "avant")) return -1;
        var name = s.IsMark(at + 1, '.') ? at + 2 : at + 1;
        return s.Is(name, "J") && s.IsMark(name + 1, '.') && s.IsDash(name + 2) && s.Is(name + 3, "C") ? WithFullStop(s, name + 4) : -1;
    }

    private static int WithFullStop(TimeSentence s, int end) => s.IsMark(end, '.') ? end + 1 : end;

    private static bool IsLetters(TimeSentence s, int at, string letters) => s.Slice(at).SequenceEqual(letters);

    // "in 866, the city fell", "after 211 it became"
    private static bool IsEarlyYear(TimeSentence s, int at) => s[at].Length == 3 && s[at].Number >= 100
        && s.IsAny(at - 1, "in", "after", "since", "until", "before")
        && (at + 1 >= s.Count || (s[at + 1].Mark is ',' or '.' or ';' or ')' && !(s.Touches(at + 2) && s[at + 2].Number >= 0))
            || s.Is(at + 1, WordKind.PastVerb));

    private static TimeMatch? FourDigits(TimeSentence s, int at)
    {
        var year = s[at].Number;
        var next = s[at + 1].Mark is '\'' or '’' && s.Touches(at + 1) ? at + 2 : at + 1;
        if (year % 10 == 0 && year >= 1000 && s.Touches(next) && s.Is(next, "s") && (next == at + 1 || IsPluralContext(s, at)))
        {
            return Period.OfMonth(TimeUnit.Decade, year, 1) is { } decade ? new TimeMatch(at, next + 1, new Stated(decade)) : null;
        }
        if (IsSchoolYear(s, at)) return SchoolYear(s, at);
        if (!IsBareYear(s, at) || Year(year) is not { } reading) return null;
        var end = at + 1;
        if (s.Is(end, WordKind.YearWord) && s[end].Word!.Text != "year")
        {
            end++;
            if (s.IsMark(end, '.') && s[end - 1].Length <= 2) end++;
        }
        return new TimeMatch(at, end, reading);
    }

    // "the 1930's", but "2010's best film".
    private static bool IsPluralContext(TimeSentence s, int at) => s.Is(at - 1, WordKind.Article | WordKind.Edge) || s.IsDash(at - 1);

    /// <summary>A year and the next one, joined: "2022-23", "2022/2023".</summary>
    internal static bool IsTwoYears(TimeSentence s, int at)
    {
        if (s[at].Length != 4 || s[at].Number is < 1 or > 9990 || !s.Touches(at + 1) || !s.Touches(at + 2)) return false;
        if (!s.IsMark(at + 1, '/') && !s.IsDash(at + 1)) return false;
        var (first, second) = (s[at].Number, s[at + 2].Number);
        return s[at + 2].Length == 2 ? second == (first + 1) % 100 : s[at + 2].Length == 4 && second == first + 1;
    }

    // "2022/23" always, "2022-23" before "season", "academic year", "fiscal year", "school year".
    private static bool IsSchoolYear(TimeSentence s, int at)
    {
        if (!IsTwoYears(s, at)) return false;
        return (s.IsMark(at + 1, '/') && s[at + 2].Length == 2) || s.Is(at + 3, "season")
            || (s.Is(at + 4, WordKind.YearWord) && s[at + 3].IsWord && !s.Is(at + 3, WordKind.Preposition));
    }

    private static TimeMatch SchoolYear(TimeSentence s, int at)
    {
        var end = s.Is(at + 4, WordKind.YearWord) && s[at + 3].IsWord && s.IsAny(at + 3, "academic", "school", "fiscal", "financial")
            ? at + 5 : at + 3;
        return TwoYears(s, at, at, end);
    }

    /// <summary>The year that begins in the first and ends in the second of two joined years; <paramref name="year"/> is the first's
    /// token.</summary>
    internal static TimeMatch TwoYears(TimeSentence s, int at, int year, int end)
    {
        var first = s[year].Number;
        var days = new DayInterval(new DateOnly(first, 1, 1), new DateOnly(first + 2, 1, 1));
        return new TimeMatch(at, end,
            new Fixed(TimeType.Date, $"{first:0000}/{first + 1:0000}", days, "within the two years, its days are not stated"));
    }

    private static TimeMatch? EndOfSpan(TimeSentence s, int at)
    {
        var first = s[at - 2].Number;
        var year = first / 100 * 100 + s[at].Number;
        return year > first && Year(year) is { } reading ? new TimeMatch(at, at + 1, reading) : null;
    }

    private static Stated? Year(int year) => Period.OfMonth(TimeUnit.Year, year, 1) is { } period ? new Stated(period) : null;

    /// <summary>Four digits that can be a year by themselves; what else such a number may be, TimeVeto tells.</summary>
    internal static bool IsBareYear(TimeSentence s, int at)
    {
        var year = s[at].Number;
        if (s[at].Length != 4 || year is < 1000 or > 2100) return false;
        return year >= 1500 || s.Is(at - 1, WordKind.Preposition) || s.Is(at - 1, "year");
    }
}
