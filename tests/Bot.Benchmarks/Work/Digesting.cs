using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Digests;
using Bot.Indexing;

namespace Bot.Benchmarks.Work;

/// <summary>Writes digests over the newest briefings of an index that is there, again and again.</summary>
internal static class Digesting
{
    /// <summary>Briefings that came since the digest before.</summary>
    public const int Fresh = 1_000;

    /// <summary>In which about so many came: what is read in one go bears the same instant, and is in it as a whole or not at all.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Window(RunningCore core)
    {
        var all = All(core);
        var (from, count) = all.GroupBy(one => one.Changed).Aggregate(
            (From: all[0].Changed, Counted: 0, Best: (From: all[0].Changed.AddMilliseconds(-1), Count: 0)),
            (so, batch) => (batch.Key, so.Counted + batch.Count(), Math.Abs(so.Counted + batch.Count() - Fresh) < Math.Abs(so.Best.Count - Fresh)
                ? (batch.Key.AddMilliseconds(-1), so.Counted + batch.Count()) : so.Best)).Best;
        return count > 0 ? (from, all[0].Changed) : throw new InvalidOperationException("The corpus has no briefings.");
    }

    private static IReadOnlyList<LoggedBriefing> All(RunningCore core) =>
        core.Service<DataFolder>().Log.ChangedBetween(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, Scope.Main);

    public static async Task<Digested> RunAsync(string briefings, string data, double seconds)
    {
        await using var core = await RunningCore.StartAsync(briefings, data);
        await RunningCore.SettleAsync();
        var texts = core.Service<TextStore>();
        var all = All(core);
        var (from, to) = Window(core);
        var topic = core.People(1)[0];
        bool Write(string topics)
        {
            using var corpus = core.Service<CorpusReader>().Open(Scope.Main);
            return DigestWriter.Write(new DigestRequest(from, to, "UTC", topics.Length == 0 ? [] : [topics], []), corpus, new DigestReading(corpus, texts)).Digest.Items.Count > 0;
        }

        return new Digested(
            all.Count, all.Count(one => one.Changed > from),
            [Repetition.Measure("all that is new", [""], seconds, Write), Repetition.Measure("one person", [topic], seconds, Write)]);
    }
}
