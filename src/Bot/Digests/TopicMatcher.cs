using Bot.Answers;
using Bot.Indexing;
using Bot.Mentions;

namespace Bot.Digests;

/// <summary>Tells which briefings are about a topic of a subscription, and which of their sentences says most of it.</summary>
internal sealed class TopicMatcher(string topic, CorpusView corpus)
{
    /// <summary>The share of a topic's words, by weight, that a passage and its title must have.</summary>
    private const double LeastCoverage = 0.6;

    private readonly QuestionTerms terms = new(topic, topic, corpus, corrects: false);

    /// <summary>A person is also named in other letters than the topic's.</summary>
    private readonly HashSet<string> people = corpus.People.Named(topic).SelectMany(person => person.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The best sentence for the topic of each briefing that is about it, by its place among all. The index tells which passages may be; only those are read.
    /// </summary>
    public Dictionary<int, DigestLine> Lines(DigestWindow window, DigestReading reading)
    {
        var (words, naming) = (corpus.Index.WordsIn(window.Passages, terms.Words), corpus.Index.Naming(window.Passages, people));
        var mayBe = Enumerable.Range(0, words.Length).Where(i => naming[i] || terms.Coverage(words[i]) >= LeastCoverage).ToList();
        corpus.ReadTitles(mayBe.Select(i => window.All[window.Owners[i]].Logged.Id).Distinct());
        var best = new Dictionary<int, DigestLine>();
        foreach (var i in mayBe)
        {
            if (Match(window.Passages[i]) is { } found && (!best.TryGetValue(window.Owners[i], out var known) || found.Topic > known.Topic)) best[window.Owners[i]] = found;
            reading.Pause();
        }
        return best;
    }

    private DigestLine? Match(int document)
    {
        var passage = corpus.Index.PassageAt(document);
        var named = passage.Passage.Annotations.Mentions.Where(mention => people.Contains(NameFolding.Fold(mention.Name))).Select(mention => mention.Span).ToList();
        if (TopicPassage.Read(new Hit(passage, 0), terms, corpus) is not { } read) return null;
        var coverage = named.Count > 0 ? 1 : terms.Coverage(read.Found | TitleWords.Found(passage, terms, corpus));
        if (coverage < LeastCoverage) return null;
        var best = read.Sentences.MaxBy(sentence => (read.IsTitle(sentence, corpus) ? -1 : 0) + sentence.Score + (named.Exists(sentence.Sentence.Span.Contains) ? 1 : 0));
        List<Text.TextSpan> matches = [.. best.Matches, .. named.Where(best.Sentence.Span.Contains)];
        return new DigestLine(
            document, best.Sentence.Span, Highlighter.Join(matches), matches.Count > 0 ? coverage : coverage / 2,
            best.Sentence.Span.RelativeTo(passage.Passage.Span.Start).Slice(read.Words).ToString());
    }
}
