using Bot.Mentions;
using Bot.Quotes;
using Bot.Times;

namespace Bot.Answers;

/// <summary>An answer before its words were checked: spans into snippets, not yet words.</summary>
internal sealed record Draft(AnswerStatus Status)
{
    public string? Reason { get; init; }

    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>In the order they are shown.</summary>
    public IReadOnlyList<Snippet> Snippets { get; init; } = [];

    /// <summary>Which of the snippets say the same; null where each stands for itself, as in the surroundings of a citation.</summary>
    public Ranking? Ranking { get; init; }

    public PersonDraft? Person { get; init; }

    /// <summary>In the order they are to be read; each within its snippet.</summary>
    public IReadOnlyList<(Snippet Snippet, TimeExpression Time)> Times { get; init; } = [];

    public IReadOnlyList<(Snippet Snippet, Mention Place, string? Note)> Places { get; init; } = [];

    public IReadOnlyList<(Snippet Snippet, Quotation Quotation)> Quotations { get; init; } = [];

    /// <summary>How much matches in all; null where that cannot be said.</summary>
    public Matching? Matching { get; init; }

    public IReadOnlyList<CommandHelp>? Commands { get; init; }

    public CorpusStatus? Corpus { get; init; }

    public DigestDraft? Digest { get; init; }

    public IReadOnlyList<SubscriptionView>? Subscriptions { get; init; }

    public IReadOnlyList<WatchView>? Watches { get; init; }

    public SinceDraft? Since { get; init; }

    public AnswerGaps? Gaps { get; init; }

    public IReadOnlyList<NextStep> Next { get; init; } = [];

    public IReadOnlyList<SentDigest>? Sent { get; init; }

    public Draft Showing(Ranking ranking, int limit) => this with { Ranking = ranking, Snippets = [.. ranking.Snippets.Take(limit)] };

    /// <summary>
    /// The same, telling first which words were read in another spelling; where an answer was found, also which words of the question stand
    /// nowhere, for whoever asks whether somebody is dead must not take a sentence about somebody alive for the answer.
    /// </summary>
    public Draft Telling(TopicHits hits, CorpusView corpus)
    {
        var unknown = Status == AnswerStatus.Found ? Misses.UnknownWords(hits.Terms, corpus) : null;
        var reason = string.Join(' ', new[] { Corrections.Sentence(hits), unknown, Reason }.OfType<string>());
        return this with { Reason = reason.Length > 0 ? reason : null };
    }

    public static Draft NotFound(string reason, IReadOnlyList<string>? suggestions = null) =>
        new(AnswerStatus.NotFound) { Reason = reason, Suggestions = suggestions ?? [] };

    public static Draft Failed(string reason) => new(AnswerStatus.Failed) { Reason = reason };
}

/// <summary>What came since somebody last asked, before its words were checked.</summary>
/// <param name="Items">Why each snippet is there ("new", "changed"), and what stood there before.</param>
internal sealed record SinceDraft(DateTimeOffset Asked, IReadOnlyList<(Snippet Snippet, string Kind, string? Before)> Items, IReadOnlyList<AnswerWithdrawn> Withdrawn);

/// <summary>A person's card before its words were checked.</summary>
internal sealed record PersonDraft(People.Person Person, IReadOnlyList<(Indexing.IndexedPassage Source, Role Role)> Roles, IReadOnlyList<string> With);
