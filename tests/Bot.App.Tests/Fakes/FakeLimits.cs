using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bot.App.Tests.Fakes;

/// <summary>
/// Discord's limits of how much may be sent: a bucket for each route and top-level resource, and one for all that the bot's token is sent with
/// (discord.com/developers/docs/topics/rate-limits). Every answer tells how its bucket stands. Thread-safe.
/// </summary>
internal sealed class FakeLimits(TimeProvider time)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (int Requests, TimeSpan Window)> allowed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>Requests in a second over all routes, answers to interactions left out.</summary>
    public int InAll { get; set; } = 50;

    /// <param name="route">As <c>POST /channels/{channel}/messages</c>.</param>
    public void Set(string route, int requests, TimeSpan window) => allowed[route] = (requests, window);

    /// <summary>Takes a request out of its buckets and writes how they stand to the answer.</summary>
    /// <param name="resource">The top-level id of the path.</param>
    /// <returns>How long to wait, and whether with everything, where the request is refused.</returns>
    public (TimeSpan Wait, bool IsGlobal)? Take(HttpResponse answer, string route, string resource, bool isExempt)
    {
        if (!isExempt && Of("all", InAll, Second).Take(out var wait) is null) return (wait, true);
        var (requests, window) = allowed.GetValueOrDefault(route, (1_000, Second));
        var left = Of($"{route} {resource}", requests, window).Take(out wait);
        Write(answer, route, requests, left ?? 0, wait);
        return left is null ? (wait, false) : null;
    }

    /// <summary>Writes the headers of a 429.</summary>
    public static void Refuse(HttpResponse answer, TimeSpan wait, bool isGlobal)
    {
        // Whole seconds, as Discord's proxy writes them; the body has the exact time.
        answer.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        answer.Headers["X-RateLimit-Scope"] = isGlobal ? "global" : "user";
        if (isGlobal) answer.Headers["X-RateLimit-Global"] = "true";
    }

    /// <summary>The body of a 429.</summary>
    public static string Body(TimeSpan wait, bool isGlobal) =>
        $$"""{"message":"You are being rate limited.","retry_after":{{Seconds(wait.TotalSeconds)}},"global":{{(isGlobal ? "true" : "false")}}}""";

    private void Write(HttpResponse answer, string route, int requests, int left, TimeSpan wait)
    {
        answer.Headers["X-RateLimit-Bucket"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route)))[..32];
        answer.Headers["X-RateLimit-Limit"] = requests.ToString(CultureInfo.InvariantCulture);
        answer.Headers["X-RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
        answer.Headers["X-RateLimit-Reset-After"] = Seconds(wait.TotalSeconds);
        answer.Headers["X-RateLimit-Reset"] = Seconds((time.GetUtcNow() + wait - DateTimeOffset.UnixEpoch).TotalSeconds);
    }

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    private Bucket Of(string name, int requests, TimeSpan window) => buckets.GetOrAdd(name, _ => new Bucket(time, requests, window));

    private sealed class Bucket(TimeProvider time, int requests, TimeSpan window)
    {
        private readonly Lock turn = new();
        private long began;
        private int taken;

        /// <summary>How many are left after this one; null when none was.</summary>
        /// <param name="wait">Until it is full again.</param>
        public int? Take(out TimeSpan wait)
        {
            lock (turn)
            {
                if (taken == 0 || time.GetElapsedTime(began) >= window) (began, taken) = (time.GetTimestamp(), 0);
                wait = window - time.GetElapsedTime(began);
                return taken == requests ? null : requests - ++taken;
            }
        }
    }
}
