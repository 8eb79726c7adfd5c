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

    public static async Task<Digested> RunAsync(string briefings, string data, double seconds)
    {
        await using var core = await RunningCore.StartAsync(briefings, data);
        await RunningCore.SettleAsync();
        var texts = core.Service<TextStore>();
        var all = core.Service<DataFolder>().Log.ChangedBetween(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, Scope.Main);
        // What is read in one go bears the same instant: as many as there are from the thousandth on.
        var (from, to) = (all[Math.Min(Fresh, all.Count) - 1].Changed.AddMilliseconds(-1), all[0].Changed);
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
