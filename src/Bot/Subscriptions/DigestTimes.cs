using System.Globalization;
using Cronos;

namespace Bot.Subscriptions;

/// <summary>A time of day on some days of the week in a time zone. Pure: what time it is now is nothing to it.</summary>
/// <param name="Zone">IANA name.</param>
internal sealed record DigestTimes(TimeOnly At, string Zone, Weekdays Days)
{
    /// <summary>
    /// The first such instant after another; null where there is none. Where the clock jumps over the time, the first instant after the jump; where the time comes
    /// twice, the first of the two (Cronos).
    /// </summary>
    public DateTimeOffset? After(DateTimeOffset instant) => Expression().GetNextOccurrence(instant, ZoneInfo());

    /// <summary>All such instants after one and up to another.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo) =>
        after >= upTo ? [] : Expression().GetOccurrences(after, upTo, ZoneInfo(), fromInclusive: false, toInclusive: true);

    /// <summary>A zone that this machine's tables have lost is read as UTC: the digest comes, if at another hour.</summary>
    public TimeZoneInfo ZoneInfo() => Chat.TimeZones.Find(Zone) ?? TimeZoneInfo.Utc;

    /// <summary>"07:00 Europe/Rome, Mon to Fri".</summary>
    public override string ToString() => $"{At.ToString("HH:mm", CultureInfo.InvariantCulture)} {Zone}, {Days}";

    private CronExpression Expression() =>
        CronExpression.Parse(string.Create(CultureInfo.InvariantCulture, $"{At.Minute} {At.Hour} * * {Days.ToCron()}"));
}
