using Bot.Chat;
using Bot.Indexing;
using Bot.Mentions;
using Bot.Questions;

namespace Bot.Answers;

/// <summary>
/// /where: the places that the topic's sentences name, those first that are said to be where it was (PlaceRole). A place where somebody only
/// spoke of it is told as such.
/// </summary>
internal static class WhereAnswer
{
    private const int PassagesRead = 40;

    // Beside the passage's own score: how well the sentence speaks of the topic, and how much of the topic it puts in a place.
    private const double SentenceWeight = 1, PlaceBonus = 3;

    /// <summary>What a title is worth less than a sentence, which tells more than "Putin in Beijing".</summary>
    private const double TitleCost = 3;

    public static Draft Find(Command command, CorpusView corpus)
    {
        var (period, problem) = PeriodFilter.Read(command.Option("from"), command.Option("to"));
        if (problem is not null) return Draft.Failed(problem);
        var question = QuestionParser.Parse(command.Option("topic")!, AnswerType.Place, period, corpus.Scope);
        var hits = TopicSearch.Find(question, corpus, PassagesRead);
        if (hits.Passages.Count == 0) return Misses.NothingFound(question, hits, corpus);
        var ranked = RankedPassage.Rank(hits, new AskedFor(question, hits.Terms), corpus)
            .Select(passage => Located(passage, hits.Terms, corpus)).OrderByDescending(found => found.Snippet.Score).ToList();
        var ranking = Ranking.Of(ranked.Select(found => found.Snippet), corpus);
        if (!EvidenceBar.IsMet(hits, ranked[0].Snippet, corpus)) return Misses.Weak(question, hits, corpus).Showing(ranking, command.Limit).Telling(hits, corpus);
        var placesOf = ranked.ToDictionary(found => found.Snippet, found => found.Places);
        var draft = new Draft(AnswerStatus.Found).Showing(ranking, command.Limit);
        var places = draft.Snippets.SelectMany(snippet => placesOf[snippet].Select(place => (Snippet: snippet, place.Mention, place.Role.Note, place.Role.Weight)))
            .OrderByDescending(found => found.Weight).ToList();
        if (places.Count == 0)
        {
            return (draft with { Status = AnswerStatus.Weak, Reason = Misses.NoSentenceAbout(question, "says where", corpus) }).Telling(hits, corpus);
        }
        return (draft with
        {
            Places = [.. places.Select(found => (found.Snippet, found.Mention, found.Note))],
            Matching = MatchCount.OfTopic(draft, hits, PassageFields.Places, period, corpus, snippet => placesOf[snippet].Count > 0),
        }).Telling(hits, corpus);
    }

    private static (Snippet Snippet, List<(Mention Mention, PlaceRole Role)> Places) Located(RankedPassage ranked, QuestionTerms terms, CorpusView corpus)
    {
        var passage = ranked.Evidence.Passage;
        var read = passage.Sentences.Select(sentence => (Sentence: sentence, Places: PlaceRole.Of(passage, sentence))).ToList();
        var isPlacedInText = read.Exists(one => WeightOf(one) > 0 && !passage.IsTitle(one.Sentence, corpus));
        var best = read.Select(one => (Score: ScoreOf(one), one.Sentence, one.Places)).MaxBy(one => one.Score);
        var matched = best.Sentence.Matches.Count > 0 ? best.Places : [];
        var highlights = Highlighter.Join([.. matched.Select(place => place.Item1.Span), .. best.Sentence.Matches]);
        return (new Snippet(passage.Indexed, best.Sentence.Sentence.Span, ranked.Score + best.Score, highlights), matched);

        double ScoreOf((SentenceMatch Sentence, List<(Mention, PlaceRole)> Places) one) =>
            SentenceWeight * one.Sentence.Score / terms.TotalWeight + PlaceBonus * terms.Coverage(one.Sentence.Found) * WeightOf(one)
            - (isPlacedInText && passage.IsTitle(one.Sentence, corpus) ? TitleCost : 0);

        static double WeightOf((SentenceMatch Sentence, List<(Mention Mention, PlaceRole Role)> Places) one) =>
            one.Sentence.Matches.Count > 0 && one.Places.Count > 0 ? one.Places.Max(place => place.Role.Weight) : 0;
    }
}
