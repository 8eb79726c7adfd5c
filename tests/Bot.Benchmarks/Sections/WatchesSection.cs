using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>What ten thousand watches cost each new briefing.</summary>
internal static class WatchesSection
{
    public const string Heading = "Watches";

    /// <summary>Milliseconds a briefing.</summary>
    private const double Most = 50;

    public static string Measure(Run run)
    {
        var table = new Table("passages", "watches", "index of them made in ms", "mean answered", "p50 ms a briefing", "p95 ms", "p99 ms", "most ms", "KB allocated", "calls", "target at p99");
        foreach (var size in run.Sizes)
        {
            var corpus = run.Indexed(size);
            Run.Tell(size, "asking watches");
            var watched = Worker.AskWatches(corpus, run.Seconds);
            var took = watched.Kind.Milliseconds;
            table.Add(
                Format.Count(size), Format.Count(watched.Watches), Format.Number(watched.MadeIn), Format.Number(watched.MeanAnswered), Format.Number(took.P50), Format.Number(took.P95),
                Format.Number(took.P99), Format.Number(took.Most), Format.Number(watched.Kind.BytesPerCall / 1e3), Format.Count(took.Count), Format.Target(took.P99, Most, "ms"));
        }
        return $"""
            Ten thousand watches, of the questions of the section on answers, wait; each of the newest briefings is held against all of them, and those it may answer are asked
            of it alone. None is told meanwhile, so that all go on waiting.

            {table}
            """;
    }
}
