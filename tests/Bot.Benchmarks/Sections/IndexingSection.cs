using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>How fast briefings are read, with sentences, names, times, roles and quotations found, and what that takes.</summary>
internal static class IndexingSection
{
    public const string Heading = "Indexing";

    private const double TextBytesPerSecond = 4e6;

    public static string Measure(Run run)
    {
        var table = new Table(
            "passages", "briefings", "text MB", "file MB", "seconds", "text MB/s", "file MB/s", "core seconds", "allocated / byte of text", "peak memory MB", "data MB",
            "FTS5 MB/s", "FTS5 peak MB", "FTS5 data MB", "bot ÷ FTS5", "target");
        foreach (var size in run.Sizes)
        {
            var corpus = run.Corpus(size);
            Run.Tell(size, "indexing from nothing");
            var made = Worker.MakeIndex(corpus);
            Run.Tell(size, "inserting into FTS5");
            var fts = Worker.MakeFts(corpus);
            var facts = corpus.Facts;
            var seconds = made.OthersCores <= Disturbance.Bearable ? made.Seconds : double.NaN;
            var ftsSeconds = fts.OthersCores <= Disturbance.Bearable ? fts.Seconds : double.NaN;
            // A few briefings take as long as the start does.
            var isLarge = facts.TextBytes > 10e6;
            table.Add(
                Format.Count(facts.Passages), Format.Count(facts.Briefings), Format.Megabytes(facts.TextBytes), Format.Megabytes(facts.FileBytes),
                Format.Number(seconds), Format.Megabytes(facts.TextBytes / seconds), Format.Megabytes(facts.FileBytes / seconds), Format.Number(made.ProcessorSeconds),
                Format.Number((double)made.AllocatedBytes / facts.TextBytes), Format.Megabytes(made.Memory.Peak), Format.Megabytes(made.DiskBytes),
                Format.Megabytes(facts.TextBytes / ftsSeconds), Format.Megabytes(fts.Memory.Peak), Format.Megabytes(fts.DiskBytes), Format.Number(seconds / ftsSeconds),
                isLarge ? Format.TargetOfAtLeast(facts.TextBytes / seconds / 1e6, TextBytesPerSecond / 1e6, "MB/s of text") : "");
        }
        return $"""
            From nothing until all can be asked, by the bot's own use of all cores; FTS5 stems the same passages and finds nothing else in them. MB are millions
            of bytes, of text as UTF-8. "bot ÷ FTS5": how many times longer the bot takes.

            {table}
            """;
    }
}
