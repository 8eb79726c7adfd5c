using Lucene.Net.Index;

namespace Bot.Indexing;

/// <summary>
/// Where the terms of one answer stand in the segments' dictionaries, each looked up once, however often it is asked for: half of
/// an answer's time went into that. For one thread.
/// </summary>
internal sealed class TermLookup(IndexReader reader)
{
    private readonly Dictionary<Term, TermContext> found = [];
    private readonly Dictionary<string, Bm25> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Field, int Segment), TermsEnum?> dictionaries = [];

    /// <summary>How many documents have the term.</summary>
    public int Documents(string field, string text) => Find(new Term(field, text)).DocFreq;

    /// <summary>The segment's documents with the term, scored by <see cref="Bm25"/> where that is asked for; null for none.</summary>
    public TermPostings? Postings(string field, string text, AtomicReaderContext segment, bool isScored = false)
    {
        var term = new Term(field, text);
        if (Find(term).Get(segment.Ord) is not { } state) return null;
        var dictionary = Dictionary(field, segment)!;
        dictionary.SeekExact(term.Bytes, state);
        var documents = dictionary.Docs(segment.AtomicReader.LiveDocs, null, isScored ? DocsFlags.FREQS : DocsFlags.NONE);
        if (!isScored) return new TermPostings(documents, default);
        var scores = Scores(field);
        return new TermPostings(documents, scores.Of(scores.Idf(Find(term).DocFreq), segment));
    }

    public Bm25 Scores(string field)
    {
        if (!fields.TryGetValue(field, out var known)) fields.Add(field, known = new Bm25(reader, field));
        return known;
    }

    private TermContext Find(Term term)
    {
        if (found.TryGetValue(term, out var known)) return known;
        var context = new TermContext(reader.Context);
        foreach (var segment in reader.Leaves)
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
