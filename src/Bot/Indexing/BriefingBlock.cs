using Bot.Chat;
using Bot.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>Where a briefing stands in one snapshot: its documents lie one after the other.</summary>
/// <param name="Passages">The documents of its passages, in their order.</param>
/// <param name="Briefing">The document of the briefing itself, with its people.</param>
internal readonly record struct BriefingBlock(int[] Passages, int Briefing)
{
    /// <summary>Looks many briefings up at once: a segment is gone through once for all of them.</summary>
    public static Dictionary<BriefingId, BriefingBlock> Find(IReadOnlyCollection<BriefingId> briefings, Scope scope, IndexReader reader, TermLookup lookup)
    {
        var found = new Dictionary<BriefingId, BriefingBlock>(briefings.Count);
        var ids = briefings.Select(id => (Id: id, Term: new BytesRef(id.Value))).OrderBy(one => one.Term).ToList();
        foreach (var segment in reader.Leaves)
        {
            if (segment.AtomicReader.GetTerms(PassageFields.Briefing)?.GetEnumerator() is not { } terms
                || lookup.Postings(PassageFields.Kind, PassageFields.PassageKind, segment) is not { } passages) continue;
            foreach (var (id, first, last) in Ranges(ids, terms, segment, scope).OrderBy(range => range.First))
            {
                var own = new List<int>();
                for (var at = passages.Advance(first); at < last; at = passages.Advance(at + 1)) own.Add(segment.DocBase + at);
                found[id] = new BriefingBlock([.. own], segment.DocBase + last);
            }
        }
        return found;
    }

    private static List<(BriefingId Id, int First, int Last)> Ranges(List<(BriefingId, BytesRef)> ids, TermsEnum terms, AtomicReaderContext segment, Scope scope)
    {
        var ranges = new List<(BriefingId, int, int)>();
        var filter = new DocumentFilter(scope, null, segment);
        DocsEnum? documents = null;
        foreach (var (id, term) in ids)
        {
            if (!terms.SeekExact(term)) continue;
            documents = terms.Docs(segment.AtomicReader.LiveDocs, documents, DocsFlags.NONE);
            var first = documents.NextDoc();
            if (first == DocIdSetIterator.NO_MORE_DOCS || !filter.Passes(first)) continue;
            var last = first;
            for (var next = documents.NextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = documents.NextDoc()) last = next;
            ranges.Add((id, first, last));
        }
        return ranges;
    }
}
