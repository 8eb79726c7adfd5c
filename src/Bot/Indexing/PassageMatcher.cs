using Bot.Chat;
using Lucene.Net.Index;

namespace Bot.Indexing;

/// <summary>Which passages of a segment a query allows, and which of them are the best.</summary>
internal sealed class PassageMatcher(PassageQuery query, TermLookup terms)
{
    private static readonly string[] WordFields = [PassageFields.Passage, PassageFields.Title];

    private readonly List<string> words = [.. query.Words.SelectMany(word => word.Terms).Distinct()];

    /// <summary>The fields in which a passage must have any of some values.</summary>
    private readonly List<(string Field, IReadOnlyList<string> Values)> restrictions = [.. new (string, IReadOnlyList<string> Values)[]
    {
        (PassageFields.Person, query.People),
        (PassageFields.Speaker, query.Speakers),
        (PassageFields.Role, query.PeopleWithRole),
        (PassageFields.Holds, query.Holds is { } held ? [held] : []),
        // Those few lead then, and not the words, which many others have.
        (PassageFields.Briefing, query.Scope.Only is { } only ? [.. only] : []),
    }.Where(restriction => restriction.Values.Count > 0)];

    /// <summary>True when the words only rank what the restrictions allow.</summary>
    private bool WordsAreOptional => words.Count == 0 || (query.Required == RequiredWords.None && restrictions.Exists(one => one.Field != PassageFields.Briefing));

    /// <summary>Reads what scoring needs of a segment before anybody asks for it.</summary>
    public static void Warm(AtomicReaderContext segment)
    {
        var columns = SegmentColumns.Of(segment);
        columns.Days(segment);
        foreach (var field in WordFields) columns.Lengths(field, segment);
    }

    /// <summary>All that the query allows, in the order of the index.</summary>
    public IEnumerable<int> Allowed(AtomicReaderContext segment) =>
        All(segment, WordsAreOptional ? [] : WordSets(segment))?.Documents(new DocumentFilter(query.Scope, query.Period, segment)) ?? [];

    /// <summary>The sentences in scope that have every one of the words, in any of its forms.</summary>
    public static IEnumerable<int> SentencesWithAll(IReadOnlyList<QueryTerm> words, Scope scope, TermLookup terms, AtomicReaderContext segment)
    {
        var all = words.Select(word => Any([.. word.Terms.Select(term => terms.Postings(PassageFields.Sentence, term, segment)).OfType<TermPostings>()])).ToList();
        return all.Contains(null) ? [] : new AllOf(all!).Documents(new DocumentFilter(scope, null, segment));
    }

    /// <summary>Looks up what ranking the passages of a segment takes: by BM25, summed over the words in the passage and in its title.</summary>
    /// <returns>Offers those that may be among the best; on any thread, once. Null where there are none.</returns>
    public Action<BestScored>? Rank(AtomicReaderContext segment)
    {
        var needsAll = query.Required == RequiredWords.All;
        var hasRestrictions = restrictions.Count > 0 || needsAll;
        var restricted = hasRestrictions ? All(segment, needsAll ? WordSets(segment) : []) : null;
        if (hasRestrictions && restricted is null) return null;
        var ranked = new RankedTerms(words.SelectMany(word => In(WordFields, word, segment, WithAnyForm)));
        var filter = new DocumentFilter(query.Scope, query.Period, segment);
        var allowed = needsAll ? restricted!.Documents(filter) : Allowed(segment);
        // What is rarer leads: the words, or what the restrictions allow.
        var isLedByWords = words.Count > 0 && !needsAll && (restricted is null || ranked.LeastCost <= restricted.Cost);
        return best =>
        {
            var (from, tried) = (0, 0.0);
            if (!isLedByWords)
            {
                foreach (var document in allowed)
                {
                    ranked.Offer(document, best, segment.DocBase);
                    // The better those that are kept, the fewer words can bring better ones: then these words lead.
                    if (!needsAll || best.Threshold <= tried) continue;
                    tried = best.Threshold;
                    if (ranked.CostOf(tried) >= restricted!.Cost) continue;
                    from = document + 1;
                    break;
                }
                if (from == 0) return;
            }
            var withWord = new HashSet<int>();
            ranked.OfferAll(best, segment.DocBase, from, document =>
            {
                if (!filter.Passes(document) || (restricted is not null && restricted.Advance(document) != document)) return false;
                if (WordsAreOptional && best.Threshold <= 0) withWord.Add(document);
                return true;
            });
            // Too few have any of the words: then those without come behind them.
            if (!WordsAreOptional || best.Threshold > 0) return;
            foreach (var document in allowed.Where(document => !withWord.Contains(document))) best.Offer(segment.DocBase + document, 0);
        };
    }

    private IEnumerable<IDocuments?> WordSets(AtomicReaderContext segment) => query.Required == RequiredWords.All
        ? query.Words.Select(word => Any([.. word.Terms.SelectMany(term => In(WordFields, term, segment))]))
        : [Any([.. words.SelectMany(word => In(WordFields, word, segment))])];

    /// <summary>What the restrictions and <paramref name="others"/> allow together, all passages when there are none; null for nothing.</summary>
    private AllOf? All(AtomicReaderContext segment, IEnumerable<IDocuments?> others)
    {
        var sets = restrictions
            // Who is asked for is counted, ranked and put in order of days; what a passage must hold is looked at here and there.
            .Select(restriction => restriction.Field == PassageFields.Holds
                ? (IDocuments?)terms.Postings(restriction.Field, restriction.Values[0], segment)
                : terms.Union(restriction.Field, restriction.Values, segment))
            .Concat(others).ToList();
        // A briefing has documents that are no passages.
        if (sets.Count == 0 || (sets.Count == 1 && restrictions is [{ Field: PassageFields.Briefing }])) sets.Add(terms.Postings(PassageFields.Kind, PassageFields.PassageKind, segment));
        return sets.Contains(null) ? null : new AllOf(sets!);
    }

    private static IDocuments? Any(IReadOnlyList<TermPostings> postings) => postings.Count switch
    {
        0 => null,
        1 => postings[0],
        _ => new AnyOf(postings),
    };

    /// <param name="scored">Of a field and a term how many documents have the word; null where nothing is scored.</param>
    private IEnumerable<TermPostings> In(
        IReadOnlyList<string> fields, string term, AtomicReaderContext segment, Func<string, string, long>? scored = null) =>
        fields.Select(field => terms.Postings(field, term, segment, scored?.Invoke(field, term))).OfType<TermPostings>();

    /// <summary>
    /// How many documents have the term's word in any of its forms: what one language writes otherwise than the others is a rare term, but
    /// no rarer word.
    /// </summary>
    private long WithAnyForm(string field, string term) =>
        query.Words.Where(word => word.Terms.Contains(term)).Max(word => word.Terms.Sum(form => (long)terms.Documents(field, form)));
}
