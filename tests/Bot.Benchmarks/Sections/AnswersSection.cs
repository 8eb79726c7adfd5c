using Bot.Benchmarks.Corpora;
using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;
using Bot.Chat;

namespace Bot.Benchmarks.Sections;

/// <summary>How fast each command is answered in steady state, and what the bot then holds in memory.</summary>
internal static class AnswersSection
{
    public const string Heading = "Answers";

    private const int Large = 1_000_000, Smaller = 100_000;

    /// <summary>Bytes resident after a million passages were asked about.</summary>
    private const double MostResident = 800e6;

    private const double MostGrowth = 3;

    /// <summary>Milliseconds at the 99th percentile, at a million passages.</summary>
    private static readonly Dictionary<string, double> Targets = new() { [CommandCatalog.Ask] = 10, [CommandCatalog.Who] = 20, [QuestionMix.Completion] = 2 };

    public static string Measure(Run run)
    {
        var answers = new Table("passages, command", "p50 ms", "p95 ms", "p99 ms", "most ms", "KB allocated a call", "found", "calls", "FTS5 p50 ms", "FTS5 p99 ms", "FTS5 ÷ bot, p50", "FTS5 ÷ bot, p99", "target at p99");
        var memory = new Table("passages", "opened in s", "resident MB", "peak MB", "target");
        var medians = new Dictionary<int, double>();
        foreach (var size in run.Sizes)
        {
            var corpus = run.Indexed(size);
            Run.Tell(size, "asking");
            var all = Worker.AnswerAll(corpus, run.Seconds);
            if (all.Passages != size) throw new InvalidOperationException($"The bot counts {all.Passages:N0} passages where {size:N0} were written: it splits otherwise than the generator thinks.");
            Run.Tell(size, "asking FTS5");
            var fts = Worker.SearchFts(corpus, run.Seconds);
            foreach (var kind in all.Kinds) AddRow(answers, size, kind, kind.Kind == CommandCatalog.Ask ? fts : null);
            memory.Add(
                Format.Count(size), Format.Number(all.Opened), Format.Megabytes(all.Memory.Resident), Format.Megabytes(all.Memory.Peak),
                size == Large ? Format.Target(all.Memory.Resident / 1e6, MostResident / 1e6, "MB resident") : "");
            medians[size] = all.Kinds.First(kind => kind.Kind == CommandCatalog.Ask).Milliseconds.P50;
        }
        return $"""
            One caller after a warm-up; each question goes through the whole core, from the line to the answer that `--json` writes. Questions are drawn from the
            corpus, so what is named often is asked for often; one in five or so is misspelled, unknown or so common that it says nothing. FTS5 runs the questions of
            `/ask` as an OR query without stop words, ten best by bm25 with their text. "FTS5 ÷ bot": how many times longer FTS5 takes.

            {answers}
            {Growth(medians)}What the process holds after all of these questions, the harness and its measurements with it:

            {memory}
            """;
    }

    private static void AddRow(Table table, int size, KindAnswered kind, KindAnswered? fts)
    {
        var (ms, its) = (kind.Milliseconds, fts?.Milliseconds);
        table.Add(
            $"{Format.Count(size)}, {(kind.Kind == QuestionMix.Completion ? kind.Kind : "/" + kind.Kind)}",
            Format.Number(ms.P50), Format.Number(ms.P95), Format.Number(ms.P99), Format.Number(ms.Most), Format.Number(kind.BytesPerCall / 1e3), Format.Percent(kind.Found), Format.Count(ms.Count),
            its is null ? "" : Format.Number(its.P50), its is null ? "" : Format.Number(its.P99),
            its is null ? "" : Format.Number(its.P50 / ms.P50), its is null ? "" : Format.Number(its.P99 / ms.P99),
            Format.Target(ms.P99, size == Large && Targets.TryGetValue(kind.Kind, out var most) ? most : null, "ms"));
    }

    private static string Growth(Dictionary<int, double> medians)
    {
        if (!medians.TryGetValue(Large, out var large) || !medians.TryGetValue(Smaller, out var smaller)) return "";
        var growth = large / smaller;
        return $"From {Format.Count(Smaller)} to {Format.Count(Large)} passages the p50 of `/ask` grows {Format.Number(growth)} times ({Format.Target(growth, MostGrowth, "times")}).\n\n";
    }
}
