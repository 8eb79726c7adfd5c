using Bot.Subscriptions;

namespace Bot.Digests;

/// <summary>A digest that is to be posted, or to be left out: what was new after <paramref name="From"/> and up to <paramref name="To"/>.</summary>
/// <param name="To">When it was due; of the newest the moment it was planned: what came while the bot was away was read only when it was back.</param>
internal sealed record PlannedDigest(DateTimeOffset Due, DateTimeOffset From, DateTimeOffset To, bool IsSkipped);

/// <summary>Which digests of a subscription are due. Pure: the moment comes in.</summary>
internal static class DigestSchedule
{
    /// <summary>A digest that is later than this was missed: the bot was away.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    /// <summary>The first digest covers one day, however long ago the folder was filled.</summary>
    public static readonly TimeSpan FirstWindow = TimeSpan.FromDays(1);

    /// <summary>After a long absence no more than a week's digests come late, the newest: a channel is not flooded.</summary>
    private const int MostLate = 7;

    /// <summary>Those due by <paramref name="now"/>, the oldest first; the windows of those that are not skipped join where nothing was skipped between.</summary>
    public static IReadOnlyList<PlannedDigest> Due(Subscription subscription, DateTimeOffset now)
    {
        var from = subscription.LastDue;
        var planned = new List<PlannedDigest>();
        foreach (var due in subscription.Times.Between(subscription.LastDue ?? subscription.Created, now))
        {
            planned.Add(new PlannedDigest(due, from ?? due - FirstWindow, due, IsSkipped: false));
            from = due;
        }
        if (planned.Count > 0) planned[^1] = planned[^1] with { To = now };
        var missed = planned.Count(digest => now - digest.Due > Grace);
        return subscription.AfterDowntime switch
        {
            _ when missed == 0 => planned,
            AfterDowntime.Skipped => [.. planned.Select((digest, i) => digest with { IsSkipped = i < missed })],
            AfterDowntime.Late => [.. planned.Select((digest, i) => digest with { IsSkipped = i < missed - MostLate })],
            _ => [planned[^1] with { From = planned[0].From }],
        };
    }
}
