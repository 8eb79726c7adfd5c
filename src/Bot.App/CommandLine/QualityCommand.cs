using System.CommandLine;
using Bot.App.Quality;

namespace Bot.App.CommandLine;

/// <summary><c>quality</c>: how good the answers are on sets that others wrote, beside the figures that were accepted last.</summary>
internal static class QualityCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "Folder of sets, each a folder of JSON lines" };

    private static readonly Option<string[]> Sets = new("--set")
    {
        HelpName = "NAME",
        Description = "Only this set; may be given again",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string> Accepted = new("--accepted")
    {
        HelpName = "FILE",
        Description = "The figures that were accepted last",
        DefaultValueFactory = _ => "QUALITY.md",
    };

    private static readonly Option<bool> Write = new("--write") { Description = "Accepts the figures: writes them into the file" };

    public static Command Define()
    {
        var command = new Command("quality", "Measures the answers on sets of questions, and fails where they got worse") { Folder, Sets, Accepted, Write };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var folder = arguments.GetRequiredValue(Folder);
        var (sets, only) = (EvaluationSet.In(folder), arguments.GetRequiredValue(Sets));
        if (sets.Count == 0) throw new CannotStartException($"There is no set in {folder}: a folder with queries.jsonl, commands.jsonl, spans.jsonl, facts.jsonl or attributions.jsonl.");
        if (only.FirstOrDefault(name => !sets.Any(set => set.Name == name)) is { } unknown)
        {
            throw new CannotStartException($"There is no set {unknown} in {folder}. There are {string.Join(", ", sets.Select(set => set.Name))}.");
        }
        var accepted = AcceptedFigures.Read(arguments.GetRequiredValue(Accepted));
        var figures = await new QualityRun(sets, Console.Error.WriteLine, stop).MeasureAsync(only);
        QualityTable.Write(figures, accepted, Console.Out);
        if (arguments.GetValue(Write))
        {
            accepted.Write(figures);
            return ExitCode.Done;
        }
        var faults = QualityTable.Faults(figures, accepted).ToList();
        faults.ForEach(Console.Error.WriteLine);
        return faults.Count > 0 ? ExitCode.Failed : ExitCode.Done;
    }
}
