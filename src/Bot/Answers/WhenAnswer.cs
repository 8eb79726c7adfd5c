using System.Globalization;
using Bot.Chat;
using Bot.Indexing;
using Bot.Passages;
using Bot.Questions;
using Bot.Times;

namespace Bot.Answers;

/// <summary>
/// /when: the sentences that date a topic. Sentences are ranked, not relations between event and time, which nobody tells apart reliably: by the
/// topic's words, by the kind of time, and by how near the topic was named, up to three sentences before within the paragraph.
/// </summary>
internal static class WhenAnswer
{
    private const int PassagesRead = 40, FarthestTopic = 3;

    /// <summary>What a topic named in the sentence before is still worth.</summary>
    private const double Carry = 0.6;

    private const double TimeWeight = 3;

    /// <summary>Days.</summary>
    private const int LongestMonth = 31;

    private const string CarriedNote = "topic named in a sentence before";

    public static Draft Find(Command command, CorpusView corpus)
    {
        var (period, problem) = PeriodFilter.Read(command.Option("from"), command.Option("to"));
        if (problem is not null) return Draft.Failed(problem);
        var question = QuestionParser.Parse(command.Option("topic")!, AnswerType.Time, period, corpus.Scope);
        var hits = TopicSearch.Find(question, corpus, PassagesRead, query => query with { Holds = PassageFields.Times });
        var ranked = RankedPassage.Rank(hits, new AskedFor(question, hits.Terms), corpus);
        var found = ranked.SelectMany(passage => Dated(passage, hits.Terms)).OrderByDescending(one => one.Snippet.Score).ToList();
        var dated = found.ConvertAll(one => one.Snippet);
        // What a sentence dates that does not name the topic may be something else: it is marked, and not counted.
        var carried = found.Where(one => one.IsCarried).Select(one => one.Snippet).ToHashSet();
        if (dated.Count == 0) return Undated(question, corpus, command.Limit);
        var isFound = EvidenceBar.IsMet(hits, dated[0], corpus);
        var draft = (isFound ? new Draft(AnswerStatus.Found) : Misses.Weak(question, hits, corpus))
            .Showing(Ranking.Of(dated, corpus, DaysOf), command.Limit);
        return (draft with
        {
            Times = InOrder(draft.Snippets, carried),
            Matching = isFound ? MatchCount.OfTopic(draft, hits, PassageFields.Times, period, corpus, one => !carried.Contains(one)) : null,
        }).Telling(hits, corpus);
    }

    /// <summary>The topic is spoken of, but nothing near it is dated: its passages are shown as the nearest.</summary>
    private static Draft Undated(Question question, CorpusView corpus, int limit)
    {
        var hits = TopicSearch.Find(question, corpus, PassagesRead);
        if (hits.Passages.Count == 0) return Misses.NothingFound(question, hits, corpus);
        var snippets = hits.Passages.Select(passage =>
        {
            var best = passage.Sentences.MaxBy(sentence => sentence.Score);
            return new Snippet(passage.Indexed, best.Sentence.Span, passage.Score, best.Matches);
        });
        var draft = new Draft(AnswerStatus.Weak) { Reason = Misses.NoSentenceAbout(question, "names a time", corpus) };
        return draft.Showing(Ranking.Of(snippets, corpus), limit).Telling(hits, corpus);
    }

    private static IEnumerable<(Snippet Snippet, bool IsCarried)> Dated(RankedPassage ranked, QuestionTerms terms)
    {
        var passage = ranked.Evidence.Passage;
        for (var i = 0; i < passage.Sentences.Count; i++)
        {
            var sentence = passage.Sentences[i];
            var times = passage.Indexed.Passage.TimesIn(sentence.Sentence.Span).ToList();
            if (times.Count == 0) continue;
            var topic = TopicNear(passage, i);
            if (topic <= 0) continue;
            var score = ranked.Score + TimeWeight * topic / terms.TotalWeight * times.Max(WeightOf);
            var snippet = new Snippet(
                passage.Indexed, sentence.Sentence.Span, score, Highlighter.Join([.. times.Select(time => time.Span), .. sentence.Matches]),
                SpeakerOf(passage.Indexed.Passage, times));
            yield return (snippet, IsCarried: sentence.Found == 0);
        }
    }

    /// <summary>Who says the times, where all of them stand in one's words; null where the briefing says any of them itself.</summary>
    private static string? SpeakerOf(Passage passage, List<TimeExpression> times) => passage.Annotations.Quotations
        .FirstOrDefault(quotation => quotation.Speaker is not null && times.TrueForAll(time => quotation.Span.Contains(time.Span)))?.Speaker;

    private static double TopicNear(TopicPassage passage, int at)
    {
        var (best, share) = (0.0, 1.0);
        for (var i = at; i >= Math.Max(0, at - FarthestTopic); i--, share *= Carry)
        {
            if (passage.Sentences[i].Sentence.Paragraph != passage.Sentences[at].Sentence.Paragraph) break;
            best = Math.Max(best, share * passage.Sentences[i].Score);
        }
        return best;
    }

    /// <summary>A day tells more of when it was than its year does.</summary>
    private static double WeightOf(TimeExpression time) => time switch
    {
        { Type: TimeType.Date or TimeType.Time, Interval: { } days } when days.To.DayNumber - days.From.DayNumber > LongestMonth => 0.7,
        { Type: TimeType.Duration } => 0.35,
        { Value: "PRESENT_REF" } => 0.4,
        { Value: "PAST_REF" or "FUTURE_REF" } => 0.5,
        { Type: TimeType.Set } => 0.5,
        _ => 1,
    };

    /// <summary>"On Monday" in the same words is another day in a briefing of another date: then each says something of its own.</summary>
    private static string DaysOf(Snippet snippet) => string.Join(' ', snippet.Source.Passage.TimesIn(snippet.Span)
        .Select(time => string.Create(CultureInfo.InvariantCulture, $"{time.Interval?.From.DayNumber}-{time.Interval?.To.DayNumber}")));

    /// <summary>What is dated comes in the order of its days; what is not, after it, in the order of the passages.</summary>
    private static List<(Snippet, TimeExpression)> InOrder(IReadOnlyList<Snippet> snippets, HashSet<Snippet> carried) =>
        [.. snippets
            .SelectMany(snippet => snippet.Source.Passage.TimesIn(snippet.Span)
                .Select(time => (Snippet: snippet, Time: carried.Contains(snippet) ? Carried(time) : time)))
            .OrderBy(found => found.Time.Interval?.From ?? DateOnly.MaxValue)];

    private static TimeExpression Carried(TimeExpression time) =>
        time with { Note = time.Note is null ? CarriedNote : $"{time.Note}; {CarriedNote}" };
}
