using System.CommandLine;
using System.Globalization;
using Bot.App.Quality;
using Bot.Mentions;

namespace Bot.Training.Names;

/// <summary>names: learns the weights by which names are told.</summary>
internal static class NamesCommand
{
    /// <summary>In this order: the weights depend on it.</summary>
    private static readonly string[] Sets = ["wikigold", "gum", "crossner-politics-dev", "meantime"];

    public static Command Define()
    {
        var output = new Option<string?>("--output")
        {
            HelpName = "FILE",
            Description = "Where the weights go; without it nothing is written",
        };
        var folds = new Option<int>("--folds")
        {
            HelpName = "N",
            Description = "First learns N times without an Nth of the texts, and says how well those are read (cross-validation)",
        };
        var command = new Command("names", "Learns by which signs names of persons, organisations and places are told.")
        {
            CommandArguments.Folder, output, folds,
        };
        command.SetAction(arguments =>
        {
            var sets = EvaluationSet.In(arguments.GetRequiredValue(CommandArguments.Folder)).ToDictionary(set => set.Name);
            var texts = Sets.SelectMany(name => GoldNames.Read(sets[name])).ToList();
            if (arguments.GetValue(folds) is > 1 and var several) CrossValidate(texts, several);
            if (arguments.GetValue(output) is not { } path) return;
            var file = new NamePerceptron(texts).Learn();
            File.WriteAllBytes(path, file);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts, {file.Length:N0} bytes: {path}"));
        });
        return command;
    }

    private static void CrossValidate(List<GoldNames> texts, int folds)
    {
        var models = new NameModel[folds];
        Parallel.For(0, folds, fold =>
            models[fold] = new NameModel(new NamePerceptron([.. texts.Where(text => text.Fold % folds != fold)]).Learn()));
        foreach (var set in texts.GroupBy(text => text.Set))
        {
            var (rules, learned, best) = (new NameScore(), new NameScore(), new NameScore());
            foreach (var text in set)
            {
                var ruled = NameRules.Find(text.Text);
                rules.Add(text, ruled);
                learned.Add(text, TrainedNames.Find(text.Text, ruled, models[text.Fold % folds]));
                var marked = new List<NameSpan>();
                NameLabels.AddNames(text.Labels, 0, marked);
                best.Add(text, marked);
            }
            Console.WriteLine($"{set.Key}\n  rules    {rules}\n  learned  {learned}\n  perfect  {best}");
        }
    }
}
