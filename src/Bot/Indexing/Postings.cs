using Bot.Chat;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Indexing;

/// <summary>
/// The documents that a term stands in, in the order of the index and as they are needed: a search would first collect all of them, in a
/// queue as long as the index.
/// </summary>
internal static class Postings
{
    public static IEnumerable<int> Of(IndexReader reader, string field, string value, Scope scope)
    {
        if (scope.Collections.Count == 0) yield break;
        var term = new Term(field, value);
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(term) is not { } documents) continue;
            if (ScopeFilters.Of(scope).GetDocIdSet(leaf, leaf.AtomicReader.LiveDocs)?.GetIterator() is not { } visible) continue;
            var document = documents.NextDoc();
            while (document != DocIdSetIterator.NO_MORE_DOCS)
            {
                var seen = visible.DocID < document ? visible.Advance(document) : visible.DocID;
                if (seen == document) yield return leaf.DocBase + document;
                document = seen > document ? documents.Advance(seen) : documents.NextDoc();
            }
        }
    }
}
