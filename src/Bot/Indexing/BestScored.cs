namespace Bot.Indexing;

/// <summary>
/// Keeps the best of scored documents, and of those that score as much as the last of them a number more, so that which of equals are taken can
/// be decided by what they are and not by where they stand.
/// </summary>
/// <param name="most">1 or more.</param>
internal sealed class BestScored(int most, int mostEqual)
{
    private readonly PriorityQueue<int, double> best = new(most + 1);
    private readonly List<int> equalToLast = [];

    /// <summary>What a document must score to be kept.</summary>
    public double Threshold { get; private set; } = double.NegativeInfinity;

    public void Offer(int document, double score)
    {
        if (score < Threshold) return;
        if (best.Count < most)
        {
            best.Enqueue(document, score);
            if (best.Count < most) return;
        }
        else if (score > Threshold)
        {
            var least = best.DequeueEnqueue(document, score);
            best.TryPeek(out _, out var last);
            if (last > Threshold) equalToLast.Clear();
            else Keep(least);
        }
        else
        {
            Keep(document);
        }
        best.TryPeek(out _, out var lowest);
        Threshold = lowest;
    }

    /// <summary>In no order.</summary>
    public IEnumerable<(int Document, double Score)> Kept =>
        best.UnorderedItems.Select(one => (one.Element, one.Priority)).Concat(equalToLast.Select(document => (document, Threshold)));

    private void Keep(int equal)
    {
        if (equalToLast.Count < mostEqual) equalToLast.Add(equal);
    }
}
