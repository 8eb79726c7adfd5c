using Bot.Indexing;
using Bot.Times;

namespace Bot.Answers;

/// <summary>
/// How much there is beyond the passages shown, counted in what is shown: sentences that answer. What was read is counted; of what was not, the
/// index alone is asked, so that the count is a matter of a millisecond, and then says "at least".
/// </summary>
internal static class MatchCount
{
    /// <summary>For commands to which every passage of a query gives one sentence or more.</summary>
    /// <param name="found">All that was found in what was read.</param>
    /// <param name="read">How many passages of the query were read; null when some of them must not be shown, for then no count is right.</param>
    /// <param name="hasMore">True when there may be others that this query does not bring.</param>
    public static Matching? OfQuery(Ranking found, PassageQuery query, int? read, CorpusView corpus, bool hasMore = false)
    {
        if (read is null || found.HasWithheld) return null;
        var all = corpus.Index.Count(query);
        var unread = Math.Max(0, all.Passages - read.Value);
        return new Matching(
            found.Snippets.Count + unread, found.Distinct(found.Snippets), Math.Max(all.Briefings, Briefings(found.Snippets)), AtLeast: unread > 0 || hasMore);
    }

    /// <summary>
    /// For a topic: only what stands in a passage that has, with its title, every word of it. Null when something else is shown too: then what
    /// is shown is the best of many that match in part, and no count of them says anything.
    /// </summary>
    /// <param name="draft">What is shown, of all that was found.</param>
    /// <param name="holds">What a passage must hold to count (PassageFields.Holds).</param>
    /// <param name="answers">Which of what was found answers.</param>
    public static Matching? OfTopic(Draft draft, TopicHits hits, string holds, DayInterval? period, CorpusView corpus, Func<Snippet, bool> answers)
    {
        if (hits.Withheld > 0 || draft.Ranking is not { HasWithheld: false } found) return null;
        corpus.ReadTitles(hits.Passages.Select(passage => passage.Indexed.Briefing));
        var whole = hits.Passages
            .Where(passage => (passage.Found | TitleWords.Found(passage.Indexed, hits.Terms, corpus)) == hits.Terms.All)
            .Select(passage => passage.Indexed).ToHashSet();
        var matching = found.Snippets.Where(snippet => whole.Contains(snippet.Source) && answers(snippet)).ToList();
        if (draft.Snippets.Any(snippet => !matching.Contains(snippet))) return null;
        var inIndex = corpus.Index.Count(
            new PassageQuery(corpus.Scope) { Words = hits.Terms.Words, Required = RequiredWords.All, Holds = holds, Period = period });
        var read = whole.Count(passage => passage.Holds(holds));
        return new Matching(matching.Count, found.Distinct(matching), Briefings(matching), AtLeast: inIndex.Passages > read);
    }

    private static int Briefings(IReadOnlyList<Snippet> snippets) => snippets.Select(snippet => snippet.Source.Briefing).Distinct().Count();
}
