namespace Bot.Discord.Rest;

/// <summary>
/// When the next request may be sent (discord.com/developers/docs/topics/rate-limits): as many as are left in its bucket, which Discord's answers name, for each
/// top-level resource; 50 a second over all; none before the end of a pause that a 429 brought, nor when so many were refused that a block is near. By the monotonic clock: that of the machine may be set.
/// Callbacks of interactions are exempt and never wait here. Thread-safe.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    private const int MostInASecond = 50;

    /// <summary>Refused requests in ten minutes; at 10,000 Discord blocks the address for a while.</summary>
    private const int MostInvalid = 5_000;

    /// <summary>How long others wait for the answer to the first request of a bucket that is full again.</summary>
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);

    /// <summary>Buckets that are known at once; there is one for each channel that was ever posted to.</summary>
    private const int MostBuckets = 1_000;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), InvalidWindow = TimeSpan.FromMinutes(10);

    private readonly Lock turn = new();
    private readonly Dictionary<string, string> bucketOfRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>When the last fifty were sent.</summary>
    private readonly Queue<long> sent = new();
    private Bucket? all;
    private (long Since, int Count) invalid;

    /// <summary>Takes a request's place.</summary>
    /// <param name="route">Method and path, as <c>POST channels/123/messages</c>.</param>
    /// <returns>Zero when it may be sent now; else nothing is taken, and it is to be asked for again after that time.</returns>
    public TimeSpan Take(string route)
    {
        lock (turn)
        {
            var key = KeyOf(route);
            var own = buckets.GetValueOrDefault(key);
            if (own is { Left: <= 0 } && Remaining(own) <= TimeSpan.Zero)
            {
                // Full again, but of how much only the next answer tells: one goes, and the others wait for that.
                own = buckets[key] = new Bucket(time.GetTimestamp(), Probe) { Left = 1, IsProbe = true };
            }
            var wait = Longest(Wait(own), Wait(all), WaitForSecond(), invalid.Count >= MostInvalid ? InvalidWindow - time.GetElapsedTime(invalid.Since) : TimeSpan.Zero);
            if (wait > TimeSpan.Zero) return wait;
            if (own is not null) own.Left--;
            sent.Enqueue(time.GetTimestamp());
            return TimeSpan.Zero;
        }
    }

    /// <summary>Takes in what an answer told of the route's bucket.</summary>
    /// <param name="bucket">X-RateLimit-Bucket; null when the answer did not say.</param>
    /// <param name="remaining">Requests that may still be sent before the reset; null when the answer did not say.</param>
    /// <param name="resetAfter">Until the bucket is full again.</param>
    public void Note(string route, string? bucket, int? remaining, TimeSpan? resetAfter)
    {
        lock (turn)
        {
            if (bucket is not null) bucketOfRoute[Shape(route)] = bucket;
            if (remaining is not { } left || resetAfter is not { } wait) return;
            // Answers come back in any order, and others are on their way: the smaller number is the newer one.
            var key = KeyOf(route);
            if (buckets.GetValueOrDefault(key) is { IsProbe: false } known && Remaining(known) is var rest && rest > TimeSpan.Zero)
            {
                left = Math.Min(left, known.Left);
                // An answer that was on its way when another brought a 429 ends no pause.
                if (left == 0 && rest > wait) wait = rest;
            }
            if (buckets.Count >= MostBuckets) ForgetFull();
            buckets[key] = new Bucket(time.GetTimestamp(), wait) { Left = left };
        }
    }

    /// <summary>Takes in a 429.</summary>
    public void Refused(string route, TimeSpan retryAfter, bool isGlobal)
    {
        lock (turn)
        {
            var pause = new Bucket(time.GetTimestamp(), retryAfter);
            if (isGlobal) all = pause;
            else buckets[KeyOf(route)] = pause;
        }
    }

    /// <summary>Takes in a 401, 403 or 429, whatever it was the answer to.</summary>
    public void NoteInvalid()
    {
        lock (turn)
        {
            invalid = invalid.Count == 0 || time.GetElapsedTime(invalid.Since) >= InvalidWindow ? (time.GetTimestamp(), 1) : (invalid.Since, invalid.Count + 1);
        }
    }

    private static TimeSpan Longest(params ReadOnlySpan<TimeSpan> waits)
    {
        var longest = TimeSpan.Zero;
        foreach (var wait in waits)
        {
            if (wait > longest) longest = wait;
        }
        return longest;
    }

    /// <summary>Of what is full again nothing need be known.</summary>
    private void ForgetFull()
    {
        foreach (var key in buckets.Where(one => Remaining(one.Value) <= TimeSpan.Zero).Select(one => one.Key).ToList()) buckets.Remove(key);
    }

    private TimeSpan Wait(Bucket? bucket) => bucket is null || bucket.Left > 0 ? TimeSpan.Zero : Remaining(bucket);

    private TimeSpan Remaining(Bucket bucket) => bucket.Length - time.GetElapsedTime(bucket.Since);

    private TimeSpan WaitForSecond()
    {
        while (sent.TryPeek(out var first) && time.GetElapsedTime(first) >= Second) sent.Dequeue();
        return sent.Count < MostInASecond ? TimeSpan.Zero : Second - time.GetElapsedTime(sent.Peek());
    }

    /// <summary>A bucket counts for each channel, server or webhook by itself.</summary>
    private string KeyOf(string route) => bucketOfRoute.TryGetValue(Shape(route), out var bucket) ? $"{bucket} {Resource(route)}" : route;

    /// <summary>The route without its ids: what shares a bucket's name whatever it is about.</summary>
    private static string Shape(string route) => string.Join('/', route.Split('/').Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "*" : part));

    private static string Resource(string route) => route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('/') is [var kind, var id, ..] ? $"{kind}/{id}" : "";

    /// <param name="length">Until it is full again.</param>
    private sealed class Bucket(long since, TimeSpan length)
    {
        public long Since => since;

        public TimeSpan Length => length;

        public int Left { get; set; }

        /// <summary>Whether it stands only until the first answer tells of the real one.</summary>
        public bool IsProbe { get; init; }
    }
}
