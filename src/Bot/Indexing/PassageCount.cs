namespace Bot.Indexing;

/// <summary>
/// Counts passages and the briefings they are of, without reading them. A briefing's own document is the last of its block: the next one of
/// that kind, seen from any of its passages.
/// </summary>
internal sealed class PassageCount
{
    public CorpusSize Size { get; private set; }

    /// <param name="passages">Of one segment, ascending.</param>
    /// <param name="briefings">The documents of briefings in that segment; null for none.</param>
    public void Add(IEnumerable<int> passages, IDocuments? briefings)
    {
        var last = -1;
        foreach (var passage in passages)
        {
            var isOfNext = passage > last;
            if (isOfNext) last = briefings?.Advance(passage) ?? IDocuments.None;
            Size = new CorpusSize(Size.Briefings + (isOfNext ? 1 : 0), Size.Passages + 1);
        }
    }
}
