namespace Bot.Times;

/// <summary>Decades: "the '90s", "the sixties"; "1990er Jahre", "в 90-х годах", "les années 1990", "la década de 1980". For "1990s" see
/// YearRule.</summary>
internal static class DecadeRule
{
    /// <summary>Two digits under this are of our century: "the '20s".</summary>
    private const int FirstOfLastCentury = 30;

    public static TimeMatch? Match(TimeSentence s, int at)
    {
        if (s[at].Mark is '\'' or '’' or '‘') return AfterApostrophe(s, at);
        if (s[at].Number >= 0) return WithEnding(s, at);
        if (s.Value(at, WordKind.Article) == 1) return InWords(s, at + 1) is { } words ? words with { First = at } : null;
        return s.Is(at, WordKind.Unit) ? AfterUnit(s, at) : null;
    }

    // "the '90s", "the early ’60s"
    private static TimeMatch? AfterApostrophe(TimeSentence s, int at)
    {
        var number = at + 1;
        return s[number].Length == 2 && s.Touches(number) && s.Is(number + 1, "s") && s.Touches(number + 1)
            ? Decade(s, number, at, number + 2) : null;
    }

    // "1990er Jahre", "90er-Jahren", "1990-х годах"
    private static TimeMatch? WithEnding(TimeSentence s, int at)
    {
        var next = s.IsDash(at + 1) && s.Touches(at + 1) ? at + 2 : at + 1;
        if (!s.Touches(next) || s.Value(next, WordKind.OrdinalEnding) != 2) return null;
        next += s.IsDash(next + 1) ? 2 : 1;
        var isYears = s.Is(next, WordKind.YearWord) || s.Value(next, WordKind.Unit) == (int)TimeUnit.Year;
        return isYears || s[at].Length == 4 ? Decade(s, at, at, isYears ? next + 1 : next) : null;
    }

    // "années 1990", "años 90", "años noventa", "década de 1980"
    private static TimeMatch? AfterUnit(TimeSentence s, int at)
    {
        var unit = (TimeUnit)s.Value(at, WordKind.Unit);
        if (unit != TimeUnit.Decade && !(unit == TimeUnit.Year && s.Is(at, WordKind.Plural))) return null;
        var number = s.Is(at + 1, WordKind.Of) ? at + 2 : at + 1;
        if (s.Value(number, WordKind.Opener) >= 40) return Words(s, at, number);
        return (number == at + 1) == (unit == TimeUnit.Year) ? Decade(s, number, at, number + 1) : null;
    }

    // "the sixties", "the early sixties": of the last century. Not the nineties of a thermometer.
    private static TimeMatch? InWords(TimeSentence s, int at)
    {
        var edge = s.Value(at, WordKind.Edge);
        var number = edge == 0 ? at : s.IsDash(at + 1) ? at + 2 : at + 1;
        if (s.Value(number, WordKind.Opener) < 40 || !s.Is(at - 2, WordKind.Preposition)) return null;
        for (var other = 0; other < s.Count; other++)
        {
            if (s.IsAny(other, "temperature", "temperatures", "degrees", "highs", "lows", "percent")) return null;
        }
        return Words(s, at, number) is { } words ? words with { Edge = edge } : null;
    }

    private static TimeMatch? Words(TimeSentence s, int first, int number) =>
        Of(1900 + s.Value(number, WordKind.Opener), first, number + 1);

    private static TimeMatch? Decade(TimeSentence s, int number, int first, int end)
    {
        var year = s[number].Number;
        if (year < 0 || year % 10 != 0) return null;
        return s[number].Length switch
        {
            2 => Of((year >= FirstOfLastCentury ? 1900 : 2000) + year, first, end),
            4 when year >= 1000 => Of(year, first, end),
            _ => null,
        };
    }

    private static TimeMatch? Of(int year, int first, int end) =>
        Period.OfMonth(TimeUnit.Decade, year, 1) is { } decade ? new TimeMatch(first, end, new Stated(decade)) : null;
}
