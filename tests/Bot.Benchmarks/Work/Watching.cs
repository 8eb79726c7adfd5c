using System.Diagnostics;
using System.Globalization;
using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.Subscriptions;
using Bot.Watches;

namespace Bot.Benchmarks.Work;

/// <summary>Asks many watches of each of the newest briefings of an index that is there.</summary>
internal static class Watching
{
    /// <summary>Watches that wait.</summary>
    public const int Waiting = 10_000;

    private static readonly string[] Kinds = [CommandCatalog.Ask, CommandCatalog.Who, CommandCatalog.When, CommandCatalog.Where, CommandCatalog.Says];

    public static async Task<Watched> RunAsync(string briefings, string data, string questions, double seconds)
    {
        await using var core = await RunningCore.StartAsync(briefings, data);
        await RunningCore.SettleAsync();
        var texts = core.Service<TextStore>();
        var newest = core.Service<DataFolder>().Log.ChangedBetween(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, Scope.Main, 2_000);
        using var corpus = core.Service<CorpusReader>().Open(Scope.Main);
        var watches = Lines(questions).Select((line, i) => new Watch(
            string.Create(CultureInfo.InvariantCulture, $"{Watch.Prefix}{i}"), "discord", "1", "1", Scope.Main, line, DateTimeOffset.UnixEpoch)).ToList();
        var start = Stopwatch.GetTimestamp();
        var index = WatchIndex.Of(watches, corpus, before: null);
        var made = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var byId = newest.ToDictionary(one => one.Id.Value);
        var answered = 0;
        var kind = Repetition.Measure("ask", [.. byId.Keys], seconds, id =>
        {
            // Its own snapshot and memory, as for a batch that has just come.
            using var own = core.Service<CorpusReader>().Open(Scope.Main);
            var found = WatchMatcher.Ask(index, byId[id], own, texts).Count;
            answered += found;
            return found > 0;
        });
        return new Watched(watches.Count, made, (double)answered / Math.Max(1, kind.Milliseconds.Count), kind);
    }

    /// <summary>Of each kind a like share, none twice until all were taken.</summary>
    private static IEnumerable<string> Lines(string questions)
    {
        var byKind = Kinds.Select(kind => File.ReadAllLines(Path.Combine(questions, kind + ".txt")).Distinct().ToArray()).ToList();
        return Enumerable.Range(0, Waiting).Select(i => byKind[i % byKind.Count][i / byKind.Count % byKind[i % byKind.Count].Length])
            .Select(line => LookUp.Parse(line, Scope.Main).Command).OfType<Command>().Select(LookUp.LineOf);
    }
}
