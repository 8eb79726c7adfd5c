using System.Globalization;
using Bot.Answers;
using Bot.App.Quality;
using Bot.Briefings;
using Bot.Chat;
using Bot.Subscriptions;
using Bot.Text;
using Bot.Watches;
using Microsoft.Extensions.DependencyInjection;
using Command = System.CommandLine.Command;

namespace Bot.Training.Watches;

/// <summary>
/// <c>watches</c>: fits nothing, but tells how often a watch is answered by what answers it and how often by anything else. Each question of a set is watched for, and each
/// briefing of its corpus comes as a new one.
/// </summary>
internal static class WatchesCommand
{
    public static Command Define()
    {
        var command = new Command("watches", "Tells how often watches are answered rightly and wrongly") { CommandArguments.Folder };
        command.SetAction(async (arguments, stop) =>
        {
            Console.WriteLine($"{"set",-24} {"half",-10} {"watches",8} {"briefings",10} {"told of its own",16} {"first told right",17} {"others told a watch and 1,000 briefings",40}");
            foreach (var set in SetQuestion.SetsIn(arguments.GetRequiredValue(CommandArguments.Folder))) await TellAsync(set, stop);
        });
        return command;
    }

    private static async Task TellAsync(EvaluationSet set, CancellationToken stop)
    {
        var questions = SetQuestion.Of(set);
        await using var bot = await CorpusBot.OverAsync(set.CorpusPath, stop);
        var (reader, texts) = (bot.Services.GetRequiredService<CorpusReader>(), bot.Services.GetRequiredService<TextStore>());
        using var corpus = reader.Open(Scope.Main);
        var watches = questions.Select((question, i) => new Watch(
            string.Create(CultureInfo.InvariantCulture, $"{Watch.Prefix}{i}"), "page", "", "", Scope.Main, $"/ask {question.Text}", DateTimeOffset.UnixEpoch)).ToList();
        var index = WatchIndex.Of(watches, corpus, before: null);
        var briefings = corpus.Log.ChangedBetween(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, Scope.Main);
        var told = questions.Select(_ => new List<string>()).ToList();
        // Any order that has nothing to do with the set's.
        foreach (var briefing in briefings.OrderBy(one => TextHash.Of(one.Id.Value).Hex, StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var (watch, _) in WatchMatcher.Ask(index, briefing, corpus, texts))
            {
                told[int.Parse(watch.Id.AsSpan(Watch.Prefix.Length), CultureInfo.InvariantCulture)].Add(briefing.Id.Value);
            }
        }
        foreach (var isPutAside in new[] { false, true })
        {
            var some = Enumerable.Range(0, questions.Count).Where(i => questions[i].IsPutAside == isPutAside).ToList();
            var own = some.Count(i => told[i].Exists(questions[i].Gold.Contains));
            var first = some.Where(i => told[i].Count > 0).ToList();
            var others = some.Sum(i => told[i].Count(id => !questions[i].Gold.Contains(id)));
            var right = first.Count(i => questions[i].Gold.Contains(told[i][0])) / (double)Math.Max(1, first.Count);
            var figures = string.Create(
                CultureInfo.InvariantCulture, $"{own / (double)some.Count,16:F3} {right,17:F3} {1000.0 * others / some.Count / briefings.Count,40:F2}");
            Console.WriteLine($"{set.Name,-24} {(isPutAside ? "put aside" : "tuned on"),-10} {some.Count,8} {briefings.Count,10} {figures}");
        }
    }
}
