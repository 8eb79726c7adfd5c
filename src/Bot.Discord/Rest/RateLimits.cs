using System.Collections.Concurrent;

namespace Bot.Discord.Rest;

/// <summary>
/// When the next request of a route may be sent, as Discord's answers tell: a bucket for each route and top-level resource, and one pause for all after a
/// global 429. Callbacks of interactions are exempt and never wait here. Thread-safe.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> openAt = new(StringComparer.Ordinal);
    private long allOpenAt;

    /// <summary>How long a request of the route has to wait; zero or less when it may be sent.</summary>
    /// <param name="route">The path with its top-level ids, as <c>POST /channels/123/messages</c>.</param>
    public TimeSpan WaitFor(string route)
    {
        var now = time.GetUtcNow();
        var all = new DateTimeOffset(Volatile.Read(ref allOpenAt), TimeSpan.Zero);
        var own = openAt.GetValueOrDefault(route);
        return (own > all ? own : all) - now;
    }

    /// <summary>Takes in what an answer told of the route's bucket.</summary>
    /// <param name="remaining">Requests that may still be sent before the reset; null when the answer did not say.</param>
    /// <param name="resetAfter">Until the bucket is full again.</param>
    public void Note(string route, int? remaining, TimeSpan? resetAfter)
    {
        if (remaining == 0 && resetAfter is { } wait) openAt[route] = time.GetUtcNow() + wait;
        else openAt.TryRemove(route, out _);
    }

    /// <summary>Takes in a 429.</summary>
    public void Refused(string route, TimeSpan retryAfter, bool isGlobal)
    {
        var until = time.GetUtcNow() + retryAfter;
        if (isGlobal) Volatile.Write(ref allOpenAt, until.UtcTicks);
        else openAt[route] = until;
    }
}
