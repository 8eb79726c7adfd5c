using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Indexing;

/// <summary>
/// Counts passages and the briefings they are of, without reading them. A briefing's own document is the last of its block: the next one of
/// that kind, seen from any of its passages.
/// </summary>
internal sealed class PassageCount : ICollector
{
    private static readonly Term IsBriefing = new(PassageFields.Kind, PassageFields.BriefingKind);

    private DocsEnum? briefings;
    private int last;

    public CorpusSize Size { get; private set; }

    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context) => (briefings, last) = (context.AtomicReader.GetTermDocsEnum(IsBriefing), -1);

    public void Collect(int doc)
    {
        var isOfNext = doc > last;
        if (isOfNext) last = briefings?.Advance(doc) ?? DocIdSetIterator.NO_MORE_DOCS;
        Size = new CorpusSize(Size.Briefings + (isOfNext ? 1 : 0), Size.Passages + 1);
    }
}
