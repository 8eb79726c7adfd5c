using Bot.Text;

namespace Bot.Times;

/// <summary>
/// Gives each reading its TIMEX3 value and its days, from the document date, the verbs around it, and the expressions before it. What
/// these do not tell stays unknown, with a note that says so.
/// </summary>
internal sealed class TimeNormaliser(DateOnly? documentDate)
{
    private const string YearNotStated = "year not stated";
    private const string DateUnknown = "relative to an unknown date";
    private const string NothingBefore = "relative to a time that the text does not date";

    private const string HourUnknown = "the hour of writing is not known";
    private const string AnyYear = "any year";
    private const string AnyWeek = "any week";

    private Period? _before;
    private int _statedYear;
    private Period? _dayBefore;
    private Period? _dayInSentence;
    private int _paragraph = -1;
    private bool _isAsOf;
    private bool _isHabit;
    private bool _isRangeEnd;
    private int _endBefore;

    /// <summary>A year that is named in one paragraph does not hold in the next, nor a day in the next sentence for its clock
    /// times.</summary>
    public void Enter(int paragraph)
    {
        _dayInSentence = null;
        _endBefore = -1;
        if (paragraph == _paragraph) return;
        _paragraph = paragraph;
        _statedYear = 0;
    }

    public TimeExpression Normalise(TimeSentence sentence, TimeMatch match)
    {
        var span = new TextSpan(sentence[match.First].Start, sentence[match.End - 1].End);
        _isHabit = IsOpen(match.Reading) && (HabitFinder.IsHabit(sentence) || IsAnyWeekday(sentence, match));
        _isAsOf = sentence.Is(match.First - 2, "as") && sentence.Is(match.First - 1, WordKind.Of);
        _isRangeEnd = _endBefore == match.First - 1 && _before is not null
            && (sentence.Value(match.First - 1, WordKind.RangeWord) == 1 || sentence.IsDash(match.First - 1));
        _endBefore = match.End;
        if (match.Edge == 0) match = match with { Edge = EdgeBefore(sentence, match.First) };
        var direction = new Lazy<Direction>(() => TenseFinder.Find(sentence, match.First, match.End));
        return match.Reading switch
        {
            Fixed told => new TimeExpression(span, told.Type, told.Value, told.Interval, told.Note),
            Stretch stretch => Stretched(span, stretch),
            OfDay part => PartOfDay(span, part, direction),
            _ => Dated(span, match, direction),
        };
    }

    private TimeExpression Dated(TextSpan span, TimeMatch match, Lazy<Direction> direction)
    {
        if (Resolve(match.Reading, direction) is not { } period)
        {
            return new TimeExpression(span, TimeType.Date, OpenValue(match.Reading), null, WhatIsMissing(match.Reading));
        }
        Remember(period, match.Reading);
        return new TimeExpression(span, TimeType.Date, period.Value, period.Interval, EdgeNote(match.Edge));
    }

    private TimeExpression PartOfDay(TextSpan span, OfDay part, Lazy<Direction> direction)
    {
        var day = part.Day is null ? _dayInSentence ?? DayOfEvent(part, direction) : Resolve(part.Day, direction);
        if (day is not { } known)
        {
            var open = part.Day is null ? "XXXX-XX-XX" : OpenValue(part.Day);
            if (open.EndsWith("_REF", StringComparison.Ordinal)) open = "XXXX-XX-XX";
            return new TimeExpression(span, TimeType.Time, open + part.Part, null, part.Day is null
                ? "day not stated" : WhatIsMissing(part.Day));
        }
        if (part.Day is not null) Remember(known, part.Day);
        return new TimeExpression(span, TimeType.Time, known.Value + part.Part, known.Interval, null);
    }

    // "The talks began at 09:15 UTC": on the day named last, or that of the writing where the text has named none.
    private Period? DayOfEvent(OfDay part, Lazy<Direction> direction) => !part.HasZone || direction.Value != Direction.Past ? null
        : _dayBefore ?? (documentDate is { } today ? new Period(TimeUnit.Day, today) : null);

    private TimeExpression Stretched(TextSpan span, Stretch stretch)
    {
        var value = stretch is { Unit: TimeUnit.Decade or TimeUnit.Century, Count: > 0 }
            ? $"P{stretch.Count * (stretch.Unit == TimeUnit.Decade ? 10 : 100)}Y"
            : DurationRule.Value(stretch.Unit, stretch.Count == 0 ? "X" : $"{stretch.Count}");
        if (documentDate is not { } today || stretch.Count == 0 || stretch.Unit < TimeUnit.Day)
        {
            return new TimeExpression(span, TimeType.Duration, value, null, stretch.Count == 0 || stretch.Unit < TimeUnit.Day
                ? null : DateUnknown);
        }
        DayInterval? days = Period.DayAfter(today, stretch.Unit, stretch.Ahead ? stretch.Count : -stretch.Count) is not { } edge ? null
            : stretch.Ahead ? new DayInterval(today, edge) : new DayInterval(edge, today);
        return new TimeExpression(span, TimeType.Duration, value, days, null);
    }

