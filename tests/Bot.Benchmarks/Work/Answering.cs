using System.Diagnostics;
using Bot.Answers;
using Bot.Benchmarks.Corpora;
using Bot.Benchmarks.Measuring;
using Bot.Chat;

namespace Bot.Benchmarks.Work;

/// <summary>Asks each kind of line again and again over an index that is there, as one caller, after a warm-up.</summary>
internal static class Answering
{
    public static async Task<AllAnswered> RunAsync(string briefings, string data, string questions, double seconds)
    {
        var start = Stopwatch.GetTimestamp();
        await using var core = await RunningCore.StartAsync(briefings, data);
        var opened = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await RunningCore.SettleAsync();
        var passages = core.Ask("/briefings").Searched.Passages;
        var kinds = new List<KindAnswered>();
        foreach (var kind in QuestionMix.Kinds)
        {
            var lines = File.ReadAllLines(Path.Combine(questions, kind + ".txt"));
            kinds.Add(kind == QuestionMix.Completion
                ? Repetition.Measure(kind, lines, seconds, line => core.Bot.Complete(line, Scope.Main).Count > 0)
                : Repetition.Measure(kind, lines, seconds, line => IsFound(core.Ask(line))));
        }
        kinds.Insert(kinds.Count - 1, Sources(core, Path.Combine(questions, CommandCatalog.Ask + ".txt"), seconds));
        return new AllAnswered(opened, passages, ProcessMemory.OfThis(), kinds);
    }

    private static KindAnswered Sources(RunningCore core, string questions, double seconds)
    {
        var citations = File.ReadLines(questions).Take(400).SelectMany(line => core.Ask(line).Passages).Select(passage => passage.Citation).Distinct();
        return Repetition.Measure(CommandCatalog.Source, [.. citations.Select(citation => $"/source {citation}")], seconds, line => IsFound(core.Ask(line)));
    }

    private static bool IsFound(Answer answer) => answer.Status switch
    {
        AnswerStatus.Found or AnswerStatus.Several => true,
        AnswerStatus.Failed => throw new InvalidOperationException($"/{answer.Command} {answer.Query} failed: {answer.Reason}"),
        _ => false,
    };
}
