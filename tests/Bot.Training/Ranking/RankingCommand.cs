using System.CommandLine;
using Bot.Answers;

namespace Bot.Training.Ranking;

/// <summary>
/// <c>ranking</c>: how much each feature of a passage counts (PassageEvidence), fitted to questions whose answers are known.
/// </summary>
internal static class RankingCommand
{
    private const double Penalty = 0.03;
    private const int Steps = 400;

    private static readonly Option<string> Output = CommandArguments.Output("File for the weights", "src/Bot/Answers/Weights/ranking.txt");
    private static readonly Option<bool> Ablate = new("--ablate")
    {
        Description = "Tells what is lost without each feature, and writes nothing",
    };

    public static Command Define()
    {
        var command = new Command("ranking", "Fits the weights of passages as answers to /ask") { CommandArguments.Folder, Output, Ablate };
        command.SetAction(async (arguments, stop) =>
        {
            var questions = new List<RankedQuestion>();
            foreach (var set in SetQuestion.SetsIn(arguments.GetRequiredValue(CommandArguments.Folder)))
            {
                Console.Error.WriteLine(set.Name);
                questions.AddRange(await RankedQuestion.ReadAsync(set, stop));
            }
            var tuned = questions.Where(question => !question.IsPutAside).ToList();
            if (arguments.GetValue(Ablate))
            {
                Ablation.Tell(tuned, Penalty, Steps, Console.Out);
                return;
            }
            var fit = new ListwiseFit(tuned);
            var weights = fit.Unscaled(fit.Fit(Penalty, Steps, without: []));
            HitReport.Tell(questions, weights, Console.Out);
            await WeightFile.WriteAsync(arguments.GetRequiredValue(Output), Origin(tuned), PassageEvidence.Names, weights, stop);
        });
        return command;
    }

    private static string[] Origin(List<RankedQuestion> tuned) =>
    [
        "Weights of the features of a passage as the answer to /ask (PassageEvidence), written by \"tests/Bot.Training ranking\".",
        $"Fitted to {tuned.Count} questions, those not put aside of "
            + $"{string.Join(", ", tuned.Select(question => question.Set).Distinct())}.",
    ];
}
