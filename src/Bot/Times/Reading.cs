namespace Bot.Times;

/// <summary>What an expression says, before it is known from where it is seen. TimeNormaliser gives it a value.</summary>
internal abstract record Reading;

/// <summary>A period that the words state in full: "6 July 2023", "the 1990s".</summary>
internal sealed record Stated(Period Period) : Reading;

/// <summary>
/// A part of a year that does not say which: "6 July" (Month and Number), "April", "Friday" (Number is the weekday), "the autumn",
/// "the third quarter". <paramref name="Relation"/> is what the words say of it ("last Friday"); 0 when nothing.
/// </summary>
internal sealed record WithoutYear(TimeUnit Unit, int Month, int Number, Relation Relation = 0) : Reading
{
    /// <summary>The weekday that stands before a date, 1 to 7; 0 where none does.</summary>
    public int Weekday { get; init; }

    /// <summary>What tells the year, or a weekday's week, by other words: "of that year", "last year", "next week".</summary>
    public Reading? Within { get; init; }
}

/// <summary>So many units from the document date ("three days ago"), or from the expression before ("two weeks later").</summary>
internal sealed record Offset(TimeUnit Unit, int Count, bool FromExpressionBefore) : Reading;

/// <summary>A clock time or a part of a day: <paramref name="Part"/> is what TIMEX3 writes after the day, "T20:00" or "TMO".</summary>
/// <param name="Day">Null when the words do not tell the day.</param>
internal sealed record OfDay(Reading? Day, string Part) : Reading
{
    /// <summary>True where a zone follows: who names it tells of an event and not of opening hours.</summary>
    public bool HasZone { get; init; }
}

/// <summary>A stretch up to, or from, the document date: "the past five years". Count 0: not told how many.</summary>
internal sealed record Stretch(TimeUnit Unit, int Count, bool Ahead) : Reading;

/// <summary>A value that nothing else changes: durations, sets, PRESENT_REF, and years whose days differ by country.</summary>
internal sealed record Fixed(TimeType Type, string Value, DayInterval? Interval = null, string? Note = null) : Reading;

/// <summary>Tokens [First, End) and what they say; <paramref name="Edge"/> 1 early, 2 mid, 3 late in the period, 0 the whole.</summary>
internal readonly record struct TimeMatch(int First, int End, Reading Reading, int Edge = 0);
