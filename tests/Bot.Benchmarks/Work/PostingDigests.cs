using System.Diagnostics;
using System.Globalization;
using Bot.Answers;
using Bot.Benchmarks.Measuring;
using Bot.Briefings;
using Bot.Chat;
using Bot.Digests;
using Bot.Indexing;
using Bot.State;
using Bot.Subscriptions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks.Work;

/// <summary>Posts the digests of many subscriptions that are due at once, to a platform in this process, while somebody asks /who without a pause.</summary>
internal static class PostingDigests
{
    private const int Topics = 100, People = 500;

    /// <summary>Of so many subscriptions one has no topic.</summary>
    private const int WithoutTopic = 10;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10), LongestLimited = TimeSpan.FromSeconds(60), LongestUnlimited = TimeSpan.FromMinutes(2);

    public static async Task<DigestsPosted> RunAsync(string briefings, string data, int subscriptions)
    {
        await using var core = await RunningCore.StartAsync(briefings, data);
        await RunningCore.SettleAsync();
        var lines = core.People(People).Select(name => "/who " + name).ToList();
        await AskAsync(core, lines, Task.Delay(Idle / 2, TimeProvider.System));
        var idle = await AskAsync(core, lines, Task.Delay(Idle, TimeProvider.System));
        return new DigestsPosted(
            subscriptions, Distribution.Of(idle),
            await PostAsync(core, lines, subscriptions, new LimitedPlatform(perSecond: 50, TimeSpan.FromMilliseconds(200)), LongestLimited),
            await PostAsync(core, lines, subscriptions, new LimitedPlatform(perSecond: null, TimeSpan.Zero), LongestUnlimited));
    }

    private static async Task<PostedDigests> PostAsync(RunningCore core, List<string> lines, int count, LimitedPlatform platform, TimeSpan longest)
    {
        var folder = Directory.CreateTempSubdirectory("bot-digests-").FullName;
        try
        {
            using var state = SharedState.OpenSqlite(Path.Combine(folder, "state.db"));
            var (subscriptions, ledger) = (new SubscriptionStore(state), new DigestLedger(state));
            var (from, newest) = Digesting.Window(core);
            // Half of them a minute after the other half; all are due when it begins.
            var last = new DateTimeOffset(newest.Ticks - newest.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero).AddMinutes(2);
            Add(subscriptions, core.People(Topics), count, from, last);
            var time = new ShiftedTime(last.AddSeconds(1) - TimeProvider.System.GetUtcNow());
            using var desk = new DigestDesk(ledger, core.Service<CorpusReader>(), core.Service<TextStore>(), core.Service<QuestionsFirst>());
            using var poster = new DigestPoster([new DigestSource(subscriptions, desk)], ledger, [platform], new LocalNews(), time);
            using var service = new DigestService(subscriptions, ledger, poster, desk, core.Service<SharedSightings>(), core.Service<IndexingProgress>(), time, NullLogger<DigestService>.Instance);
            using var stop = new CancellationTokenSource(longest);
            var start = Stopwatch.GetTimestamp();
            var posting = Task.Run(async () =>
            {
                try
                {
                    await service.TurnAsync(stop.Token);
                }
                catch (OperationCanceledException)
                {
                    // What was posted until now is enough to tell.
                }
            });
            var asked = AskAsync(core, lines, posting);
            await posting;
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return new PostedDigests(platform.Conversations.Count, seconds, AreInOrder(platform.Conversations, count), Distribution.Of(await asked));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A conversation is the number of its subscription; the first half is due first.</summary>
    private static void Add(SubscriptionStore store, IReadOnlyList<string> topics, int count, DateTimeOffset from, DateTimeOffset last)
    {
        for (var i = 0; i < count; i++)
        {
            var due = i < count / 2 ? last.AddMinutes(-1) : last;
            string[] about = i % WithoutTopic == 0 ? [] : [topics[i % topics.Count]];
            store.Add(new Subscription(
                $"S{i * 7919 % count:D6}", "fake", $"{i}", Scope.Main, about, new DigestTimes(TimeOnly.FromDateTime(due.UtcDateTime), "UTC", Weekdays.Daily), WhenEmpty.Say, AfterDowntime.Merged,
                from, LastDue: from));
        }
    }

    private static bool AreInOrder(IReadOnlyCollection<int> conversations, int count) =>
        conversations.Select(one => one < count / 2 ? 0 : 1).Aggregate((Last: 0, InOrder: true), (seen, due) => (due, seen.InOrder && due >= seen.Last)).InOrder;

    /// <summary>Asks one line after the other until something is done.</summary>
    /// <returns>Milliseconds of each.</returns>
    private static Task<List<double>> AskAsync(RunningCore core, List<string> lines, Task until) => Task.Factory.StartNew(
        () =>
        {
            var took = new List<double>();
            while (!until.IsCompleted)
            {
                var at = Stopwatch.GetTimestamp();
                core.Ask(lines[took.Count % lines.Count]);
                took.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }
            return took;
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The clock of a day on which the corpus was just read.</summary>
    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }

    /// <summary>Takes a post when its limit allows, as Discord does with its global one, and answers after a while.</summary>
    private sealed class LimitedPlatform(int? perSecond, TimeSpan latency) : IChatPlatform
    {
        private readonly Lock turn = new();
        private readonly List<int> conversations = [];
        private readonly long start = Stopwatch.GetTimestamp();
        private TimeSpan next;

        public string Name => "fake";

        public PlatformState State => PlatformState.Connected;

        /// <summary>In the order they came.</summary>
        public IReadOnlyList<int> Conversations
        {
            get { lock (turn) return [.. conversations]; }
        }

        public async Task<PostResult> PostAsync(string conversation, Reply reply, string key, bool mayStandAlready, CancellationToken stop)
        {
            var wait = TimeSpan.Zero;
            lock (turn)
            {
                conversations.Add(int.Parse(conversation, CultureInfo.InvariantCulture));
                if (perSecond is { } limit)
                {
                    var now = Stopwatch.GetElapsedTime(start);
                    next = now > next ? now : next;
                    wait = next - now + latency;
                    next += TimeSpan.FromSeconds(1.0 / limit);
                }
            }
            if (wait > TimeSpan.Zero) await Task.Delay(wait, TimeProvider.System, stop);
            return new PostResult(key, null, MayBeTriedAgain: false);
        }
    }
}
