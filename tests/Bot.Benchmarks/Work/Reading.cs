using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Bot.Benchmarks.Corpora;
using Bot.Benchmarks.Measuring;
using Bot.Briefings;
using Bot.Mentions;
using Bot.Passages;
using Bot.Quotes;
using Bot.Text;
using Bot.Times;

namespace Bot.Benchmarks.Work;

/// <summary>
/// Reads generated news out of memory on all cores, as the index does before it writes: no files, no index. Pass after pass over the same texts; a pass in
/// which others used the machine is measured again, up to so often.
/// </summary>
internal static class Reading
{
    /// <summary>9 MB: more than any memory of words or cache of the processor holds.</summary>
    private const int Briefings = 2_000;

    private const int Stages = 5, WarmPasses = 2, Attempts = 3;

    /// <param name="seconds">How long is measured, at least; half as long by stages.</param>
    public static TextsRead Run(double seconds)
    {
        var news = new Newsroom();
        var briefings = Enumerable.Range(0, Briefings).Select(number => BriefingOf(news.Write(number))).ToList();
        var textBytes = briefings.Sum(briefing => (long)Encoding.UTF8.GetByteCount(briefing.Text));
        for (var pass = 0; pass < WarmPasses; pass++) ReadAll(briefings, Read);
        var whole = Repeat(briefings, textBytes, seconds, Read);
        return whole with { StageShares = Shares(briefings, textBytes, seconds / 2) };
    }

    private static Briefing BriefingOf(GeneratedBriefing written) => new(
        new BriefingId(written.Id), written.Text, new TextSpan(0, written.Text.Length), written.Title, written.Story.Date, null, null, "en");

    private static TextsRead Repeat(List<Briefing> briefings, long textBytes, double seconds, Action<Briefing> read)
    {
        var self = Process.GetCurrentProcess();
        var (sum, begin) = (new TextsRead(0, 0, 0, 0, []), Stopwatch.GetTimestamp());
        while (sum.Seconds < seconds && Stopwatch.GetElapsedTime(begin).TotalSeconds < Attempts * seconds)
        {
            self.Refresh();
            var (disturbance, processor, allocated, start) = (new Disturbance(), self.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
            ReadAll(briefings, read);
            var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            self.Refresh();
            if (!disturbance.IsBearable) continue;
            sum = new TextsRead(
                sum.TextBytes + textBytes, sum.Seconds + took, sum.ProcessorSeconds + (self.TotalProcessorTime - processor).TotalSeconds,
                sum.AllocatedBytes + GC.GetTotalAllocatedBytes(precise: true) - allocated, []);
        }
        return sum;
    }

    /// <summary>One by one, as the index takes them: in chunks, the last would be left to one core.</summary>
    private static void ReadAll(List<Briefing> briefings, Action<Briefing> read) => Parallel.ForEach(
        Partitioner.Create(briefings, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, read);

    private static void Read(Briefing briefing)
    {
        foreach (var passage in PassageSplitter.Split(briefing)) GC.KeepAlive(passage);
    }

    private static double[] Shares(List<Briefing> briefings, long textBytes, double seconds)
    {
        var ticks = new long[Stages];
        ReadAll(briefings, briefing => ReadByStages(briefing, new long[Stages]));
        Repeat(briefings, textBytes, seconds, briefing => ReadByStages(briefing, ticks));
        return [.. ticks.Select(stage => (double)stage / ticks.Sum())];
    }

    /// <summary>The same as <see cref="Annotations.Of"/> and what stands around it, with a look at the clock between.</summary>
    private static void ReadByStages(Briefing briefing, long[] ticks)
    {
        var at = Stopwatch.GetTimestamp();
        var prose = SentenceSplitter.Split(briefing.Text, briefing.Body, briefing.Language);
        GC.KeepAlive(prose.Tokens);
        Count(0);
        var text = new NameText(prose);
        var mentions = MentionTagger.Tag(text);
        Count(1);
        var times = TimeExpressionFinder.Find(prose, briefing.Date);
        Count(2);
        var quotations = QuotationFinder.Find(prose, mentions);
        Count(3);
        var found = new Annotations(mentions, RoleFinder.Find(text, mentions), times, quotations, HedgeCueFinder.Find(prose));
        foreach (var passage in PassageSplitter.Cut(prose, found, 0)) GC.KeepAlive(passage);
        Count(4);

        void Count(int stage)
        {
            var now = Stopwatch.GetTimestamp();
            Interlocked.Add(ref ticks[stage], now - at);
            at = now;
        }
    }
}
