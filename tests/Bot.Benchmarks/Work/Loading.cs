using System.Diagnostics;
using Bot.Benchmarks.Corpora;
using Bot.Benchmarks.Measuring;
using Bot.Chat;

namespace Bot.Benchmarks.Work;

/// <summary>When a large file was put in beside a load, in seconds from its beginning: put, reading seen to begin, its last words found.</summary>
internal sealed record PutIn(double Put, double Begun, double Found);

/// <param name="At">Seconds from the beginning.</param>
/// <param name="Resident">Bytes.</param>
internal readonly record struct MemoryAt(double At, long Resident);

/// <summary>What a load came to.</summary>
/// <param name="ProgramCores">Cores that the program used, and the clients.</param>
internal sealed record Loaded(double Seconds, IReadOnlyList<Answered> Answers, PutIn? File, double ProgramCores, double ClientCores, double OthersCores)
{
    public int Count(int status) => Answers.Count(answered => answered.Status == status);

    public Distribution Times(int status, Func<Answered, bool>? of = null) =>
        Distribution.Of(Answers.Where(answered => answered.Status == status && of?.Invoke(answered) != false).Select(answered => answered.Milliseconds));

    /// <summary>Sent between the putting in of the file and the finding of its last words.</summary>
    public bool IsBesideIndexing(Answered answered) => File is { } file && answered.At >= file.Put && answered.At <= file.Found;
}

/// <summary>The program with its page under load, over a copy of a corpus that may be changed.</summary>
internal sealed class Loading : IDisposable
{
    /// <summary>A word for each large file that nothing else has.</summary>
    private static readonly string[] Words = ["velmarkian", "ostridean"];

    /// <summary>Bytes.</summary>
    public const long LargeFile = 10_000_000;

    private static readonly TimeSpan PutAfter = TimeSpan.FromSeconds(10), LookEvery = TimeSpan.FromMilliseconds(25), LongestReading = TimeSpan.FromMinutes(5);

    private readonly ServedProgram program;
    private readonly string folder;
    private readonly Newsroom news;
    private readonly HttpConnection aside;
    private readonly LoadClients clients;
    private int largeFiles;

    private Loading(ServedProgram program, string folder, Newsroom news, HttpConnection aside, LoadClients clients) =>
        (this.program, this.folder, this.news, this.aside, this.clients) = (program, folder, news, aside, clients);

    /// <summary>Until all was read and steady.</summary>
    /// <param name="folder">Made anew, and read anew: the corpus and its index are to stay as they are, and a data folder belongs to its briefings.</param>
    public static async Task<Loading> StartAsync(string[] command, Corpus corpus, string folder, Newsroom news)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Copy(corpus.Briefings, BriefingsIn(folder));
        var program = new ServedProgram(command, BriefingsIn(folder), Path.Combine(folder, "data"));
        try
        {
            var aside = await program.ReadyAsync();
            var requests = new List<byte[]>();
            foreach (var kind in QuestionMix.Kinds.Where(kind => kind != QuestionMix.Completion))
            {
                requests.AddRange(File.ReadLines(Path.Combine(corpus.Questions, kind + ".txt")).Select(program.Ask));
            }
            requests.AddRange(await SourcesAsync(program, aside, Path.Combine(corpus.Questions, CommandCatalog.Ask + ".txt"), 2_000));
            return new Loading(program, folder, news, aside, new LoadClients(program.Server, requests));
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <param name="pause">What each client waits from an answer to its next question.</param>
    /// <param name="putFile">Puts a large file in after ten seconds, and waits until it was read, also when that takes longer than the load.</param>
    public async Task<Loaded> LoadAsync(int number, TimeSpan length, TimeSpan pause = default, bool putFile = false)
    {
        var (largeFile, word) = putFile ? WriteLargeFile() : ("", "");
        var (cores, start) = (new CoresUsed(program.Process), Stopwatch.GetTimestamp());
        var asking = clients.AskAsync(number, length, pause);
        var file = putFile ? await PutInAsync(largeFile, word, start) : null;
        var answers = await asking;
        return new Loaded(cores.Seconds, answers, file, cores.Program, cores.This, cores.Others);
    }

    /// <summary>Looks at the program's memory under a load of so long.</summary>
    public async Task<(Loaded Load, IReadOnlyList<MemoryAt> Memory)> WatchMemoryAsync(int number, TimeSpan length, TimeSpan every)
    {
        var (start, memory) = (Stopwatch.GetTimestamp(), new List<MemoryAt>());
        var loading = LoadAsync(number, length);
        while (!loading.IsCompleted)
        {
            memory.Add(new MemoryAt(Stopwatch.GetElapsedTime(start).TotalSeconds, ProcessMemory.Of(program.Process).Resident));
            await Task.WhenAny(loading, Task.Delay(every, TimeProvider.System));
        }
        return (await loading, memory);
    }

    public ProcessMemory Memory => ProcessMemory.Of(program.Process);

    public void Dispose()
    {
        aside.Dispose();
        program.Dispose();
    }

    private static string BriefingsIn(string folder) => Path.Combine(folder, "briefings");

    private (string Path, string Word) WriteLargeFile()
    {
        var word = Words[largeFiles];
        var path = Path.Combine(folder, word + ".jsonl");
        Corpus.WriteMore(path, LargeFile, largeFiles++, $"Nobody had heard of the {word} ledgers before they were opened on Monday.", news);
        return (path, word);
    }

    private async Task<PutIn> PutInAsync(string largeFile, string word, long start)
    {
        await Task.Delay(PutAfter, TimeProvider.System);
        // Moved, so that nobody reads half of it.
        File.Move(largeFile, Path.Combine(BriefingsIn(folder), Path.GetFileName(largeFile)));
        var put = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var begun = await UntilAsync(HttpConnection.Request(program.Server, "/api/indexing"), "\"isIndexing\":true");
        return new PutIn(put, begun, await UntilAsync(program.Ask($"/ask {word} ledgers"), $"{word} ledgers before"));

        async Task<double> UntilAsync(byte[] request, string text)
        {
            while (await aside.GetAsync(request) != 200 || !aside.Body.Contains(text, StringComparison.Ordinal))
            {
                if (Stopwatch.GetElapsedTime(start) > LongestReading) throw new TimeoutException($"A file of {LargeFile / 1e6:0} MB was not read within {LongestReading.TotalMinutes:0} minutes.");
                await Task.Delay(LookEvery, TimeProvider.System);
            }
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }

    private static async Task<IEnumerable<byte[]>> SourcesAsync(ServedProgram program, HttpConnection connection, string questions, int most)
    {
        var citations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(questions))
        {
            if (citations.Count >= most) break;
            using var answer = System.Text.Json.JsonDocument.Parse(await program.AskAsync(connection, line));
            foreach (var passage in answer.RootElement.GetProperty("passages").EnumerateArray()) citations.Add(passage.GetProperty("citation").GetString()!);
        }
        return citations.Select(citation => program.Ask($"/{CommandCatalog.Source} {citation}"));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
