using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>How long it takes to write a digest of what is new in a large corpus.</summary>
internal static class DigestsSection
{
    /// <summary>How many times as long as otherwise the slowest hundredth of /who may take while digests are posted.</summary>
    private const double MostRatio = 1.5;

    private const int Subscriptions = 10_000;

    public const string Heading = "Digests";

    /// <summary>Milliseconds, of a thousand new briefings among a hundred thousand.</summary>
    private const double Most = 300;

    private const int Large = 100_000;

    public static string Measure(Run run)
    {
        var table = new Table("passages, about", "briefings", "new", "p50 ms", "p95 ms", "p99 ms", "KB allocated", "calls", "target at p50");
        foreach (var size in run.Sizes)
        {
            var corpus = run.Indexed(size);
            Run.Tell(size, "writing digests");
            var digested = Worker.WriteDigests(corpus, run.Seconds);
            foreach (var kind in digested.Kinds)
            {
                table.Add(
                    $"{Format.Count(size)}, {kind.Kind}", Format.Count(digested.Briefings), Format.Count(digested.Fresh), Format.Number(kind.Milliseconds.P50),
                    Format.Number(kind.Milliseconds.P95), Format.Number(kind.Milliseconds.P99), Format.Number(kind.BytesPerCall / 1e3), Format.Count(kind.Milliseconds.Count),
                    Format.Target(kind.Milliseconds.P50, size >= Large ? Most : null, "ms"));
            }
        }
        var posts = new Table("passages, about", "platform takes", "posted", "a second", "in order of due time", "p99 ms of /who idle", "meanwhile", "ratio", "target");
        foreach (var size in run.Sizes.Where(size => size >= Large))
        {
            Run.Tell(size, "posting digests");
            var posted = Worker.PostDigests(run.Indexed(size), Subscriptions);
            foreach (var (takes, one) in new[] { ("50 a second", posted.Limited), ("all", posted.Unlimited) })
            {
                var ratio = one.Who.P99 / posted.Idle.P99;
                posts.Add(
                    Format.Count(size), takes, $"{Format.Count(one.Posts)} of {Format.Count(posted.Subscriptions)}", Format.Number(one.Posts / one.Seconds), one.InOrder ? "yes" : "**no**",
                    Format.Number(posted.Idle.P99), Format.Number(one.Who.P99), Format.Number(ratio), Format.Target(ratio, MostRatio, "x"));
            }
        }
        return $"""
            A digest from the log to the draft of its answer: the newest thousand briefings or so are read, grouped into stories and ranked, whom they name is counted and which days
            come is looked for. "One person": only what names whoever is named most.

            {table}

            Ten thousand subscriptions that are due at once, a tenth of them for all that is new, the others for one of a hundred people, are posted to a platform in the
            process, for a minute or until all are posted, while somebody asks /who without a pause. The second platform tells how many the bot itself manages.

            {posts}
            """;
    }
}
