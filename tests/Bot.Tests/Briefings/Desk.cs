using System.Text;
using Bot.Briefings;
using Bot.Chat;
using Bot.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Briefings;

/// <summary>A briefings folder and a data folder of a test's own, and the sweep between them.</summary>
internal sealed class Desk : IDisposable
{
    /// <summary>Files are written on the day before, so that their times are settled.</summary>
    public static readonly DateTimeOffset Start = new(2023, 7, 7, 12, 0, 0, TimeSpan.Zero);

    private readonly string root = Directory.CreateTempSubdirectory("briefings-").FullName;

    public Desk()
    {
        Options = new BriefingsOptions { Folder = Path.Combine(root, "briefings") };
        Directory.CreateDirectory(Options.Folder);
        Restart();
    }

    public BriefingsOptions Options { get; }

    public string Folder => Path.Combine(root, "briefings");

    public string Outside => root;

    public string Data => Path.Combine(root, "data");

    public string StateFile => Path.Combine(Data, "state.db");

    public string TextsFolder => Path.Combine(Data, "texts");

    public FakeTimeProvider Time { get; } = new(Start);

    public BriefingLog Log { get; private set; } = null!;

    public TextStore Texts { get; private set; } = null!;

    public FolderSweep Sweeper { get; private set; } = null!;

    /// <summary>Paths of the files that were opened, in order.</summary>
    public List<string> Opened { get; } = [];

    /// <summary>What stands in a file's way when it is opened.</summary>
    public Func<string, Stream, Stream>? Fault { get; set; }

    /// <summary>What the sweeps told since the last question.</summary>
    public List<BriefingChange> Changes { get; } = [];

    public IReadOnlyList<string> Ids => [.. Log.List(Scope.Main, 0, 10_000).Select(briefing => briefing.Id.Value).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Warnings => [.. Log.Warnings().Select(warning => warning.ToString())];

    public void Restart()
    {
        Log?.Dispose();
        Texts?.Dispose();
        Log = BriefingLog.Open(StateFile);
        Texts = TextStore.Open(TextsFolder);
        Sweeper = new FolderSweep(Microsoft.Extensions.Options.Options.Create(Options), Log, Texts, Time, NullLogger<FolderSweep>.Instance) { OpenFile = Open };
    }

    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] bytes, int minutesAgo = 24 * 60)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        // Each write of a test gets a time of its own, as it has on a real disk.
        File.SetLastWriteTimeUtc(path, Time.GetUtcNow().UtcDateTime.AddMinutes(-minutesAgo).AddSeconds(++writes));
    }

    private int writes;

    public void Lines(string name, params string[] lines) => Write(name, string.Join('\n', lines) + "\n");

    public void Delete(string name) => File.Delete(Path.Combine(Folder, name));

    public void Move(string from, string to) => File.Move(Path.Combine(Folder, from), Path.Combine(Folder, to));

    public SweepResult Sweep()
    {
        Changes.Clear();
        Opened.Clear();
        return Sweep(Changes.AddRange);
    }

    public SweepResult Sweep(Action<IReadOnlyList<BriefingChange>> onBatch, IProgress<SweepProgress>? progress = null) =>
        Sweeper.Sweep(onBatch, progress, TestContext.Current.CancellationToken);

    public LoggedBriefing Find(string id) => Log.Find(new BriefingId(id)) ?? throw new InvalidOperationException($"No briefing {id}: {string.Join(", ", Ids)}");

    public string? Text(string id) => Texts.Read(Find(id).Text);

    public void Dispose()
    {
        Log.Dispose();
        Texts.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private Stream Open(string path)
    {
        Opened.Add(Path.GetRelativePath(Folder, path).Replace('\\', '/'));
        Stream stream = File.OpenRead(path);
        return Fault?.Invoke(Opened[^1], stream) ?? stream;
    }
}
