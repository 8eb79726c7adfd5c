using Bot.Times;

namespace Bot.Answers;

/// <summary>How the days of a passage lie to those that a question names.</summary>
/// <param name="Within">Some of the passage's days lie wholly within those asked for.</param>
/// <param name="Apart">The passage has days, none of which is asked for.</param>
/// <param name="Unknown">The passage has no known days.</param>
internal readonly record struct DayEvidence(bool Within, bool Apart, bool Unknown)
{
    /// <summary>Nothing of it where the question names no days.</summary>
    public static DayEvidence Of(IReadOnlyList<TimeExpression> times, DayInterval? asked)
    {
        if (asked is not { } wanted) return default;
        var (isWithin, overlaps, hasDays) = (false, false, false);
        foreach (var time in times)
        {
            if (time.Interval is not { } days) continue;
            hasDays = true;
            isWithin |= days.From >= wanted.From && days.To <= wanted.To;
            overlaps |= days.From < wanted.To && wanted.From < days.To;
        }
        return new DayEvidence(isWithin, hasDays && !overlaps, !hasDays);
    }

    /// <summary>From the first to the last day of some times; null where no days are known of any.</summary>
    public static DayInterval? Hull(IEnumerable<TimeExpression> times)
    {
        DayInterval? hull = null;
        foreach (var days in times.Select(time => time.Interval).OfType<DayInterval>())
        {
            hull = hull is { } known ? new DayInterval(known.From < days.From ? known.From : days.From, known.To > days.To ? known.To : days.To) : days;
        }
        return hull;
    }
}
