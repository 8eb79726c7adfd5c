using Bot.Indexing;
using Bot.Text;

namespace Bot.Answers;

/// <summary>A passage that was found for a topic, with its words and how well each of its sentences matches.</summary>
internal sealed class TopicPassage
{
    // BM25 over sentences: the usual k1 and b; news sentences have some twelve content words.
    private const double K1 = 1.2, B = 0.75, UsualLength = 12;

    /// <summary>What two words of the question that stand together as asked add, as a share of their weight.</summary>
    private const double TogetherBonus = 0.25;

    private static readonly IReadOnlyList<TextSpan> NoMatch = [];

    private TopicPassage(Hit hit, string words, IReadOnlyList<SentenceMatch> sentences, double score)
    {
        Indexed = hit.Passage;
        Score = score;
        Words = words;
        Sentences = sentences;
        foreach (var sentence in sentences) (Found, Written, Related) = (Found | sentence.Found, Written | sentence.Written, Related | sentence.Related);
        Related &= ~Found;
    }

    public IndexedPassage Indexed { get; }

    /// <summary>The search's score of the whole passage and its title, and what its language adds.</summary>
    public double Score { get; }

    /// <summary>The passage's words, checked.</summary>
    public string Words { get; }

    public IReadOnlyList<SentenceMatch> Sentences { get; }

    /// <summary>The words of the question that only stand in it by others of the same meaning or root.</summary>
    public uint Related { get; }

    public uint Found { get; }

    /// <summary>Of them those that stand in it as they were asked.</summary>
    public uint Written { get; }

    /// <summary>
    /// Whether a sentence is the briefing's title, which stands below each passage that is shown: shown as its sentence too, it would say nothing more.
    /// </summary>
    public bool IsTitle(SentenceMatch sentence, CorpusView corpus) => Indexed.Passage.Ordinal == 0 && sentence.Sentence == Sentences[0].Sentence
        && Words.AsSpan(0, sentence.Sentence.Span.Length).Equals(corpus.TitleOf(Indexed.Briefing), StringComparison.Ordinal);

    /// <summary>Null when the passage's words must not be shown.</summary>
    public static TopicPassage? Read(Hit hit, QuestionTerms question, CorpusView corpus)
    {
        if (corpus.WordsOf(hit.Passage) is not { } words) return null;
        var passage = hit.Passage.Passage;
        var terms = hit.Passage.TermsOf(words);
        var sentences = new List<SentenceMatch>(passage.Sentences.Count);
        var next = 0;
        foreach (var sentence in passage.Sentences)
        {
            var first = next;
            while (next < terms.Count && passage.Span.Start + terms[next].Start < sentence.Span.End) next++;
            sentences.Add(Match(sentence, hit.Passage, words, terms, first, next, question));
        }
        return new TopicPassage(hit, words, sentences, hit.Score + question.BonusOf(hit.Passage));
    }

    private static SentenceMatch Match(
        Sentence sentence, IndexedPassage passage, string words, IReadOnlyList<AnalyzedTerm> terms, int first, int end, QuestionTerms question)
    {
        Span<int> counts = stackalloc int[question.Words.Count];
        List<TextSpan>? matches = null;
        var (found, written, related) = (0u, 0u, 0u);
        var origin = passage.Passage.Span.Start;
        var together = 0.0;
        var (lastWord, lastAt) = (-1, -1);
        for (var i = first; i < end; i++)
        {
            var (term, start, stop) = terms[i];
            if (!question.MayTell(term)) continue;
            var word = question.WordOf(term);
            if (word < 0)
            {
                related |= question.Related.WordsOf(term, passage.Language);
                continue;
            }
            counts[word]++;
            found |= 1u << word;
            if (question.IsWritten(words.AsSpan(start, stop - start))) written |= 1u << word;
            (matches ??= []).Add(new TextSpan(origin + start, origin + stop));
            if (lastWord >= 0 && word == lastWord + 1 && i - lastAt <= 2) together += question.Weights[word] + question.Weights[lastWord];
            (lastWord, lastAt) = (word, i);
        }
        var score = TogetherBonus * together;
        var length = K1 * (1 - B + B * (end - first) / UsualLength);
        for (var word = 0; word < counts.Length; word++)
        {
            if (counts[word] > 0) score += question.Weights[word] * counts[word] * (K1 + 1) / (counts[word] + length);
        }
        return new SentenceMatch(sentence, matches ?? NoMatch, found, written, related & ~found, score);
    }
}
