namespace Bot.Indexing;

/// <summary>
/// The scored terms of a query in one segment. A document's score is the sum of theirs, exact in whatever order they are added: scores of terms are
/// single precision and their sum is double. Terms that together cannot bring a document among the best are not gone through but only
/// looked up where another term stands (MAXSCORE: Turtle and Flood 1995, Query evaluation: strategies and optimizations), so that common words
/// cost little; what comes out is the same as if all were read.
/// </summary>
internal sealed class RankedTerms
{
    /// <summary>The one that tells least first.</summary>
    private readonly TermPostings[] terms;

    /// <summary>What the first i terms together do not score above in any document.</summary>
    private readonly double[] mostOfFirst;

    public RankedTerms(IEnumerable<TermPostings> postings)
    {
        terms = [.. postings];
        Array.Sort(terms, static (a, b) => a.Most.CompareTo(b.Most));
        mostOfFirst = new double[terms.Length + 1];
        for (var i = 0; i < terms.Length; i++) mostOfFirst[i + 1] = mostOfFirst[i] + terms[i].Most;
    }

    /// <summary>How many documents there are at most for the most telling term; none without a term.</summary>
    public long LeastCost => terms.Length == 0 ? 0 : terms[^1].Cost;

    /// <summary>How many documents there are at most for the terms that must be gone through to find any that scores as much.</summary>
    public long CostOf(double threshold)
    {
        var cost = 0L;
        for (var i = terms.Length - 1; i >= 0 && mostOfFirst[i + 1] >= threshold; i--) cost += terms[i].Cost;
        return cost;
    }

    /// <summary>Goes through the documents that have a term, and offers those that may be among the best and pass.</summary>
    /// <param name="from">The first document that it goes through.</param>
    /// <param name="passes">Called with documents in ascending order.</param>
    public void OfferAll(BestScored best, int firstDocument, int from, Func<int, bool> passes)
    {
        foreach (var term in terms) term.Advance(from);
        var leading = 0;
        while (true)
        {
            while (leading < terms.Length && mostOfFirst[leading + 1] < best.Threshold) leading++;
            var document = IDocuments.None;
            for (var i = leading; i < terms.Length; i++) document = Math.Min(document, terms[i].Document);
            if (document == IDocuments.None) return;
            var score = 0.0;
            for (var i = leading; i < terms.Length; i++)
            {
                if (terms[i].Document != document) continue;
                score += terms[i].Score;
                terms[i].Advance(document + 1);
            }
            if (score + mostOfFirst[leading] >= best.Threshold && passes(document)) Offer(document, score, leading, best, firstDocument);
        }
    }

    /// <summary>Offers a document, whether any term stands in it or not, unless it cannot be among the best.</summary>
    public void Offer(int document, BestScored best, int firstDocument) => Offer(document, 0, terms.Length, best, firstDocument);

    /// <param name="score">Of the terms from <paramref name="left"/> on.</param>
    private void Offer(int document, double score, int left, BestScored best, int firstDocument)
    {
        while (left > 0)
        {
            if (score + mostOfFirst[left] < best.Threshold) return;
            if (terms[--left].Advance(document) == document) score += terms[left].Score;
        }
        best.Offer(firstDocument + document, score);
    }
}
