using System.Globalization;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>How the published program bears many callers at once: while a large file is read, beyond what it can serve, and for long.</summary>
internal static class LoadSection
{
    public const string Heading = "Load";

    private const int Clients = 64, TooMany = 256;

    /// <summary>Below this a handful of answers is asked for again and again.</summary>
    private const int Smallest = 1_000;

    /// <summary>Milliseconds at the 99th percentile, of answers beside the indexing and of refusals.</summary>
    private const double Most = 50;

    /// <summary>Share by which memory may grow from the first to the last minute by its trend, to be called flat.</summary>
    private const double MostGrowth = 0.05;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5), Length = TimeSpan.FromMinutes(1), LengthOfTooMany = TimeSpan.FromSeconds(10);

    /// <summary>With it, and without: all that the program can do, and a part of it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LookAtMemoryEvery = TimeSpan.FromSeconds(30);

    public static string Measure(Run run)
    {
        if (run.Published is not { } published) return "No native program was there to be measured: publish it, and name it with `--program`.";
        var answers = new Table("passages, clients, how, when", "requests / s", "p50 ms", "p95 ms", "p99 ms", "most ms", "answers", "refused (429)", "errors", "cores of the program", "cores of the clients", "target");
        var files = new Table("passages, how", "put in at s", "reading begun at s", "its last words found at s", "took s", "MB/s beside the load");
        var refusals = new Table("passages, clients", "answers / s", "p99 ms of an answer", "refused", "p50 ms of a refusal", "p99 ms", "most ms", "errors");
        var memory = new Table("passages", "minutes", "requests / s", "first MB", "last MB", "most MB", "slope MB / minute", "errors", "target");
        foreach (var size in run.Sizes.Where(size => size >= Smallest)) MeasureAsync(run, size, published, answers, files, refusals, memory).GetAwaiter().GetResult();
        return $"""
            The published program with its page; {Clients} clients on this machine keep a connection each and ask `/api/ask` the next thing when the last was answered, at
            once ("no pause": all that the program can do, the clients' share of the cores taken off) or {Pause.TotalSeconds} s later ("a pause": up to {Clients / Pause.TotalSeconds:0} a second). All
            commands alike, from the questions of the section above. After ten seconds of the minute a file of {Loading.LargeFile / 1e6:0} MB is put into the folder.

            {answers}
            The file, in seconds from the beginning of the minute:

            {files}
            Beyond what it can serve, for ten seconds, by clients that come back at once when they are refused:

            {refusals}
            Memory while {Clients} clients ask, looked at each half minute:

            {memory}
            """;
    }

    private static async Task MeasureAsync(Run run, int size, string published, Table answers, Table files, Table refusals, Table memory)
    {
        var corpus = run.Corpus(size);
        Run.Tell(size, "the program reads it");
        using var loading = await Loading.StartAsync([published], corpus, Path.Combine(run.Work, "load"), run.News);
        await loading.LoadAsync(Clients, WarmUp);

        Run.Tell(size, "a minute of load, and a large file in it");
        AddRows(answers, files, size, "no pause", await loading.LoadAsync(Clients, Length, putFile: true));
        Run.Tell(size, "a minute of load with pauses, and a large file in it");
        AddRows(answers, files, size, "a pause", await loading.LoadAsync(Clients, Length, Pause, putFile: true));

        Run.Tell(size, "more clients than can be served");
        var tooMany = await loading.LoadAsync(TooMany, LengthOfTooMany);
        var (served, refused) = (tooMany.Times(200), tooMany.Times(429));
        refusals.Add(
            $"{Format.Count(size)}, {TooMany}", Format.Number(Undisturbed(tooMany, served.Count / tooMany.Seconds)), Format.Number(Undisturbed(tooMany, served.P99)),
            Format.Percent((double)refused.Count / tooMany.Answers.Count), Format.Number(Undisturbed(tooMany, refused.P50)), Format.Number(Undisturbed(tooMany, refused.P99)),
            Format.Number(Undisturbed(tooMany, refused.Most)), Format.Count(tooMany.Answers.Count - served.Count - refused.Count));

        Run.Tell(size, string.Create(CultureInfo.InvariantCulture, $"watching memory for {run.SecondsOfLoad:0} s"));
        var (load, seen) = await loading.WatchMemoryAsync(Clients, TimeSpan.FromSeconds(run.SecondsOfLoad), LookAtMemoryEvery);
        var slope = SlopePerMinute(seen);
        memory.Add(
            Format.Count(size), Format.Number(load.Seconds / 60), Format.Number(load.Answers.Count / load.Seconds), Format.Megabytes(seen[0].Resident), Format.Megabytes(seen[^1].Resident),
            Format.Megabytes(seen.Max(look => look.Resident)), Format.Signed(slope / 1e6), Format.Count(load.Answers.Count(answered => answered.Status != 200)),
            Format.Target(100 * slope * load.Seconds / 60 / seen[0].Resident, 100 * MostGrowth, "% more by the trend"));
    }

    private static void AddRows(Table answers, Table files, int size, string how, Loaded load)
    {
        var file = load.File!;
        var took = file.Found - file.Put;
        AddRow(answers, size, $"{how}, beside the reading", load, load.IsBesideIndexing, took, Most);
        AddRow(answers, size, $"{how}, before and after", load, answered => !load.IsBesideIndexing(answered), load.Seconds - took, Most);
        files.Add(
            $"{Format.Count(size)}, {how}", Format.Number(file.Put), Format.Number(file.Begun), Format.Number(file.Found), Format.Number(Undisturbed(load, took)),
            Format.Number(Undisturbed(load, Loading.LargeFile / 1e6 / took)));
    }

    private static void AddRow(Table table, int size, string when, Loaded load, Func<Answered, bool> of, double seconds, double? most)
    {
        var (count, served) = (load.Answers.Count(of), load.Times(200, of));
        var refused = load.Times(429, of).Count;
        table.Add(
            $"{Format.Count(size)}, {Clients}, {when}", Format.Number(Undisturbed(load, served.Count / seconds)), Format.Number(Undisturbed(load, served.P50)),
            Format.Number(Undisturbed(load, served.P95)), Format.Number(Undisturbed(load, served.P99)), Format.Number(Undisturbed(load, served.Most)), Format.Count(served.Count),
            Format.Count(refused), Format.Count(count - served.Count - refused), Format.Number(load.ProgramCores), Format.Number(load.ClientCores),
            Format.Target(Undisturbed(load, served.P99), most, "ms"));
    }

    /// <summary>No figure where others used the machine meanwhile.</summary>
    private static double Undisturbed(Loaded load, double value) => load.OthersCores <= Disturbance.Bearable ? value : double.NaN;

    /// <summary>Bytes a minute, by least squares.</summary>
    private static double SlopePerMinute(IReadOnlyList<MemoryAt> seen)
    {
        var (at, bytes) = (seen.Average(look => look.At), seen.Average(look => (double)look.Resident));
        var spread = seen.Sum(look => (look.At - at) * (look.At - at));
        return spread == 0 ? double.NaN : 60 * seen.Sum(look => (look.At - at) * (look.Resident - bytes)) / spread;
    }
}
