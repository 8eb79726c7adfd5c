using Bot.Chat;
using Bot.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>
/// The index as it was at one moment: whatever is written meanwhile, every search of one answer sees the same passages. Dispose it soon; it
/// keeps old files alive.
/// </summary>
internal sealed class IndexSnapshot(IndexSearcher searcher, Action release) : IDisposable
{
    /// <summary>So many passages of equal score are put in order; which of still more are taken, their order in the index decides.</summary>
    private const int FewEqual = 64, MostEqual = 1_000;

    private readonly IndexReader reader = searcher.IndexReader;
    private readonly TermLookup lookup = new(searcher);

    /// <summary>
    /// The best <paramref name="limit"/> passages, best first; equal scores by briefing id and place, so that an answer is the same again
    /// however the index was written.
    /// </summary>
    public IReadOnlyList<Hit> Search(PassageQuery query, int limit)
    {
        if (query.Scope.Collections.Count == 0 || limit < 1) return [];
        var (lucene, scope) = (query.ToLucene(lookup), ScopeFilters.Of(query.Scope));
        var top = searcher.Search(lucene, scope, limit + FewEqual).ScoreDocs;
        if (top.Length == limit + FewEqual && top[^1].Score == top[limit - 1].Score) top = searcher.Search(lucene, scope, limit + MostEqual).ScoreDocs;
        var best = top.GroupBy(hit => hit.Score).SelectMany(InOrder).Take(limit);
        return [.. best.Select(hit => new Hit(Read(hit.Doc), hit.Score))];
    }

    /// <summary>The newest <paramref name="limit"/> passages that the query allows, by document date; undated briefings come last.</summary>
    public IReadOnlyList<IndexedPassage> Newest(PassageQuery query, int limit)
    {
        if (query.Scope.Collections.Count == 0 || limit < 1) return [];
        var byDay = new Sort(new SortField(PassageFields.Day, SortFieldType.INT32, reverse: true));
        var newest = searcher.Search(query.ToLucene(lookup), ScopeFilters.Of(query.Scope), limit, byDay).ScoreDocs;
        return [.. newest.Select(hit => Read(hit.Doc))
            .OrderByDescending(passage => passage.Day ?? DateOnly.MinValue)
            .ThenBy(passage => passage.Briefing.Value, StringComparer.Ordinal).ThenBy(passage => passage.Passage.Ordinal)];
    }

    /// <summary>How many passages the query allows, and of how many briefings they are.</summary>
    public CorpusSize Count(PassageQuery query)
    {
        if (query.Scope.Collections.Count == 0) return default;
        var count = new PassageCount();
        searcher.Search(query.ToLucene(lookup), ScopeFilters.Of(query.Scope), count);
        return count.Size;
    }

    /// <summary>How many sentences hold every one of the words, in any of its forms; counted up to <paramref name="most"/>.</summary>
    public int SentencesWithAll(IReadOnlyList<QueryTerm> words, Scope scope, int most = 1)
    {
        var all = new BooleanQuery();
        foreach (var word in words)
        {
            var any = new BooleanQuery();
            foreach (var term in word.Terms) any.Add(lookup.Query(PassageFields.Sentence, term), Occur.SHOULD);
            all.Add(any, Occur.MUST);
        }
        return words.Count == 0 ? 0 : searcher.Search(all, ScopeFilters.Of(scope), most).ScoreDocs.Length;
    }

    /// <summary>True when any passage or title of any briefing in scope has the word.</summary>
    public bool Has(QueryTerm word, Scope scope) => word.Terms.Any(term =>
        Postings.Of(reader, PassageFields.Passage, term, scope).Any() || Postings.Of(reader, PassageFields.Title, term, scope).Any());

    /// <summary>
    /// Inverse document frequency over passages, ln(1 + (N - n + 0.5) / (n + 0.5)), of a word's commonest form (Robertson and Zaragoza 2009).
    /// </summary>
    public double Idf(QueryTerm word)
    {
        double passages = Math.Max(1, reader.GetDocCount(PassageFields.Passage));
        double with = word.Terms.Max(term => lookup.Documents(PassageFields.Passage, term));
        return Math.Log(1 + (Math.Max(0, passages - with) + 0.5) / (with + 0.5));
    }

