using Bot.App.Quality;

namespace Bot.Training;

/// <summary>A question of a set.</summary>
/// <param name="Gold">The records of the corpus that answer.</param>
/// <param name="IsPutAside">Whether it is of the half that nothing is fitted to.</param>
internal sealed record SetQuestion(string Text, IReadOnlySet<string> Gold, bool IsPutAside)
{
    /// <summary>The sets of a folder that have questions, by name.</summary>
    public static IReadOnlyList<EvaluationSet> SetsIn(string folder) =>
        [.. EvaluationSet.In(folder).Where(set => set.Questions is not null)];

    /// <summary>All of a set that has some.</summary>
    public static IReadOnlyList<SetQuestion> Of(EvaluationSet set) => [.. set.Read(set.Questions!).Select((record, line) =>
        new SetQuestion(record.Text("text")!, record.Texts("gold").ToHashSet(), Halves.IsPutAside(line, isDocument: false)))];
}
