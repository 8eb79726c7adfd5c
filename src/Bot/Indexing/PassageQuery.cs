using Bot.Chat;
using Bot.Times;
using Lucene.Net.Search;

namespace Bot.Indexing;

/// <summary>What passages are asked for, as the index understands it.</summary>
internal sealed record PassageQuery(Scope Scope)
{
    /// <summary>A title says what the whole briefing is about. On the question sets 1 was better than 0.25, 0.5 and 0.75.</summary>
    private const float TitleWeight = 1;

    /// <summary>Any of these words; a passage scores by those it has. Empty: every passage that the rest allows.</summary>
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

    public Query ToLucene(TermLookup terms)
    {
        var query = new BooleanQuery();
        if (Required == RequiredWords.All)
        {
            foreach (var word in Words) query.Add(WordQuery([word], terms), Occur.MUST);
        }
        else if (Words.Count > 0)
        {
            query.Add(WordQuery(Words, terms), Required == RequiredWords.Any ? Occur.MUST : Occur.SHOULD);
        }
        AddAnyOf(query, terms, PassageFields.Person, People);
        AddAnyOf(query, terms, PassageFields.Speaker, Speakers);
        AddAnyOf(query, terms, PassageFields.Role, PeopleWithRole);
        if (Holds is not null) AddAnyOf(query, terms, PassageFields.Holds, [Holds]);
        if (query.Clauses.Count == 0) query.Add(new ConstantScoreQuery(terms.Query(PassageFields.Kind, PassageFields.PassageKind)), Occur.MUST);
        return Period is { } period
            ? new FilteredQuery(query, NumericRangeFilter.NewInt32Range(PassageFields.Day, period.From.DayNumber, period.To.DayNumber, true, false))
            : query;
    }

    private static BooleanQuery WordQuery(IReadOnlyList<QueryTerm> any, TermLookup terms)
    {
        var words = new BooleanQuery();
        foreach (var term in any.SelectMany(word => word.Terms).Distinct())
        {
            words.Add(terms.Query(PassageFields.Passage, term), Occur.SHOULD);
            var title = terms.Query(PassageFields.Title, term);
            title.Boost = TitleWeight;
            words.Add(title, Occur.SHOULD);
        }
        return words;
    }

    private static void AddAnyOf(BooleanQuery query, TermLookup terms, string field, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        var any = new BooleanQuery();
        // Lucene takes so many clauses in one query, and a first name may be that of more people.
        foreach (var some in values.Chunk(BooleanQuery.MaxClauseCount))
        {
            var part = new BooleanQuery();
            foreach (var value in some) part.Add(terms.Query(field, value), Occur.SHOULD);
            any.Add(part, Occur.SHOULD);
        }
        // Chooses and does not score: how rare a name is says nothing about a passage of it.
        query.Add(new ConstantScoreQuery(any) { Boost = 0 }, Occur.MUST);
    }
}

/// <summary>How many of a query's words a passage must have.</summary>
internal enum RequiredWords
{
    None,
    Any,
    All,
}
