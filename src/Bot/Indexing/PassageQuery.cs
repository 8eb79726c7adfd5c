using Bot.Chat;
using Bot.Times;

namespace Bot.Indexing;

/// <summary>What passages are asked for, as the index understands it.</summary>
internal sealed record PassageQuery(Scope Scope)
{
    /// <summary>
    /// Any of these words; a passage scores by those that it and its title have. A title counts as much as the passage: it says what the whole
    /// briefing is about, and on the question sets that was better than less. Empty: every passage that the rest allows.
    /// </summary>
    public IReadOnlyList<QueryTerm> Words { get; init; } = [];

    /// <summary>None: a person is also named in another script than the one asked in. All: in any of their forms, in the passage or its title.</summary>
    public RequiredWords Required { get; init; } = RequiredWords.Any;

    /// <summary>Folded full names, any of which the passage must name, quote, or give a role.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    public IReadOnlyList<string> Speakers { get; init; } = [];

    public IReadOnlyList<string> PeopleWithRole { get; init; } = [];

    /// <summary>What the passage must hold (PassageFields.Holds); null for anything.</summary>
    public string? Holds { get; init; }

    /// <summary>Only briefings with a document date in it; null for any, also those of unknown date.</summary>
    public DayInterval? Period { get; init; }
}

/// <summary>How many of a query's words a passage must have.</summary>
internal enum RequiredWords
{
    None,
    Any,
    All,
}
