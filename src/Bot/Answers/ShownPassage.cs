namespace Bot.Answers;

/// <summary>
/// A passage as a reader sees it: words that stand in several places, as a wire report does in several outlets, are shown once. The answer
/// itself keeps every place.
/// </summary>
/// <param name="Indices">Where in the answer's passages the places are, the best first; never empty.</param>
internal sealed record ShownPassage(Answer Answer, IReadOnlyList<int> Indices)
{
    /// <summary>The place whose citation, badges and highlights are shown.</summary>
    public AnswerPassage First => Answer.Passages[Indices[0]];

    public IEnumerable<AnswerPassage> Others => Indices.Skip(1).Select(i => Answer.Passages[i]);

    /// <summary>Best first.</summary>
    public static IReadOnlyList<ShownPassage> Of(Answer answer) =>
        [.. Enumerable.Range(0, answer.Passages.Count)
            .GroupBy(i => answer.Passages[i].RepeatOf ?? i)
            .Select(same => new ShownPassage(answer, [.. same]))];
}
