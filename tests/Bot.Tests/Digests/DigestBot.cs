using Bot.Answers;
using Bot.Askers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Digests;
using Bot.Indexing;
using Bot.State;
using Bot.Subscriptions;
using Bot.Text;
using Bot.Watches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>A bot over a folder of its own, with a clock that the test turns and a channel that keeps what is posted.</summary>
internal sealed class DigestBot : IAsyncDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    public static readonly Asker Manager = new("discord", "1100000000000000001", "42", MayManage: true);

    private const string InMemory = "/dev/shm";

    private readonly string folder;
    private readonly string? data;

    private DigestBot(TestBot bot, string folder, FakeTimeProvider time, string? data)
    {
        (Bot, this.folder, Time, this.data) = (bot, folder, time, data);
        Platform = new FakePlatform(time);
    }

    public TestBot Bot { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>Replicas have one together.</summary>
    public FakePlatform Platform { get; set; }

    public LocalNews News { get; } = new();

    public SubscriptionStore Subscriptions => Bot.Service<SubscriptionStore>();

    public DigestLedger Ledger => Bot.Service<DigestLedger>();

    public static Task<DigestBot> OverAsync(params (string Name, string Text)[] briefings) => OverAsync(isSimulated: false, briefings);

    /// <param name="isSimulated">Whether only digests go by the clock: a folder that is looked at for a thousand days takes long.</param>
    public static Task<DigestBot> OverAsync(bool isSimulated, params (string Name, string Text)[] briefings) => OverAsync(isSimulated, [], Morning, briefings);

    /// <param name="settings">Beside those of the folders.</param>
    public static Task<DigestBot> OverAsync(Dictionary<string, string?> settings, params (string Name, string Text)[] briefings) => OverAsync(isSimulated: false, settings, Morning, briefings);

    /// <param name="begins">When it first looks at the folder.</param>
    public static Task<DigestBot> OverAsync(Dictionary<string, string?> settings, DateTimeOffset begins, params (string Name, string Text)[] briefings) =>
        OverAsync(isSimulated: false, settings, begins, briefings);

    private static async Task<DigestBot> OverAsync(
        bool isSimulated, Dictionary<string, string?> settings, DateTimeOffset begins, (string Name, string Text)[] briefings)
    {
        var folder = Directory.CreateTempSubdirectory("bot-digest-").FullName;
        foreach (var (name, text) in briefings) await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        var time = new FakeTimeProvider(begins);
        // Each step of a digest waits for the disk, and a simulation has thirty thousand of them: they go to memory where the system lends it as a folder.
        var data = isSimulated && Directory.Exists(InMemory) ? Directory.CreateDirectory(Path.Combine(InMemory, $"bot-digest-{Guid.NewGuid():N}")).FullName : null;
        var bot = await TestBot.OverAsync(folder, data, settings: settings, with: services =>
            services.AddSingleton<TimeProvider>(time).AddHostedService(provider => provider.GetRequiredService<AskedRecorder>()));
        var made = new DigestBot(bot, folder, isSimulated ? new FakeTimeProvider(Morning) : time, data);
        await made.SearchedAsync();
        return made;
    }

    public Answer Ask(string line, Asker? by = null) => Bot.Bot.Ask(line, Scope.Main, by: by ?? Manager);

    /// <summary>Writes a briefing and waits until it can be asked about.</summary>
    public async Task WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        Bot.Service<FolderWatcher>().Wake();
        await Bot.UntilAsync(() => Bot.Service<DataFolder>().Log.Find(new BriefingId(name)) is { } logged
            && Bot.Service<TextStore>().Read(logged.Text) == text.ReplaceLineEndings("\n") && IsIndexed(logged));
        await SearchedAsync();
    }

    public async Task RemoveAsync(string name)
    {
        File.Delete(Path.Combine(folder, name));
        Bot.Service<FolderWatcher>().Wake();
        await Bot.UntilAsync(() =>
        {
            using var snapshot = Bot.Service<DataFolder>().Index.Snapshot();
            return !snapshot.PassagesOf(new BriefingId(name), Scope.Main).Any();
        });
    }

    /// <summary>Asks the watches of what is new.</summary>
    public async Task FollowAsync()
    {
        await SearchedAsync();
        Bot.Service<WatchFollower>().Turn(TestContext.Current.CancellationToken);
    }

    /// <summary>Another replica on the same state: it posts what is due now.</summary>
    public Task TurnAsync(Action<string>? atStep = null) => Replica(atStep).TurnAsync(TestContext.Current.CancellationToken);

    public DigestService Replica(Action<string>? atStep = null, SharedState? state = null)
    {
        var shared = state ?? Bot.Service<SharedState>();
        var (subscriptions, ledger) = (new SubscriptionStore(shared), new DigestLedger(shared));
        var desk = new DigestDesk(ledger, Bot.Service<CorpusReader>(), Bot.Service<TextStore>(), Bot.Service<QuestionsFirst>());
        var watches = state is null ? Bot.Service<WatchStore>() : new WatchStore(shared);
        IDeliverySource[] sources = [new DigestSource(subscriptions, desk), new WatchTelling(watches, Bot.Service<WatchLedger>(), Bot.Service<CorpusReader>(), Bot.Service<TextStore>(), Time)];
        var poster = new DigestPoster(sources, ledger, [Platform], News, Time) { AtStep = atStep ?? (_ => { }) };
        var sightings = new SharedSightings(new Lazy<SharedState>(shared), Bot.Service<DataFolder>(), Bot.Service<PlatformNotes>());
        return new DigestService(subscriptions, ledger, poster, desk, sightings, Bot.Service<IndexingProgress>(), Time, NullLogger<DigestService>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        if (data is not null) Directory.Delete(data, recursive: true);
    }

    /// <summary>Until what is searched is known to have all that was logged: what somebody asks sooner counts as asked before that, and is told once more.</summary>
    private Task SearchedAsync() => Bot.UntilAsync(() => Bot.Service<DataFolder>() is var data && data.Index.SearchedRevision == data.Log.LastRevision);

    private bool IsIndexed(LoggedBriefing logged)
    {
        using var snapshot = Bot.Service<DataFolder>().Index.Snapshot();
        return snapshot.PassagesOf(logged.Id, Scope.Main) is { Count: > 0 } passages && passages.All(passage => passage.Text == logged.Text);
    }
}
