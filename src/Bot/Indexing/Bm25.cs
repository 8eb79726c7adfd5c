using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Bot.Indexing;

/// <summary>
/// BM25 (Robertson and Zaragoza 2009, k1 1.2, b 0.75) of one field, over the documents that have it. Lucene's own takes all documents of the index:
/// beside passages there are sentences and briefings here, so its mean length would be a fraction of the true one.
/// </summary>
internal sealed class Bm25
{
    private const float K1 = 1.2f, B = 0.75f;

    private readonly string field;
    private readonly long documents;

    /// <summary>For each length that the index tells from others, k1 × (1 - b + b × length / mean length).</summary>
    private readonly float[] lengths = new float[256];

    public Bm25(IndexReader reader, string field)
    {
        this.field = field;
        documents = Math.Max(1, reader.GetDocCount(field));
        var mean = Math.Max(1f, (float)(reader.GetSumTotalTermFreq(field) / (double)documents));
        for (var i = 0; i < lengths.Length; i++) lengths[i] = K1 * (1 - B + (B * LengthsInBytes.LengthOf((byte)i) / mean));
    }

    /// <summary>Which the index writes lengths with.</summary>
    public static LengthsInBytes Lengths { get; } = new();

    /// <summary>Inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)).</summary>
    /// <param name="with">n: how many documents have the term.</param>
    public double Idf(long with) => Math.Log(1 + ((Math.Max(0, documents - with) + 0.5) / (with + 0.5)));

    /// <summary>What a term of that idf scores in documents of a segment.</summary>
    public TermScore Of(double idf, AtomicReaderContext segment) =>
        new((float)idf * (K1 + 1), lengths, SegmentColumns.Of(segment).Lengths(field, segment));

    /// <summary>Lucene's writing of a field's length in a byte, and back: to an eighth of it or so.</summary>
    internal sealed class LengthsInBytes : BM25Similarity
    {
        public static float LengthOf(byte written) => Lengths.DecodeNormValue(written);
    }
}

/// <summary>What a term scores in a document of a segment, by how often it stands there and how long the field is.</summary>
/// <param name="Most">What it does not score above in any document: idf × (k1 + 1).</param>
internal readonly record struct TermScore(float Most, float[] LengthParts, byte[] Lengths)
{
    public float In(int document, int frequency) => Most * frequency / (frequency + LengthParts[Lengths[document]]);
}
