using System.Globalization;
using Bot.Chat;
using Bot.Questions;
using Bot.Text;

namespace Bot.Answers;

/// <summary>/ask: the sentence that answers, from the passages that speak of the question; or that there is none.</summary>
internal static class AskAnswer
{
    private const int PassagesRead = 30;

    // Beside the passage's own score. Tried on one half of the question sets, looked at on the other: of all single weights the coverage of
    // the question moved most (hit1 of "who held which role when" from .21 to .32, of near-identical rows from .32 to .49).
    private const double SentenceWeight = 0.25, SecondSentenceWeight = 0.5, TypeWeight = 0.7, TitleWeight = 1, CoverageWeight = 1;

    /// <summary>What the wanted kind of answer adds to a sentence, as a share of a question word's usual weight.</summary>
    private const double TypeBonus = 0.3;

    /// <summary>UTF-16 code units: a sentence below it is shown with the neighbour that matches best.</summary>
    private const int ShortSentence = 90, LongestSnippet = 600;

    /// <summary>
    /// Of thirty passages read many have next to nothing to do with the question; they come no sooner than a second place of the best answer,
    /// which may well go on as the first does not.
    /// </summary>
    private const double RepeatWorth = 0.5;

    public static Draft Find(Command command, CorpusView corpus)
    {
        var question = QuestionParser.Parse(command.Option("question")!, corpus.Scope);
        var hits = TopicSearch.Find(question, corpus, PassagesRead);
        if (hits.Passages.Count == 0) return Misses.NothingFound(question, hits, corpus);
        corpus.ReadTitles(hits.Passages.Select(passage => passage.Indexed.Briefing));
        var ranked = hits.Passages
            .Select(passage => Best(passage, question, hits.Terms, corpus))
            .OrderByDescending(snippet => snippet.Score)
            .ToList();
        var draft = EvidenceBar.IsMet(hits, ranked[0], corpus) ? new Draft(AnswerStatus.Found) : Misses.Weak(question, hits, corpus);
        string TitleAdds(Snippet snippet) => WordsOfTitleAlone(hits.PassageOf(snippet), snippet, hits.Terms, corpus);
        var ranking = Ranking.Of(ranked, corpus, TitleAdds, RepeatWorth);
        return draft.Showing(ranking, command.Limit).Telling(hits, corpus);
    }

    private static Snippet Best(TopicPassage passage, Question question, QuestionTerms terms, CorpusView corpus)
    {
        var bonus = TypeBonus * terms.Weights.Average();
        double ScoreOf(SentenceMatch sentence) =>
            sentence.Score + (AnswerTypeEvidence.Holds(passage, sentence, question.Type) ? bonus * (1 + Math.Sqrt(sentence.Matches.Count)) : 0);

        var best = passage.Sentences.MaxBy(ScoreOf);
        var second = passage.Sentences.Where(sentence => sentence.Sentence != best.Sentence).Select(ScoreOf).DefaultIfEmpty(0).Max();
        var title = TitleWords.Found(passage.Indexed, terms, corpus);
        var covered = terms.WeightOf(passage.Found | title);
        var score = passage.Score
            + SentenceWeight * best.Score + TypeWeight * (ScoreOf(best) - best.Score) + SecondSentenceWeight * second
            + TitleWeight * terms.WeightOf(title) + CoverageWeight * covered * covered / terms.TotalWeight;
        // The title stands below each passage: shown as its sentence too, it would say nothing more.
        if (IsTitle(passage, best, corpus)) best = passage.Sentences.Skip(1).MaxBy(ScoreOf);
        var span = WithNeighbour(passage, best, ScoreOf);
        return new Snippet(passage.Indexed, span, score, Highlighter.Matches(passage, span));
    }

    /// <summary>
    /// Which words of the question only the title brings: "The prime minister resigned." under "France" and under "Spain" are two things to
    /// whoever asks of France. What else titles say of a report, each outlet says in its own way.
    /// </summary>
    private static string WordsOfTitleAlone(TopicPassage passage, Snippet snippet, QuestionTerms terms, CorpusView corpus)
    {
        var shown = passage.Sentences.Where(sentence => snippet.Span.Contains(sentence.Sentence.Span));
        var said = shown.Aggregate(0u, (found, sentence) => found | sentence.Found);
        return (TitleWords.Found(passage.Indexed, terms, corpus) & ~said).ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsTitle(TopicPassage passage, SentenceMatch sentence, CorpusView corpus) =>
        passage.Indexed.Passage.Ordinal == 0 && passage.Sentences.Count > 1 && sentence.Sentence == passage.Sentences[0].Sentence
        && passage.Words.AsSpan(0, sentence.Sentence.Span.Length).Equals(corpus.TitleOf(passage.Indexed.Briefing), StringComparison.Ordinal);

    /// <summary>A short sentence leans on the one beside it ("This is possible."): both are shown, when they are of one paragraph.</summary>
    private static TextSpan WithNeighbour(TopicPassage passage, SentenceMatch best, Func<SentenceMatch, double> scoreOf)
    {
        if (best.Sentence.Span.Length >= ShortSentence) return best.Sentence.Span;
        var at = passage.Sentences.ToList().FindIndex(sentence => sentence.Sentence == best.Sentence);
        var neighbour = new[] { at - 1, at + 1 }
            .Where(i => i >= 0 && i < passage.Sentences.Count)
            .Select(i => passage.Sentences[i])
            .Where(sentence => sentence.Sentence.Paragraph == best.Sentence.Paragraph)
            .Where(sentence => sentence.Sentence.Span.Length + best.Sentence.Span.Length <= LongestSnippet)
            .OrderByDescending(scoreOf).Cast<SentenceMatch?>().FirstOrDefault();
        if (neighbour is not { } other) return best.Sentence.Span;
        return new TextSpan(
            Math.Min(other.Sentence.Span.Start, best.Sentence.Span.Start), Math.Max(other.Sentence.Span.End, best.Sentence.Span.End));
    }
}
