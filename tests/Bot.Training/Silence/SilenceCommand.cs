using System.CommandLine;
using Bot.Answers;
using Bot.App.Quality;

namespace Bot.Training.Silence;

/// <summary>
/// <c>silence</c>: when what is found is an answer, and when it is only the nearest there is (AnswerEvidence), fitted to questions that are
/// asked where they can be answered and where they cannot.
/// </summary>
internal static class SilenceCommand
{
    private const double Penalty = 0.0005;

    /// <summary>The share of what is answered rightly that may be silenced, on average over sets.</summary>
    private const double MostSilenced = 0.02;

    /// <summary>The same of few passages: they answer few of the questions that are asked of them, and what is silenced stands first among few.</summary>
    private const double MostSilencedOfFew = 0.05;

    /// <summary>
    /// The share of what cannot be answered, on average over corpora, beyond which no more silence is bought with right answers.
    /// </summary>
    private const double EnoughSilence = 0.85;

    /// <summary>Fewer questions of one way of writing tell nothing of so small a share.</summary>
    private const int FewestAsked = 40;

    /// <summary>What tells how a question is written; each has a bar of its own, for what is known of its words differs.</summary>
    private static readonly int[] Styles = [.. AnswerEvidence.Styles.Select(name => AnswerEvidence.Names.ToList().IndexOf(name))];

    /// <summary>How much a question counts whose answer was found but did not come first.</summary>
    private const double WorthOfSecond = 0.5;

    /// <summary>Sets that are not asked elsewhere: a question in Russian is not answered in English, whatever it asks.</summary>
    private static readonly string[] OtherLanguage = ["xquad-ru"];

    /// <summary>
    /// Sets whose corpora have next to the same record again: without the right row another is as right as a careful reader would say.
    /// </summary>
    private static readonly string[] NearIdentical = ["factbook", "timeqa-train"];

    /// <summary>Sets that are also asked of small parts of their corpora.</summary>
    private static readonly string[] InParts = ["wikinews-qa", "qed-nq", "xquad-en", "xquad-ru"];

    private static readonly Option<string> Output = CommandArguments.Output("Folder for the weights", "src/Bot/Answers/Weights");

    public static Command Define()
    {
        var command = new Command("silence", "Fits when /ask has found no answer; after \"ranking\"") { CommandArguments.Folder, Output };
        command.SetAction(async (arguments, stop) =>
        {
            var asked = await AskAsync(SetQuestion.SetsIn(arguments.GetRequiredValue(CommandArguments.Folder)), stop);
            foreach (var (name, isOfFew) in new[] { ("evidence", false), ("evidence-few", true) })
            {
                var ofSize = asked.Where(one => one.IsOfFew == isOfFew).ToList();
                var weights = LogisticFit.Fit([.. Examples(ofSize)], Penalty);
                SetBars(ofSize, weights);
                Tell(ofSize, weights, Console.Out);
                var path = Path.Combine(arguments.GetRequiredValue(Output), $"{name}.txt");
                await WeightFile.WriteAsync(path, Origin(ofSize), AnswerEvidence.Names, weights, stop);
            }
        });
        return command;
    }

    private static async Task<List<AskedQuestion>> AskAsync(IReadOnlyList<EvaluationSet> sets, CancellationToken stop)
    {
        var asked = new List<AskedQuestion>();
        foreach (var set in sets)
        {
            Console.Error.WriteLine(set.Name);
            asked.AddRange(await AskedQuestion.OfOwnAsync(set, stop));
            if (!NearIdentical.Contains(set.Name)) asked.AddRange(await AskedQuestion.WithoutAsync(set, stop));
            if (InParts.Contains(set.Name)) asked.AddRange(await AskedQuestion.OfSmallAsync(set, stop));
            if (OtherLanguage.Contains(set.Name) || NearIdentical.Contains(set.Name)) continue;
            foreach (var other in sets.Where(other => other != set && !OtherLanguage.Contains(other.Name) && other.Name != "timeqa-train"))
            {
                asked.AddRange(await AskedQuestion.ElsewhereAsync(set, other, stop));
            }
        }
        return asked;
    }

