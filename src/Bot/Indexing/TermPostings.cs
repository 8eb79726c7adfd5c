using Lucene.Net.Index;

namespace Bot.Indexing;

/// <summary>The documents of a segment that have a term, those that were deleted left out.</summary>
internal sealed class TermPostings(DocsEnum documents, TermScore score) : IDocuments
{
    public int Document { get; private set; } = -1;

    public long Cost { get; } = documents.GetCost();

    /// <summary>What <see cref="Score"/> is not above in any document; 0 where nothing is scored.</summary>
    public double Most => score.Most;

    /// <summary>What the term counts for in the document it stands on.</summary>
    public float Score => score.In(Document, documents.Freq);

    public int Advance(int target)
    {
        if (Document < target) Document = target == Document + 1 ? documents.NextDoc() : documents.Advance(target);
        return Document;
    }

    /// <summary>All from here on.</summary>
    public IEnumerable<int> All()
    {
        while (Advance(Document + 1) != IDocuments.None) yield return Document;
    }
}
