using Bot.Answers;
using Bot.Indexing;
using Bot.Mentions;
using Bot.Text;

namespace Bot.Digests;

/// <summary>Tells whether a briefing is about one of a subscription's topics, and which of its sentences says most of it.</summary>
internal sealed class TopicMatcher
{
    /// <summary>The share of a topic's words, by weight, that a passage and its title must have.</summary>
    private const double LeastCoverage = 0.6;

    private readonly List<(QuestionTerms Terms, HashSet<string> People)> topics;
    private readonly CorpusView corpus;

    public TopicMatcher(IEnumerable<string> topics, CorpusView corpus)
    {
        this.corpus = corpus;
        // A person is also named in other letters than the topic's.
        this.topics = [.. topics.Select(topic => (
            new QuestionTerms(topic, topic, corpus, corrects: false),
            corpus.People.Named(topic).SelectMany(person => person.Keys).ToHashSet(StringComparer.Ordinal)))];
    }

    /// <summary>The best sentence of a briefing's passages for any of the topics; null where it is about none of them.</summary>
    public (Snippet Line, double Topic)? Best(IReadOnlyList<IndexedPassage> passages)
    {
        (Snippet Line, double Topic)? best = null;
        foreach (var (terms, people) in topics)
        {
            foreach (var passage in passages)
            {
                if (Match(passage, terms, people) is { } found && (best is null || found.Topic > best.Value.Topic)) best = found;
            }
        }
        return best;
    }

    private (Snippet Line, double Topic)? Match(IndexedPassage passage, QuestionTerms terms, HashSet<string> people)
    {
        var named = passage.Passage.Annotations.Mentions.Where(mention => people.Contains(NameFolding.Fold(mention.Name))).Select(mention => mention.Span).ToList();
        if (TopicPassage.Read(new Hit(passage, 0), terms, corpus) is not { } read) return null;
        var coverage = named.Count > 0 ? 1 : terms.Coverage(read.Found | TitleWords.Found(passage, terms, corpus));
        if (coverage < LeastCoverage) return null;
        var best = read.Sentences.MaxBy(sentence => (read.IsTitle(sentence, corpus) ? -1 : 0) + sentence.Score + (named.Exists(sentence.Sentence.Span.Contains) ? 1 : 0));
        List<TextSpan> matches = [.. best.Matches, .. named.Where(best.Sentence.Span.Contains)];
        var worth = matches.Count > 0 ? coverage : coverage / 2;
        return (new Snippet(passage, best.Sentence.Span, worth, Highlighter.Join(matches)), worth);
    }
}
