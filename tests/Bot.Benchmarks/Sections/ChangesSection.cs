using Bot.Benchmarks.Corpora;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>How soon a changed file is answered from.</summary>
internal static class ChangesSection
{
    public const string Heading = "Changes";

    private const double Most = 1_000;

    public static string Measure(Run run)
    {
        var table = new Table("passages, what is changed", "p50 ms", "most ms", "FTS5 p50 ms", "FTS5 most ms", "bot ÷ FTS5", "target");
        foreach (var size in run.Sizes)
        {
            var corpus = run.Indexed(size);
            Run.Tell(size, "changing files");
            var bot = Worker.RefreshIndex(corpus);
            var fts = Worker.RefreshFts(corpus);
            if (bot.OthersCores > Disturbance.Bearable || fts.OthersCores > Disturbance.Bearable)
            {
                table.Add(Format.Count(size), Format.Unmeasured, Format.Unmeasured, Format.Unmeasured, Format.Unmeasured, Format.Unmeasured, "");
                continue;
            }
            var records = Math.Min(Corpus.BriefingsPerFile, (corpus.Facts.Briefings - 1) % Corpus.BriefingsPerFile + 1);
            AddRow(table, $"{Format.Count(size)}, a file of one briefing", bot.Small, fts.Small);
            AddRow(table, $"{Format.Count(size)}, somebody new in it, asked with /who", bot.Person!, fts.Small);
            AddRow(table, $"{Format.Count(size)}, a .jsonl file of {Format.Count(records)} briefings, one changed", bot.Large!, fts.Small);
        }
        return $"""
            From the writing of a file, while the bot follows the folder, to the first answer that has the change. The bot waits until the folder has been quiet for
            200 ms, so that it never reads half a file; FTS5 is handed one changed row and searched, and watches no folder.

            {table}
            """;
    }

    private static void AddRow(Table table, string what, Distribution bot, Distribution fts) => table.Add(
        what, Format.Number(bot.P50), Format.Number(bot.Most), Format.Number(fts.P50), Format.Number(fts.Most), Format.Number(bot.P50 / fts.P50), Format.Target(bot.Most, Most, "ms"));
}
