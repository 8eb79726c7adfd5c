using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Bot.Indexing;

/// <summary>
/// BM25 (Robertson and Zaragoza 2009, k1 1.2, b 0.75) that counts, for each field, the documents which have it. Lucene 4.8 takes all documents of
/// the index: beside passages there are sentences and briefings here, so its mean length would be a fraction of the true one.
/// </summary>
internal sealed class FieldSimilarity : BM25Similarity
{
    protected override float AvgFieldLength(CollectionStatistics collectionStats) => collectionStats.SumTotalTermFreq <= 0
        ? 1
        : (float)(collectionStats.SumTotalTermFreq / (double)Documents(collectionStats));

    public override Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics termStats)
    {
        var idf = Idf(termStats.DocFreq, Documents(collectionStats));
        return new Explanation(idf, $"idf(docFreq={termStats.DocFreq})");
    }

    private static long Documents(CollectionStatistics field) => field.DocCount > 0 ? field.DocCount : Math.Max(1, field.MaxDoc);
}
