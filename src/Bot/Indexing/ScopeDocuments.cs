using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Chat;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>Which documents of a segment a scope may see. Found once for each segment, and forgotten with it.</summary>
internal static class ScopeDocuments
{
    private static readonly ConcurrentDictionary<string, ConditionalWeakTable<object, Visible>> Known = new(StringComparer.Ordinal);

    /// <summary>Of scopes that are narrowed to some briefings, for as long as somebody has the set of them.</summary>
    private static readonly ConditionalWeakTable<IReadOnlySet<string>, ConditionalWeakTable<object, Visible>> Narrowed = [];

    /// <returns>A bit for each document; null where all of them are visible.</returns>
    public static FixedBitSet? Of(Scope scope, AtomicReaderContext segment)
    {
        var whole = Known.GetOrAdd(scope.Key, static _ => []).GetValue(segment.AtomicReader.CoreCacheKey, _ => new Visible(Find(scope, segment.AtomicReader))).Documents;
        return scope.Only is { } only
            ? Narrowed.GetOrCreateValue(only).GetValue(segment.AtomicReader.CoreCacheKey, _ => new Visible(Find(only, whole, segment.AtomicReader))).Documents
            : whole;
    }

    private static FixedBitSet Find(IReadOnlySet<string> only, FixedBitSet? whole, AtomicReader reader)
    {
        var visible = new FixedBitSet(reader.MaxDoc);
        if (reader.Fields.GetTerms(PassageFields.Briefing)?.GetEnumerator() is not { } dictionary) return visible;
        foreach (var briefing in only)
        {
            if (dictionary.SeekExact(new BytesRef(briefing))) visible.Or(dictionary.Docs(null, null, DocsFlags.NONE));
        }
        if (whole is not null) visible.And(whole);
        return visible;
    }

    private static FixedBitSet? Find(Scope scope, AtomicReader reader)
    {
        var terms = scope.Collections.Distinct().Select(collection => new Term(PassageFields.Collection, collection)).ToList();
        // Every document is in one collection.
        if (terms.Sum(reader.DocFreq) == reader.MaxDoc) return null;
        var visible = new FixedBitSet(reader.MaxDoc);
        foreach (var term in terms)
        {
            // Deleted ones too: the bits are kept while more are deleted, and whoever reads postings leaves them out.
            if (reader.Fields.GetTerms(term.Field)?.GetEnumerator() is { } dictionary && dictionary.SeekExact(term.Bytes))
                visible.Or(dictionary.Docs(null, null, DocsFlags.NONE));
        }
        return visible;
    }

    private sealed record Visible(FixedBitSet? Documents);
}
