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

/// <summary>Why a digest tells of a briefing.</summary>
internal enum DigestKind
{
    New,

    /// <summary>It was corrected: the sentence stands there now.</summary>
    Changed,

    /// <summary>A sentence was taken out; its beginning is shown.</summary>
    TakenOut,
}

/// <summary>One story.</summary>
/// <param name="Before">The sentence that stood in it before a correction, word for word; null where something was only added, and for what is new.</param>
/// <param name="Others">The same story in other briefings, by snippets of theirs.</param>
internal sealed record DigestItemDraft(Snippet Snippet, DigestKind Kind, string? Before, IReadOnlyList<Snippet> Others);
