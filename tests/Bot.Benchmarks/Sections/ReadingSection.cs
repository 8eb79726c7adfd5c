using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>How fast texts are read, before anything is written: sentences, names, times, roles, quotations and hedges.</summary>
internal static class ReadingSection
{
    public const string Heading = "Reading";

    private const double TextBytesPerSecond = 4e6;

    public static string Measure(Run run)
    {
        ProgressLine.Tell("reading texts");
        var read = Worker.ReadTexts(run.Seconds);
        var millisecondsPerMegabyte = read.ProcessorSeconds * 1e3 / (read.TextBytes / 1e6);
        var table = new Table(
            "language", "text MB/s", "core s / MB", "allocated / byte of text", "sentences, core ms / MB", "mentions", "times", "quotations", "rest", "target");
        table.Add([
            "English", Format.Megabytes(read.TextBytes / read.Seconds), Format.Number(millisecondsPerMegabyte / 1e3), Format.Number((double)read.AllocatedBytes / read.TextBytes),
            .. read.StageShares.Select(share => Format.Number(share * millisecondsPerMegabyte)),
            Format.TargetOfAtLeast(read.TextBytes / read.Seconds / 1e6, TextBytesPerSecond / 1e6, "MB/s of text")]);
        return $"""
            Generated news out of memory on all cores, the same texts again and again: all that is done with a briefing before its words are put into the index.
            "Rest": roles, hedges, and the cutting into passages. MB are millions of bytes, as UTF-8.

            {table}
            """;
    }
}
