using System.CommandLine;
using Bot.Answers;

namespace Bot.Training.Silence;

/// <summary>
/// <c>silence</c>: when what is found is an answer, and when it is only the nearest there is (AnswerEvidence), fitted to questions that are asked where
/// they can be answered and where they cannot.
/// </summary>
internal static class SilenceCommand
{
    private const double Penalty = 0.0005;

    /// <summary>The share of the questions of each set that must still be answered over its own corpus.</summary>
    private const double LeastAnswered = 0.928;

    /// <summary>Sets that are not asked elsewhere: a question in Russian is not answered in English, whatever it asks.</summary>
    private static readonly string[] OtherLanguage = ["xquad-ru"];

    /// <summary>Sets whose corpora have next to the same record again: without the right row another is as right as a careful reader would say.</summary>
    private static readonly string[] NearIdentical = ["factbook", "timeqa-train"];

    private static readonly Argument<string> Folder = new("FOLDER") { Description = "Folder of sets" };
    private static readonly Option<string> Output = new("--output")
    {
        Description = "File for the weights",
        DefaultValueFactory = _ => "src/Bot/Answers/Weights/evidence.txt",
    };

    public static Command Define()
    {
        var command = new Command("silence", "Fits when /ask has found no answer; after \"ranking\"") { Folder, Output };
        command.SetAction(async (arguments, stop) =>
        {
            var asked = await AskAsync(QuestionFile.In(arguments.GetRequiredValue(Folder)));
            var weights = LogisticFit.Fit([.. Examples(asked)], Penalty);
            weights[0] -= Bar(asked, weights);
            Tell(asked, weights, Console.Out);
            await WeightFile.WriteAsync(arguments.GetRequiredValue(Output), Origin(asked), AnswerEvidence.Names, weights, stop);
        });
        return command;
    }

    private static async Task<List<AskedQuestion>> AskAsync(IReadOnlyList<QuestionFile> files)
    {
        var asked = new List<AskedQuestion>();
        foreach (var file in files)
        {
            Console.Error.WriteLine(file.Set);
            asked.AddRange(await AskedQuestion.OfOwnAsync(file));
            if (!NearIdentical.Contains(file.Set)) asked.AddRange(await AskedQuestion.WithoutAsync(file));
            if (OtherLanguage.Contains(file.Set) || NearIdentical.Contains(file.Set)) continue;
            foreach (var other in files.Where(other => other != file && !OtherLanguage.Contains(other.Set) && other.Set != "timeqa-train"))
            {
                asked.AddRange(await AskedQuestion.ElsewhereAsync(file, other));
            }
        }
        return asked;
    }

    /// <summary>
    /// Answered as it should be, or asked where there is no answer; what was answered wrongly is neither. Each corpus counts alike among those of its kind,
    /// and all that can be answered as much as all that cannot.
    /// </summary>
    private static IEnumerable<(double[] Values, bool IsSo, double Worth)> Examples(List<AskedQuestion> asked)
    {
        var usable = asked.Where(one => !one.IsPutAside && one.Values is not null && (one.Asking != Asking.Own || one.IsRight)).ToList();
        var (ofCorpus, corpora) = (usable.CountBy(one => (one.Asking, one.Corpus)).ToDictionary(), usable.Select(one => (one.Asking, one.Corpus)).Distinct().CountBy(one => one.Asking).ToDictionary());
        return usable.Select(one => (one.Values!, one.IsRight, Share(one.Asking) / corpora[one.Asking] / ofCorpus[(one.Asking, one.Corpus)]));
    }

    private static double Share(Asking asking) => asking switch { Asking.Own => 0.5, Asking.Without => 0.3, _ => 0.2 };

    /// <summary>The highest bar that leaves enough answered in each set.</summary>
    private static double Bar(List<AskedQuestion> asked, double[] weights) => asked.Where(one => one.Asking == Asking.Own && !one.IsPutAside)
        .GroupBy(one => one.Corpus)
        .Min(set => set.Select(one => Score(one, weights)).Order().ElementAt((int)Math.Floor((1 - LeastAnswered) * set.Count())));

    private static double Score(AskedQuestion one, double[] weights) =>
        one.Values is null ? double.NegativeInfinity : one.Values.Zip(weights, (value, weight) => value * weight).Sum();

    private static void Tell(List<AskedQuestion> asked, double[] weights, TextWriter output)
    {
        foreach (var corpus in asked.GroupBy(one => (one.Asking, one.Corpus)).OrderBy(corpus => corpus.Key.Asking))
        {
            double Silent(bool isPutAside) => corpus.Where(one => one.IsPutAside == isPutAside).Average(one => Score(one, weights) < 0 ? 1 : 0);
            output.WriteLine($"{corpus.Key.Corpus,-45} silent: tuned on {Silent(false):F3}, put aside {Silent(true):F3}");
        }
    }

    private static string[] Origin(List<AskedQuestion> asked) =>
    [
        "Weights of what speaks for there being an answer to /ask at all (AnswerEvidence), written by \"tests/Bot.Training silence\"; from 0 on there is one.",
        $"Fitted to {asked.Count(one => !one.IsPutAside)} times that a question was asked, those not put aside, of their own corpora, of these without what answers, and of others':",
        $"{string.Join(", ", asked.Where(one => one.Asking == Asking.Own).Select(one => one.Corpus).Distinct())}.",
    ];
}