    /// <summary>
    /// The commonest term that a passage in scope has and that is one letter off (put in, left out, changed, or swapped with its neighbour);
    /// failing that, one in which one letter stands elsewhere or only the ending differs. The first letter must be right. Null for none.
    /// </summary>
    public string? SpelledLike(string term, Scope scope) =>
        Near(term, edits: 1, scope, static (_, _) => true)
        ?? Near(term, edits: 2, scope, static (asked, near) => Misspelling.IsMovedLetter(asked, near) || Misspelling.IsOtherEnding(asked, near));

    private string? Near(string term, int edits, Scope scope, Func<string, string, bool> isMeant)
    {
        if (MultiFields.GetTerms(reader, PassageFields.Passage) is not { } terms) return null;
        var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(PassageFields.Passage, term), edits, 1, transpositions: true);
        (string? Term, int Passages) best = (null, 0);
        while (near.MoveNext())
        {
            if (near.DocFreq <= best.Passages) continue;
            var found = near.Term.Utf8ToString();
            if (isMeant(term, found) && Postings.Of(reader, PassageFields.Passage, found, scope).Any()) best = (found, near.DocFreq);
        }
        return best.Term;
    }

    /// <summary>All passages of a briefing in their order.</summary>
    public IReadOnlyList<IndexedPassage> PassagesOf(BriefingId briefing, Scope scope)
    {
        var query = new BooleanQuery
        {
            { new TermQuery(new Term(PassageFields.Briefing, briefing.Value)), Occur.MUST },
            { new TermQuery(new Term(PassageFields.Kind, PassageFields.PassageKind)), Occur.MUST },
        };
        // Its sentences are counted too: that is not many more, and makes a queue that is no longer than it must be.
        var most = Postings.Of(reader, PassageFields.Briefing, briefing.Value, scope).Count();
        var documents = searcher.Search(query, ScopeFilters.Of(scope), Math.Max(1, most)).ScoreDocs;
        return [.. documents.Select(hit => Read(hit.Doc)).OrderBy(passage => passage.Passage.Ordinal)];
    }

    /// <summary>How many briefings and passages the scope holds.</summary>
    public CorpusSize Size(Scope scope) => new(Count(scope, PassageFields.BriefingKind), Count(scope, PassageFields.PassageKind));

    /// <summary>The languages of the briefings (ISO 639-1), the most frequent first.</summary>
    public IReadOnlyList<string> Languages()
    {
        var languages = new List<(string Language, int Briefings)>();
        var terms = MultiFields.GetTerms(reader, PassageFields.Language)?.GetEnumerator();
        while (terms is not null && terms.MoveNext()) languages.Add((terms.Term.Utf8ToString(), terms.DocFreq));
        return [.. languages.OrderByDescending(entry => entry.Briefings).ThenBy(entry => entry.Language, StringComparer.Ordinal).Select(entry => entry.Language)];
    }

    /// <summary>The people of every briefing in scope, briefing by briefing.</summary>
    public IEnumerable<BriefingPeople> People(Scope scope) =>
        Postings.Of(reader, PassageFields.Kind, PassageFields.BriefingKind, scope).Select(document => BriefingPeople.Read(Data(document)));

    public void Dispose() => release();

    private int Count(Scope scope, string kind)
    {
        if (scope.Collections.Count == 0) return 0;
        var collector = new TotalHitCountCollector();
        searcher.Search(new TermQuery(new Term(PassageFields.Kind, kind)), ScopeFilters.Of(scope), collector);
        return collector.TotalHits;
    }

    private IEnumerable<ScoreDoc> InOrder(IEnumerable<ScoreDoc> equal)
    {
        var hits = equal.ToList();
        return hits.Count == 1 ? hits : hits
            .Select(hit => (Hit: hit, Place: PassageCodec.ReadPlace(Data(hit.Doc))))
            .OrderBy(hit => hit.Place.Briefing, StringComparer.Ordinal).ThenBy(hit => hit.Place.Ordinal)
            .Select(hit => hit.Hit);
    }

    private IndexedPassage Read(int document) => PassageCodec.Read(Data(document));

    private ReadOnlySpan<byte> Data(int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(PassageFields.Data).Get(document - leaf.DocBase, bytes);
        return bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
    }
}

/// <summary>How much a scope holds.</summary>
internal readonly record struct CorpusSize(int Briefings, int Passages);