    /// <summary>
    /// Answered among what is shown first, or asked where there is no answer; what was answered wrongly is neither. Each corpus counts
    /// alike among those of its kind, and all that can be answered as much as all that cannot.
    /// </summary>
    private static IEnumerable<(double[] Values, bool IsSo, double Worth)> Examples(List<AskedQuestion> asked)
    {
        var usable = asked.Where(one => !one.IsPutAside && one.Values is not null && (one.Asking != Asking.Own || one.Place is not null))
            .GroupBy(one => (one.Asking, one.Corpus)).ToList();
        var corpora = usable.CountBy(corpus => corpus.Key.Asking).ToDictionary();
        foreach (var corpus in usable)
        {
            var (all, share) = (corpus.Sum(Worth), Share(corpus.Key.Asking) / corpora[corpus.Key.Asking]);
            foreach (var one in corpus) yield return (one.Values!, one.Asking == Asking.Own, share * Worth(one) / all);
        }
    }

    private static double Worth(AskedQuestion one) => one.Place > 0 ? WorthOfSecond : 1;

    private static double Share(Asking asking) => asking switch { Asking.Own => 0.5, Asking.Without => 0.3, _ => 0.2 };

    /// <summary>Sets the bar for each way of writing, so that as much of what is right is silenced in each.</summary>
    private static void SetBars(List<AskedQuestion> asked, double[] weights)
    {
        var tuned = asked.Where(one => !one.IsPutAside && one.Values is not null).ToList();
        var usual = Bar([.. tuned.Where(one => Styles.All(style => one.Values![style] == 0))], weights);
        foreach (var style in Styles)
        {
            var alone = tuned.Where(one => Styles.All(other => (one.Values![other] != 0) == (other == style))).ToList();
            weights[style] += usual - Bar(alone, weights);
        }
        weights[0] -= usual;
    }

    /// <summary>
    /// The highest bar below which lies no more of what is right than may be silenced, or a lower one that silences enough of what cannot
    /// be answered.
    /// </summary>
    private static double Bar(List<AskedQuestion> asked, double[] weights)
    {
        var right = Scores(asked.Where(one => one.Place == 0));
        var unanswerable = Scores(asked.Where(one => one.Asking != Asking.Own));
        var most = asked.Exists(one => one.IsOfFew) ? MostSilencedOfFew : MostSilenced;
        var bars = right.SelectMany(scores => scores).Where(bar => Below(bar, right) <= most).Order().DefaultIfEmpty(0).ToList();
        return bars.Where(bar => Below(bar, unanswerable) >= EnoughSilence).Append(bars[^1]).First();

        List<List<double>> Scores(IEnumerable<AskedQuestion> some) =>
            [.. some.GroupBy(one => one.Corpus).Where(corpus => corpus.Count() >= FewestAsked)
                .Select(corpus => corpus.Select(one => Score(one, weights)).ToList())];

        static double Below(double bar, List<List<double>> corpora) =>
            corpora.Select(scores => scores.Count(score => score < bar) / (double)scores.Count).DefaultIfEmpty(0).Average();
    }

    private static double Score(AskedQuestion one, double[] weights) =>
        one.Values is null ? double.NegativeInfinity : one.Values.Zip(weights, (value, weight) => value * weight).Sum();

    private static void Tell(List<AskedQuestion> asked, double[] weights, TextWriter output)
    {
        foreach (var corpus in asked.GroupBy(one => (one.Asking, one.Corpus)).OrderBy(corpus => corpus.Key.Asking))
        {
            double Silent(bool isPutAside) =>
                corpus.Where(one => one.IsPutAside == isPutAside).Average(one => Score(one, weights) < 0 ? 1 : 0);
            output.WriteLine($"{corpus.Key.Corpus,-45} silent: tuned on {Silent(false):F3}, put aside {Silent(true):F3}");
        }
    }

    private static string[] Origin(List<AskedQuestion> asked) =>
    [
        "Weights of what speaks for there being an answer to /ask at all (AnswerEvidence), "
            + "written by \"tests/Bot.Training silence\"; from 0 on there is one.",
        $"Fitted to {asked.Count(one => !one.IsPutAside)} times that a question was asked, those not put aside, "
            + "of their own corpora, of these without what answers, and of others':",
        $"{string.Join(", ", asked.Where(one => one.Asking == Asking.Own).Select(one => one.Corpus).Distinct())}.",
    ];
}
