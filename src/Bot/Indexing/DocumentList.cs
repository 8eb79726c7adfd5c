namespace Bot.Indexing;

/// <summary>Documents that were gone through before and are gone through again.</summary>
/// <param name="documents">Ascending.</param>
internal sealed class DocumentList(int[] documents) : IDocuments
{
    private int at = -1;

    public int Document => at < 0 ? -1 : at < documents.Length ? documents[at] : IDocuments.None;

    public long Cost => documents.Length;

    public int Advance(int target)
    {
        if (Document >= target) return Document;
        at++;
        if (at < documents.Length && documents[at] < target)
        {
            // Ever longer steps, then halving: targets mostly are near.
            var step = 1;
            while (at + step < documents.Length && documents[at + step] < target) step *= 2;
            var (low, high) = (at + (step / 2), Math.Min(at + step, documents.Length));
            var found = Array.BinarySearch(documents, low, high - low, target);
            at = found < 0 ? ~found : found;
        }
        return Document;
    }
}
