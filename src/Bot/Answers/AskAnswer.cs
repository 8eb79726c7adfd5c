using System.Globalization;
using Bot.Chat;
using Bot.Questions;
using Bot.Text;

namespace Bot.Answers;

/// <summary>/ask: the sentence that answers, from the passages that speak of the question; or that there is none.</summary>
internal static class AskAnswer
{
    /// <summary>How many passages are read closely.</summary>
    public const int PassagesRead = 30;

    /// <summary>UTF-16 code units: a sentence below it is shown with the neighbour that matches best.</summary>
    private const int ShortSentence = 90, LongestSnippet = 400;

    /// <summary>
    /// Of thirty passages read many have next to nothing to do with the question; they come no sooner than a second place of the best answer,
    /// which may well go on as the first does not.
    /// </summary>
    private const double RepeatCost = 3;

    public static Draft Find(Command command, CorpusView corpus)
    {
        var question = QuestionParser.Parse(command.Option("question")!, corpus.Scope);
        var hits = TopicSearch.Find(question, corpus, PassagesRead);
        if (hits.Passages.Count == 0) return Misses.NothingFound(question, hits, corpus);
        var asked = new AskedFor(question, hits.Terms);
        var ranked = RankedPassage.Rank(hits, asked, corpus);
        var draft = EvidenceBar.IsMet(ranked, asked, corpus) ? new Draft(AnswerStatus.Found) : Misses.Weak(question, hits, corpus);
        string TitleAdds(Snippet snippet) => WordsOfTitleAlone(hits.PassageOf(snippet), snippet, hits.Terms, corpus);
        var ranking = Ranking.Of(ranked.Select(one => Shown(one, corpus)), corpus, TitleAdds, RepeatCost);
        return draft.Showing(ranking, command.Limit).Telling(hits, corpus);
    }

    private static Snippet Shown(RankedPassage ranked, CorpusView corpus)
    {
        var (passage, best) = (ranked.Evidence.Passage, ranked.Evidence.BestAt);
        if (passage.Sentences.Count > 1 && passage.IsTitle(ranked.Evidence.Best, corpus)) best = ranked.Evidence.BestFrom(1);
        var span = WithNeighbour(ranked.Evidence, best);
        return new Snippet(passage.Indexed, span, ranked.Score, Highlighter.Matches(passage, span));
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

    /// <summary>
    /// A short sentence leans on the one beside it ("This is possible."), and one without what was asked for may go on to it ("Putin gave him a present. It was a rifle."):
    /// then both are shown, when they are of one paragraph.
    /// </summary>
    private static TextSpan WithNeighbour(PassageEvidence evidence, int best)
    {
        var sentences = evidence.Passage.Sentences;
        var own = sentences[best].Sentence;
        var (before, after) = (MayJoin(best - 1), MayJoin(best + 1));
        if (before && after) (before, after) = evidence.ScoreOf(best - 1) >= evidence.ScoreOf(best + 1) ? (true, false) : (false, true);
        return new TextSpan(
            before ? sentences[best - 1].Sentence.Span.Start : own.Span.Start, after ? sentences[best + 1].Sentence.Span.End : own.Span.End);

        bool MayJoin(int at) => at >= 0 && at < sentences.Count && sentences[at].Sentence is var other
            && other.Paragraph == own.Paragraph && other.Span.Length + own.Span.Length <= LongestSnippet
            && (own.Span.Length < ShortSentence || (evidence.Holds(at) && !evidence.Holds(best)));
    }
}
