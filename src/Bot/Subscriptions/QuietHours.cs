using System.Globalization;
using Bot.Chat;

namespace Bot.Subscriptions;

/// <summary>The hours of each day in which somebody is told nothing; what came meanwhile is told when they end.</summary>
/// <param name="To">Not among them. Before <paramref name="From"/>: of the next day.</param>
/// <param name="Zone">IANA name of a time zone.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly To, string Zone)
{
    private const string Forms = "takes hours such as 22:00-07:00, or off";

    /// <summary>The end of the quiet hours that an instant lies in; the instant itself outside of them.</summary>
    public DateTimeOffset After(DateTimeOffset instant)
    {
        var zone = TimeZones.Find(Zone) ?? TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var at = TimeOnly.FromDateTime(local.DateTime);
        if (!at.IsBetween(From, To)) return instant;
        var end = DateOnly.FromDateTime(local.DateTime).AddDays(at >= To ? 1 : 0).ToDateTime(To);
        // A time that a clock change leaves out comes as much later.
        while (zone.IsInvalidTime(end)) end = end.AddMinutes(1);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }

    /// <param name="text">"22:00-07:00".</param>
    /// <returns>The hours, or the sentence that says what was wrong.</returns>
    public static (QuietHours? Hours, string? Problem) Read(string text, string zone)
    {
        var ends = text.Split('-', '–');
        if (ends.Length != 2 || ReadTime(ends[0]) is not { } from || ReadTime(ends[1]) is not { } to || from == to)
        {
            return (null, $"/{CommandCatalog.WatchQuiet} {Forms}; \"{text}\" is neither.");
        }
        return TimeZones.Find(zone) is { } known
            ? (new QuietHours(from, to, known.Id), null)
            : (null, $"zone: takes a time zone such as Europe/Rome; \"{zone}\" is none that this machine knows.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm} to {To:HH:mm} ({Zone})");

    private static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text.Trim(), ["H:mm", "HH:mm", "%H", "HH"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
