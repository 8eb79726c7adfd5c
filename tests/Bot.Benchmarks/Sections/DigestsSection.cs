using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>How long it takes to write a digest of what is new in a large corpus.</summary>
internal static class DigestsSection
{
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
                    Format.Target(kind.Milliseconds.P50, digested.Briefings >= Large ? Most : null, "ms"));
            }
        }
        return $"""
            A digest from the log to the draft of its answer: the newest thousand briefings or so are read, grouped into stories and ranked, whom they name is counted and which days
            come is looked for. "One person": only what names whoever is named most.

            {table}
            """;
    }
}
