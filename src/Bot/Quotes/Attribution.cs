using Bot.Text;

namespace Bot.Quotes;

/// <summary>How a statement names the source of what it reports.</summary>
internal enum SourceKind : byte
{
    /// <summary>Not at all: "it was reported that".</summary>
    None,

    /// <summary>A tagged mention.</summary>
    Mention,

    /// <summary>Other words: an untagged name, a description, "two of the sources".</summary>
    Words,

    /// <summary>"he", "she".</summary>
    Pronoun,

    /// <summary>"they", "it".</summary>
    PluralPronoun,

    /// <summary>The subject of the verb before: "He sat down and said", "arguing that".</summary>
    Inherited,

    /// <summary>"I", "you": whoever writes or listens.</summary>
    FirstPerson,
}

/// <param name="Mention">Of the briefing's mentions; -1 for other kinds.</param>
internal readonly record struct Source(SourceKind Kind, TextSpan? Span, int Mention = -1);

/// <summary>
/// "Lavrov said that", "according to Lavrov": a source, and where in its statement what was said stands. All numbers are of
/// items, half-open.
/// </summary>
/// <param name="From">Where the source and its verb begin.</param>
/// <param name="To">Where they end.</param>
/// <param name="Content">Where what was said begins; equal to <paramref name="ContentEnd"/> where it is not in the statement.</param>
/// <param name="QuotesOnly">The verb needs "that" for a clause and has none: only a quotation can be what was said.</param>
internal readonly record struct Attribution(int From, int To, Source Source, int Content, int ContentEnd, bool QuotesOnly)
{
    /// <summary>"This was reported by Nbc News": what was said is the sentence before.</summary>
    public bool RefersBack { get; init; }

    /// <summary>Says so of somebody or of nobody: without a speaker it tells nothing.</summary>
    public bool NamedOnly { get; init; }
}
