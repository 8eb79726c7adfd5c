using Bot.Text;

namespace Bot.Times;

/// <summary>The four types of TIMEX3 (TimeML 1.2.1, ISO 24617-1).</summary>
internal enum TimeType : byte { Date, Time, Duration, Set }

/// <summary>Days [From, To): from the first day meant up to, not including, To.</summary>
internal readonly record struct DayInterval(DateOnly From, DateOnly To);

/// <summary>
/// A span that names a time. <paramref name="Value"/> is its TIMEX3 value ("2023-04", "XXXX-04" where the year is not
/// stated and cannot be told, "PT4H", "FUTURE_REF"). <paramref name="Interval"/> is null where the days are unknown:
/// a duration, a vague time, or a relative time without a document date. <paramref name="Note"/> tells the reader what is
/// missing ("year not stated"), else null.
/// </summary>
internal sealed record TimeExpression(TextSpan Span, TimeType Type, string Value, DayInterval? Interval, string? Note);
