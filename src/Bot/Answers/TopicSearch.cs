using Bot.Indexing;
using Bot.Questions;

namespace Bot.Answers;

/// <summary>What a search for a topic brought: its words, and the passages with the sentences that match.</summary>
/// <param name="Withheld">How many passages more there were, whose words must not be shown.</param>
internal sealed record TopicHits(QuestionTerms Terms, IReadOnlyList<TopicPassage> Passages, int Withheld)
{
    public TopicPassage PassageOf(Snippet snippet) => Passages.First(passage => passage.Indexed == snippet.Source);
}

/// <summary>Finds the passages of a topic and reads them: the first step of every command that takes a topic.</summary>
internal static class TopicSearch
{
    /// <param name="limit">How many passages are looked at closely. Beyond some thirty nothing better came up on the question sets.</param>
    /// <param name="narrow">Makes the query ask for more than the words; null for the words alone.</param>
    /// <param name="corrects">Whether words that no passage has are read as their nearest spelling. A name is not: it is asked back.</param>
    public static TopicHits Find(Question question, CorpusView corpus, int limit, Func<PassageQuery, PassageQuery>? narrow = null, bool corrects = true)
    {
        var terms = new QuestionTerms(question.Topic, question.Text, corpus, corrects);
        if (terms.Words.Count == 0) return new TopicHits(terms, [], Withheld: 0);
        var query = new PassageQuery(question.Scope) { Words = terms.Words, Period = question.Period };
        var hits = corpus.Index.Search(narrow is null ? query : narrow(query), limit);
        var passages = hits.Select(hit => TopicPassage.Read(hit, terms, corpus)).OfType<TopicPassage>().ToList();
        return new TopicHits(terms, passages, Withheld: hits.Count - passages.Count);
    }
}
