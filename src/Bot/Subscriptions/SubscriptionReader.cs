using System.Globalization;
using System.Security.Cryptography;
using Bot.Chat;

namespace Bot.Subscriptions;

/// <summary>Reads /digest subscribe as a subscription.</summary>
internal static class SubscriptionReader
{
    /// <summary>More topics than a morning's reading has.</summary>
    private const int MostTopics = 10;

    private static readonly string[] TimeForms = ["H:mm", "HH:mm", "H.mm", "HH.mm", "%H", "HH", "h:mmtt", "htt"];

    /// <param name="defaults">What holds where an option is not given.</param>
    /// <returns>The subscription, or the sentence that says what was wrong.</returns>
    public static (Subscription? Subscription, string? Problem) Read(Command command, Asker by, DigestsOptions defaults, DateTimeOffset now)
    {
        var (at, zone, days) = (command.Option("at") ?? defaults.At, command.Option("zone") ?? defaults.Zone, command.Option("days") ?? "daily");
        if (ReadTime(at) is not { } time) return (null, $"at: takes a time of day such as 07:00; \"{at}\" is none.");
        if (TimeZones.Find(zone) is not { } known)
        {
            var near = TimeZones.Matching(zone.Replace(' ', '_')).FirstOrDefault();
            return (null, $"zone: takes a time zone such as Europe/Rome; \"{zone}\" is none that this machine knows.{(near is null ? "" : $" Did you mean {near}?")}");
        }
        if (Weekdays.Read(days) is not { } weekdays) return (null, $"days: takes daily, weekdays, mon-fri or mon,thu; \"{days}\" is none of them.");
        var topics = TopicsOf(command.Option("topics"));
        if (topics.Count > MostTopics) return (null, $"A digest may have {MostTopics} topics; these are {topics.Count}. Subscribe twice.");
        return (new Subscription(
            RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 6), by.Platform, by.Conversation, command.Scope, topics,
            new DigestTimes(time, known.Id, weekdays),
            command.Option("empty") is "silent" ? WhenEmpty.Silent : WhenEmpty.Say,
            command.Option("missed") switch { "late" => AfterDowntime.Late, "skipped" => AfterDowntime.Skipped, _ => AfterDowntime.Merged },
            now), null);
    }

    /// <summary>"talks, Lavrov" are two; "all" and "everything" are none.</summary>
    public static IReadOnlyList<string> TopicsOf(string? text) => text?.Trim().ToLowerInvariant() is "all" or "everything" ? [] :
        [.. (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
