namespace Bot.Answers;

/// <summary>What was new, before its words were checked.</summary>
/// <param name="Items">Best first.</param>
/// <param name="More">How many items there are beside them.</param>
/// <param name="People">Whom the new briefings name most.</param>
/// <param name="Upcoming">Sentences of new briefings about days to come, the nearest day first.</param>
internal sealed record DigestDraft(
    DateTimeOffset From,
    DateTimeOffset To,
    string Zone,
    IReadOnlyList<string> Topics,
    IReadOnlyList<DigestItemDraft> Items,
    int More,
    IReadOnlyList<string> People,
    IReadOnlyList<(Snippet Snippet, DateOnly Day)> Upcoming)
{
    /// <summary>A command that shows the rest; null where none does.</summary>
    public string? MoreLine { get; init; }
}

/// <summary>One story.</summary>
/// <param name="IsChanged">A briefing that was corrected.</param>
/// <param name="Before">The sentence that stood in it before, word for word; null where something was only added.</param>
/// <param name="Others">The same story in other briefings, by snippets of theirs.</param>
internal sealed record DigestItemDraft(Snippet Snippet, bool IsChanged, string? Before, IReadOnlyList<Snippet> Others);
