using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bot.Benchmarks.Corpora;

namespace Bot.Benchmarks.Work;

/// <summary>
/// Runs one piece of work in a process of its own, so that neither what was compiled nor what lies in memory comes from another, and gives its
/// result back as a line of JSON.
/// </summary>
internal static class Worker
{
    public const string Verb = "work";

    private const string Index = "index", Read = "read", Answer = "answer", Refresh = "refresh", Digest = "digest", Post = "post-digests", Watch = "watch", Insert = "fts5-insert", Search = "fts5-search", Update = "fts5-update";

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static MadeIndex MakeIndex(Corpus corpus) => Run<MadeIndex>(Index, corpus.Briefings, corpus.Data);

    public static TextsRead ReadTexts(double seconds) => Run<TextsRead>(Read, Of(seconds));

    public static AllAnswered AnswerAll(Corpus corpus, double seconds) => Run<AllAnswered>(Answer, corpus.Briefings, corpus.Data, corpus.Questions, Of(seconds));

    public static Digested WriteDigests(Corpus corpus, double seconds) => Run<Digested>(Digest, corpus.Briefings, corpus.Data, Of(seconds));

    public static Watched AskWatches(Corpus corpus, double seconds) => Run<Watched>(Watch, corpus.Briefings, corpus.Data, corpus.Questions, Of(seconds));

    public static DigestsPosted PostDigests(Corpus corpus, int subscriptions) =>
        Run<DigestsPosted>(Post, corpus.Briefings, corpus.Data, subscriptions.ToString(CultureInfo.InvariantCulture));

    public static Refreshed RefreshIndex(Corpus corpus) => Run<Refreshed>(Refresh, corpus.Briefings, corpus.Data, corpus.LastFile);

    public static MadeIndex MakeFts(Corpus corpus) => Run<MadeIndex>(Insert, corpus.Briefings, corpus.Sqlite);

    public static KindAnswered SearchFts(Corpus corpus, double seconds) => Run<KindAnswered>(Search, corpus.Sqlite, corpus.Questions, Of(seconds));

    public static Refreshed RefreshFts(Corpus corpus) => Run<Refreshed>(Update, corpus.Sqlite);

    /// <summary>The child's side.</summary>
    public static async Task<int> WorkAsync(string[] arguments)
    {
        object result = arguments switch
        {
            [Index, var briefings, var data] => await Indexing.RunAsync(briefings, data),
            [Read, var seconds] => Reading.Run(Number(seconds)),
            [Answer, var briefings, var data, var questions, var seconds] => await Answering.RunAsync(briefings, data, questions, Number(seconds)),
            [Digest, var briefings, var data, var seconds] => await Digesting.RunAsync(briefings, data, Number(seconds)),
            [Watch, var briefings, var data, var questions, var seconds] => await Watching.RunAsync(briefings, data, questions, Number(seconds)),

            [Post, var briefings, var data, var count] => await PostingDigests.RunAsync(briefings, data, int.Parse(count, CultureInfo.InvariantCulture)),
            [Refresh, var briefings, var data, var large] => await Refreshing.RunAsync(briefings, data, large),
            [Insert, var briefings, var database] => SqliteFts.Insert(briefings, database),
            [Search, var database, var questions, var seconds] => SqliteFts.Ask(database, questions, Number(seconds)),
            [Update, var database] => SqliteFts.Refresh(database),
            _ => throw new ArgumentException($"There is no work called \"{string.Join(' ', arguments)}\"."),
        };
        Console.WriteLine(JsonSerializer.Serialize(result, result.GetType(), Json));
        return 0;
    }

    private static T Run<T>(params string[] arguments)
    {
        var self = Environment.ProcessPath!;
        // Under "dotnet Bot.Benchmarks.dll" the process is dotnet itself.
        string[] host = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "Bot.Benchmarks.dll")] : [];
        using var child = Process.Start(new ProcessStartInfo(self, [.. host, Verb, .. arguments]) { RedirectStandardOutput = true })!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"The work \"{arguments[0]}\" ended with exit code {child.ExitCode}; what it said stands above.");
        return JsonSerializer.Deserialize<T>(output.TrimEnd().Split('\n')[^1], Json)!;
    }

    private static string Of(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
