using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Bot.Indexing;

/// <summary>
/// A segment's lengths of fields and days, read once and forgotten with it: six bytes for each document (Lucene unpacks
/// lengths at each look, and days it looks up in the file, which took a tenth of /who).
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Known = [];

    private static long last;

    private readonly ConcurrentDictionary<string, byte[]> lengths = new(StringComparer.Ordinal);
    private int[]? days;

    /// <summary>Tells the segment from every other that the program ever opened.</summary>
    public long Number { get; } = Interlocked.Increment(ref last);

    public static SegmentColumns Of(AtomicReaderContext segment) => Known.GetOrCreateValue(segment.AtomicReader.CoreCacheKey);

    /// <summary>How long a field is in each document, as <see cref="Bm25.LengthsInBytes"/> writes it.</summary>
    public byte[] Lengths(string field, AtomicReaderContext segment) => lengths.GetOrAdd(field, static (name, reader) =>
    {
        var norms = reader.GetNormValues(name);
        var read = new byte[reader.MaxDoc];
        for (var document = 0; norms is not null && document < read.Length; document++) read[document] = (byte)norms.Get(document);
        return read;
    }, segment.AtomicReader);

    /// <summary>The document date of each document in days since 0001-01-01; 0 where it is unknown.</summary>
    public int[] Days(AtomicReaderContext segment)
    {
        if (days is { } known) return known;
        var values = segment.AtomicReader.GetNumericDocValues(PassageFields.Day);
        var read = new int[segment.AtomicReader.MaxDoc];
        for (var document = 0; values is not null && document < read.Length; document++) read[document] = (int)values.Get(document);
        return days = read;
    }
}
