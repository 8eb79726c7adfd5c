using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Indexing;

/// <summary>
/// Where the terms of one answer stand in the segments' dictionaries, each looked up once, however many queries and weights ask for it: half of
/// an answer's time went into that. For one thread.
/// </summary>
internal sealed class TermLookup(IndexSearcher searcher)
{
    private readonly Dictionary<Term, TermContext> found = [];
    private readonly Dictionary<(string Field, int Segment), TermsEnum?> dictionaries = [];

    /// <summary>How many documents have the term.</summary>
    public int Documents(string field, string text) => Find(new Term(field, text)).DocFreq;

    public TermQuery Query(string field, string text)
    {
        var term = new Term(field, text);
        return new TermQuery(term, Find(term));
    }

    private TermContext Find(Term term)
    {
        if (found.TryGetValue(term, out var known)) return known;
        var context = new TermContext(searcher.TopReaderContext);
        foreach (var segment in searcher.TopReaderContext.Leaves)
        {
            if (Dictionary(term.Field, segment) is { } dictionary && dictionary.SeekExact(term.Bytes))
                context.Register(dictionary.GetTermState(), segment.Ord, dictionary.DocFreq, dictionary.TotalTermFreq);
        }

        return found[term] = context;
    }

    private TermsEnum? Dictionary(string field, AtomicReaderContext segment)
    {
        if (dictionaries.TryGetValue((field, segment.Ord), out var known)) return known;
        return dictionaries[(field, segment.Ord)] = segment.AtomicReader.GetTerms(field)?.GetEnumerator();
    }
}
