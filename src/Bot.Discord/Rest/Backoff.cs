namespace Bot.Discord.Rest;

/// <summary>
/// How long to wait before the next try: any time up to a bound that doubles with each failure in a row ("full jitter": Brooker 2015, Exponential Backoff And
/// Jitter), so that many bots do not come back at once.
/// </summary>
/// <param name="random">From 0 to below 1.</param>
internal sealed class Backoff(Func<double> random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Most = TimeSpan.FromMinutes(2);

    /// <summary>Since the last success.</summary>
    private int failures;

    public void Succeeded() => failures = 0;

    public TimeSpan Next()
    {
        var bound = First * Math.Pow(2, Math.Min(failures++, 20));
        return random() * (bound < Most ? bound : Most);
    }
}
