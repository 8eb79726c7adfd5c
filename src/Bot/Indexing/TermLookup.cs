using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>
/// Where the terms of one answer stand in the segments' dictionaries, each looked up once, however often it is asked for: half of
/// an answer's time went into that. For one thread.
/// </summary>
internal sealed class TermLookup(IndexReader reader)
{
    /// <summary>Documents that are sorted faster than a bit is kept for each of the segment.</summary>
    private const int Few = 4_000;

    private readonly Dictionary<Term, TermContext> found = [];
    private readonly Dictionary<string, Bm25> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Field, int Segment), TermsEnum?> dictionaries = [];
    private readonly Dictionary<(string Field, string Values, int Segment), int[]> unions = [];

    /// <summary>How many documents have the term.</summary>
    public int Documents(string field, string text) => Find(new Term(field, text)).DocFreq;

    /// <summary>The segment's documents with the term; null for none.</summary>
    /// <param name="scoredAsOf">They are scored by <see cref="Bm25"/>, as a word that so many documents have; null: not scored.</param>
    public TermPostings? Postings(string field, string text, AtomicReaderContext segment, long? scoredAsOf = null)
    {
        var term = new Term(field, text);
        if (Find(term).Get(segment.Ord) is not { } state) return null;
        var dictionary = Dictionary(field, segment)!;
        dictionary.SeekExact(term.Bytes, state);
        var documents = dictionary.Docs(segment.AtomicReader.LiveDocs, null, scoredAsOf is null ? DocsFlags.NONE : DocsFlags.FREQS);
        if (scoredAsOf is not { } with) return new TermPostings(documents, default);
        var scores = Scores(field);
        return new TermPostings(documents, scores.Of(scores.Idf(with), segment));
    }

    /// <summary>The segment's documents with any of the values, to be gone through several times in one answer; null for none.</summary>
    public DocumentList? Union(string field, IReadOnlyList<string> values, AtomicReaderContext segment)
    {
        var key = (field, string.Join('\n', values), segment.Ord);
        if (!unions.TryGetValue(key, out var known)) unions.Add(key, known = FindUnion(field, values, segment));
        return known.Length == 0 ? null : new DocumentList(known);
    }

    public Bm25 Scores(string field)
    {
        if (!fields.TryGetValue(field, out var known)) fields.Add(field, known = new Bm25(reader, field));
        return known;
    }

    private int[] FindUnion(string field, IReadOnlyList<string> values, AtomicReaderContext segment)
    {
        var postings = values.Select(value => Postings(field, value, segment)).OfType<TermPostings>().ToList();
        if (postings.Count == 1) return [.. postings[0].All()];
        if (postings.Sum(one => one.Cost) <= Few) return [.. postings.SelectMany(one => one.All()).Distinct().Order()];
        // A bit for each document puts them in order, however many lists they stand in.
        var bits = new FixedBitSet(segment.AtomicReader.MaxDoc);
        foreach (var document in postings.SelectMany(one => one.All())) bits.Set(document);
        var union = new List<int>();
        for (var next = bits.NextSetBit(0); next >= 0; next = next + 1 < bits.Length ? bits.NextSetBit(next + 1) : -1) union.Add(next);
        return [.. union];
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
