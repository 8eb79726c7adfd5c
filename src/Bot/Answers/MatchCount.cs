using Bot.Indexing;

namespace Bot.Answers;

/// <summary>
/// How much there is beyond the passages shown, counted in what is shown: sentences that answer. What was read is counted; of what was not, the
/// index alone is asked, so that the count is a matter of a millisecond, and then says "at least".
/// </summary>
internal static class MatchCount
{
    /// <summary>For commands to which every passage of a query gives one sentence or more.</summary>
    /// <param name="found">All that was found in what was read.</param>
    /// <param name="read">How many passages of the query were read.</param>
    /// <param name="hasMore">True when there may be others that this query does not bring.</param>
    public static Matching OfQuery(IReadOnlyList<Snippet> found, PassageQuery query, int read, CorpusView corpus, bool hasMore = false)
    {
        var all = corpus.Index.Count(query);
        var unread = Math.Max(0, all.Passages - read);
        return new Matching(found.Count + unread, Math.Max(all.Briefings, Briefings(found)), AtLeast: unread > 0 || hasMore);
    }

    /// <summary>
    /// For a topic: only what stands in a passage that has, with its title, every word of it. Null when something else is shown too: then what is
    /// shown is the best of many that match in part, and no count of them says anything.
    /// </summary>
    public static Matching? OfTopic(
        IReadOnlyList<Snippet> found, IReadOnlyList<Snippet> shown, TopicHits hits, PassageQuery query, CorpusView corpus)
    {
        if (hits.Terms.Words.Count == 0) return null;
        var all = uint.MaxValue >> (32 - hits.Terms.Words.Count);
        var whole = hits.Passages
            .Where(passage => (passage.Found | TitleWords.Found(passage.Indexed, hits.Terms, corpus)) == all)
            .Select(passage => passage.Indexed).ToHashSet();
        var matching = found.Where(snippet => whole.Contains(snippet.Source)).ToList();
        if (shown.Any(snippet => !matching.Contains(snippet))) return null;
        var inIndex = corpus.Index.Count(query with { Words = hits.Terms.Words, Required = RequiredWords.All });
        return new Matching(matching.Count, Briefings(matching), AtLeast: inIndex.Passages > whole.Count);
    }

    private static int Briefings(IReadOnlyList<Snippet> snippets) => snippets.Select(snippet => snippet.Source.Briefing).Distinct().Count();
}
