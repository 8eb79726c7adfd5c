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
    private const double SentenceWeight = 0.8, PlaceBonus = 1;

    public static Draft Find(Command command, CorpusView corpus)
    {
        var (period, problem) = PeriodFilter.Read(command.Option("from"), command.Option("to"));
        if (problem is not null) return Draft.Failed(problem);
        var question = QuestionParser.Parse(command.Option("topic")!, AnswerType.Place, period, corpus.Scope);
        var hits = TopicSearch.Find(question, corpus, PassagesRead);
        if (hits.Passages.Count == 0) return Misses.NothingFound(question, hits, corpus);
        var ranked = hits.Passages.Select(passage => Located(passage, hits.Terms)).OrderByDescending(found => found.Snippet.Score).ToList();
        var located = ranked.Take(command.Limit).ToList();
        List<Snippet> snippets = [.. located.Select(found => found.Snippet)];
        if (!EvidenceBar.IsMet(hits, snippets[0], corpus)) return (Misses.Weak(question, hits, corpus) with { Snippets = snippets }).Corrected(hits);
        var places = located.SelectMany(found => found.Places.Select(place => (found.Snippet, place.Mention, place.Role.Note, place.Role.Weight)))
            .OrderByDescending(found => found.Weight).ToList();
        if (places.Count == 0)
        {
            return new Draft(AnswerStatus.Weak) { Reason = $"No sentence about {Misses.Quoted(question.Text)} says where.", Snippets = snippets }.Corrected(hits);
        }
        return new Draft(AnswerStatus.Found)
        {
            Snippets = snippets,
            Places = [.. places.Select(found => (found.Snippet, found.Mention, found.Note))],
            Matching = MatchCount.OfTopic(
                [.. ranked.Where(found => found.Places.Count > 0).Select(found => found.Snippet)], snippets, hits,
                new PassageQuery(corpus.Scope) { Holds = PassageFields.Places, Period = period }, corpus),
        }.Corrected(hits);
    }

    private static (Snippet Snippet, List<(Mention Mention, PlaceRole Role)> Places) Located(TopicPassage passage, QuestionTerms terms)
    {
        (double Score, SentenceMatch Sentence, List<(Mention, PlaceRole)> Places) best = (double.MinValue, default, []);
        foreach (var sentence in passage.Sentences)
        {
            var places = PlaceRole.Of(passage, sentence);
            var where = sentence.Matches.Count > 0 && places.Count > 0 ? places.Max(place => place.Role.Weight) : 0;
            var score = SentenceWeight * sentence.Score + PlaceBonus * terms.TotalWeight * terms.Coverage(sentence.Found) * where;
            if (score > best.Score) best = (score, sentence, places);
        }
        var matched = best.Sentence.Matches.Count > 0 ? best.Places : [];
        var highlights = Highlighter.Join([.. matched.Select(place => place.Item1.Span), .. best.Sentence.Matches]);
        return (new Snippet(passage.Indexed, best.Sentence.Sentence.Span, passage.Score + best.Score, highlights), matched);
    }
}