    private Period? Resolve(Reading reading, Lazy<Direction> direction) => reading switch
    {
        Stated stated => stated.Period,
        Offset offset => Shifted(offset),
        WithoutYear { Within: { } whole } open => Resolve(whole, direction) is { } told ? YearChooser.Within(open, told) : null,
        WithoutYear open => documentDate is not { } today || _isHabit ? null
            : _isRangeEnd && YearChooser.After(open, _before!.Value) is { } end ? end
            : !_isAsOf && IsNarrative(open, today, direction) && YearChooser.InYear(open, _statedYear) is { } told
                && YearChooser.IsOnWeekday(open, told) ? told
            : YearChooser.Choose(open, today, direction.Value),
        _ => null,
    };

    // "It was a Sunday."; but "at a Friday meeting"
    private static bool IsAnyWeekday(TimeSentence sentence, TimeMatch match) => match.End == match.First + 1
        && sentence.Is(match.First, WordKind.Weekday) && sentence.Value(match.First - 1, WordKind.Article) == 2
        && (!sentence[match.End].IsWord || sentence.Is(match.End, WordKind.Preposition | WordKind.Auxiliary));

    private static bool IsOpen(Reading reading) =>
        (reading is OfDay { Day: { } day } ? day : reading) is WithoutYear { Within: null, Relation: 0 };

    // "He resigned in 1943. In March ..." tells of 1943, whatever the day of writing.
    private bool IsNarrative(WithoutYear open, DateOnly today, Lazy<Direction> direction) =>
        open is { Month: > 0, Relation: 0 } && _statedYear > 0 && _statedYear < today.Year - 1 && direction.Value == Direction.Past;

    private Period? Shifted(Offset offset)
    {
        var origin = offset.FromExpressionBefore ? _before : documentDate is { } today ? new Period(TimeUnit.Day, today) : null;
        if (origin is not { } from) return null;
        // "two weeks later" than a day is a day; "that day" of a month is unknown; "the following year" of a day is a year.
        if (offset.FromExpressionBefore && from.Unit > offset.Unit) return null;
        if (offset.FromExpressionBefore && offset.Unit == TimeUnit.Week && Math.Abs(offset.Count) > 0 && from.Unit == TimeUnit.Day)
        {
            return from.Shift(7 * offset.Count);
        }
        return offset.Unit < TimeUnit.Day ? null : Period.Of(offset.Unit, from.From)?.Shift(offset.Count);
    }

    private void Remember(Period period, Reading reading)
    {
        _before = period;
        if (period.Unit == TimeUnit.Day) _dayBefore = _dayInSentence = period;
        if (reading is Stated && period.Unit <= TimeUnit.Year) _statedYear = period.From.Year;
        // "in 2004 ... since January of this year ... in March": the story has come back.
        else if (period.From.Year != _statedYear) _statedYear = 0;
    }

    private static string OpenValue(Reading reading) => reading switch
    {
        WithoutYear { Unit: TimeUnit.Weekend } => "XXXX-WXX-WE",
        WithoutYear { Unit: TimeUnit.Day, Month: 0, Number: > 0 } weekday => $"XXXX-WXX-{weekday.Number}",
        WithoutYear { Unit: TimeUnit.Day, Month: 0 } day => $"XXXX-XX-{-day.Number:00}",
        WithoutYear { Unit: TimeUnit.Day } day => $"XXXX-{day.Month:00}-{day.Number:00}",
        WithoutYear { Unit: TimeUnit.Month } month => $"XXXX-{month.Month:00}",
        WithoutYear { Unit: TimeUnit.Season } season => $"XXXX-{Period.SeasonCode(season.Month / 3)}",
        WithoutYear { Unit: TimeUnit.Quarter } quarter => $"XXXX-Q{(quarter.Month + 2) / 3}",
        WithoutYear half => $"XXXX-H{(half.Month + 5) / 6}",
        Offset { Unit: TimeUnit.Day, Count: 0, FromExpressionBefore: false } => "PRESENT_REF",
        Offset { Unit: < TimeUnit.Day } offset => offset.Count < 0 ? "PAST_REF" : "FUTURE_REF",
        Offset { Unit: TimeUnit.Week or TimeUnit.Weekend } => "XXXX-WXX",
        Offset { Unit: TimeUnit.Month } => "XXXX-XX",
        Offset { Unit: TimeUnit.Year } => "XXXX",
        Offset { Unit: TimeUnit.Decade } => "XXX",
        Offset { Unit: TimeUnit.Century } => "XX",
        _ => "XXXX-XX-XX",
    };

    private string? WhatIsMissing(Reading reading) => reading switch
    {
        WithoutYear { Within: null } open when _isHabit => open.Month > 0 ? AnyYear : AnyWeek,
        Offset { FromExpressionBefore: true } => NothingBefore,
        Offset { Unit: < TimeUnit.Day } when documentDate is not null => HourUnknown,
        Offset => DateUnknown,
        WithoutYear { Within: { } whole } => WhatIsMissing(whole),
        WithoutYear { Month: 0, Number: > 0 } => "which week is not stated",
        WithoutYear { Month: 0 } => "month not stated",
        _ => YearNotStated,
    };

    /// <summary>"at the end of <u>January</u>": the value is the month's, the note tells which part.</summary>
    private static int EdgeBefore(TimeSentence sentence, int first)
    {
        var of = sentence.Is(first - 1, WordKind.Article) ? first - 2 : first - 1;
        return sentence.Is(of, WordKind.Of) ? sentence.Value(of - 1, WordKind.Opener) - 1 : 0;
    }

    private static string? EdgeNote(int edge) => edge switch { 1 => "its early part", 2 => "its middle", 3 => "its late part", _ => null };
}
