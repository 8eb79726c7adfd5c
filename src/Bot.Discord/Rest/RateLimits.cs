using System.Collections.Concurrent;

namespace Bot.Discord.Rest;

/// <summary>
/// When the next request of a route may be sent, as Discord's answers tell: a bucket for each route and top-level resource, and one pause for all after a
/// global 429. By the monotonic clock: that of the machine may be set. Callbacks of interactions are exempt and never wait here. Thread-safe.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Pause> pauses = new(StringComparer.Ordinal);
    private volatile Pause? all;

    /// <summary>How long a request of the route has to wait; zero or less when it may be sent.</summary>
    /// <param name="route">The path with its top-level ids, as <c>POST channels/123/messages</c>.</param>
    public TimeSpan WaitFor(string route)
    {
        var (own, everywhere) = (Left(pauses.GetValueOrDefault(route)), Left(all));
        return own > everywhere ? own : everywhere;
    }

    /// <summary>Takes in what an answer told of the route's bucket.</summary>
    /// <param name="remaining">Requests that may still be sent before the reset; null when the answer did not say.</param>
    /// <param name="resetAfter">Until the bucket is full again.</param>
    public void Note(string route, int? remaining, TimeSpan? resetAfter)
    {
        if (remaining == 0 && resetAfter is { } wait) pauses[route] = new Pause(time.GetTimestamp(), wait);
        else pauses.TryRemove(route, out _);
    }

    /// <summary>Takes in a 429.</summary>
    public void Refused(string route, TimeSpan retryAfter, bool isGlobal)
    {
        var pause = new Pause(time.GetTimestamp(), retryAfter);
        if (isGlobal) all = pause;
        else pauses[route] = pause;
    }

    private TimeSpan Left(Pause? pause) => pause is null ? TimeSpan.Zero : pause.Length - time.GetElapsedTime(pause.Since);

    private sealed record Pause(long Since, TimeSpan Length);
}
