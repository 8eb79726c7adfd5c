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

    /// <summary>Who says it, according to each of the places; null for nobody.</summary>
    public string? Speaker => Indices.Select(i => Answer.Passages[i].Speaker).OfType<string>().Distinct().ToList() is { Count: > 0 } speakers
        ? string.Join(" or ", speakers)
        : null;

    /// <summary>Best first. Words are the same when nothing but white space tells them apart.</summary>
    public static IReadOnlyList<ShownPassage> Of(Answer answer)
    {
        var indices = Enumerable.Range(0, answer.Passages.Count);
        // The surroundings of a citation are read in their order: nothing is left out of them, though it be there twice.
        var places = answer.Command == Chat.CommandCatalog.Source
            ? indices.Select(i => (IReadOnlyList<int>)[i])
            : indices.GroupBy(i => Collapsed(answer.Passages[i].Text), StringComparer.Ordinal).Select(same => (IReadOnlyList<int>)[.. same]);
        return [.. places.Select(same => new ShownPassage(answer, same))];
    }

    private static string Collapsed(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
