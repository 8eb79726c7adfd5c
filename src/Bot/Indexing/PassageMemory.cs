namespace Bot.Indexing;

/// <summary>
/// The passages that answers were made of lately, as they were read from the index: what is asked for often is decoded, and its words are cut into
/// terms, once. A passage of a segment never changes; that of a segment which is gone is not asked for again and drops out. Thread-safe.
/// </summary>
internal sealed class PassageMemory
{
    /// <summary>Passages in each of two halves, some four kilobytes each: with both full, sixteen megabytes.</summary>
    private const int Half = 2_048;

    private readonly Lock turn = new();
    private Dictionary<(long Segment, int Document), IndexedPassage> young = [], old = [];

    /// <param name="segment">The segment's number (SegmentColumns), which no other segment has.</param>
    /// <param name="document">As the segment counts.</param>
    /// <returns>Null for what was not read lately.</returns>
    public IndexedPassage? Find(long segment, int document)
    {
        lock (turn)
        {
            if (young.TryGetValue((segment, document), out var passage)) return passage;
            if (!old.TryGetValue((segment, document), out passage)) return null;
            Keep(segment, document, passage);
            return passage;
        }
    }

    public void Add(long segment, int document, IndexedPassage passage)
    {
        lock (turn)
        {
            Keep(segment, document, passage);
        }
    }

    /// <summary>The half that was filled before is dropped when the other is full: what was asked for since has moved over.</summary>
    private void Keep(long segment, int document, IndexedPassage passage)
    {
        if (young.Count == Half) (young, old) = ([], young);
        young[(segment, document)] = passage;
    }
}
