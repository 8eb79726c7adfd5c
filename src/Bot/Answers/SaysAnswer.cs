using Bot.Chat;
using Bot.Indexing;
using Bot.Mentions;
using Bot.Questions;
using Bot.Quotes;
using Bot.Text;
using Bot.Times;

namespace Bot.Answers;

/// <summary>/says: what somebody said, in their own words and as reported, newest briefings first, or nearest to the topic asked about.</summary>
internal static class SaysAnswer
{
    private const int PassagesRead = 60, LongestSnippet = 1_200;

    public static Draft Find(Command command, CorpusView corpus)
    {
        var (period, problem) = PeriodFilter.Read(command.Option("from"), command.Option("to"));
        if (problem is not null) return Draft.Failed(problem);
        var (named, name) = NameAsked.Find(command.Option("speaker")!, corpus.People);
        var unknown = named.Count == 0 ? Misses.UnknownName(name, corpus, speakersOnly: true, verb: "quotes") : null;
        // What is nearly somebody's name describes nobody.
        if (unknown is { Suggestions.Count: 0 }) named = DescriptionAnswer.Described(name, corpus);
        var people = named.Where(person => person.Speaks).ToList();
        List<string> keys = [.. people.SelectMany(person => person.Keys), .. Undescribed(name, isKnown: people.Count > 0)];
        var said = Said(keys, command.Option("about"), period, corpus);
        if (said.Count == 0) return Nothing(name, keys, command.Option("about"), period, corpus, unknown);
        var found = Ranking.Of(said.Select(one => one.Snippet).Distinct(), corpus);
        var draft = (people.Count > 1
            ? new Draft(AnswerStatus.Several)
            {
                Reason = $"{Misses.Quoted(name)} may be {people.Count} people.",
                Suggestions = [.. people.Take(10).Select(person => person.Name)],
            }
            : new Draft(AnswerStatus.Found)).Showing(found, command.Limit);
        return draft with
        {
            Quotations = [.. said.Where(one => draft.Snippets.Contains(one.Snippet))],
            // What is said "about" words is what has any of them: how much that is tells nothing.
            Matching = command.Option("about") is null
                ? MatchCount.OfQuery(
                    found, new PassageQuery(corpus.Scope) { Speakers = keys, Period = period }, found.Snippets.DistinctBy(one => one.Source).Count(), corpus)
                : null,
        };
    }

    /// <summary>A speaker of whom briefings give no name is known by the words they give: "the foreign minister".</summary>
    private static IEnumerable<string> Undescribed(string name, bool isKnown)
    {
        const string Article = "the ";
        if (isKnown) return [];
        var folded = NameFolding.Fold(name);
        return [folded, folded.StartsWith(Article, StringComparison.Ordinal) ? folded[Article.Length..] : Article + folded];
    }

    private static List<(Snippet Snippet, Quotation Quotation)> Said(List<string> speakers, string? about, DayInterval? period, CorpusView corpus)
    {
        var query = new PassageQuery(corpus.Scope) { Speakers = speakers, Period = period };
        if (about is null)
        {
            return [.. corpus.Index.Newest(query, PassagesRead).SelectMany(passage => Of(passage, speakers, corpus, terms: null, score: 0))];
        }
        var terms = new QuestionTerms(about, about, corpus, corrects: false);
        return [.. corpus.Index.Search(query with { Words = terms.Words }, PassagesRead)
            .SelectMany(hit => Of(hit.Passage, speakers, corpus, terms, hit.Score))
            .OrderByDescending(found => found.Snippet.Score)];
    }

    /// <summary>The passage's quotations of the speakers; those that stand in the same sentences share one snippet.</summary>
    private static IEnumerable<(Snippet Snippet, Quotation Quotation)> Of(
        IndexedPassage passage, List<string> speakers, CorpusView corpus, QuestionTerms? terms, double score)
    {
        var windows =
            from quotation in passage.Passage.Annotations.Quotations
            where quotation.Speaker is not null && speakers.Contains(NameFolding.Fold(quotation.Speaker))
            let window = Window(passage, quotation)
            where !window.IsEmpty
            group (Quotation: quotation, Shown: new TextSpan(quotation.Span.Start, Math.Min(quotation.Span.End, window.End))) by window;
        foreach (var window in windows)
        {
            var matches = terms is null ? 0 : Matches(passage, window.Key, corpus, terms);
            if (terms is not null && matches == 0) continue;
            var snippet = new Snippet(
                passage, window.Key, score + matches, Highlighter.Join(window.Select(found => found.Shown)), window.First().Quotation.Speaker);
            foreach (var (quotation, shown) in window) yield return (snippet, quotation with { Span = shown });
        }
    }

    /// <summary>The whole sentences that the quotation touches, as many as can be shown.</summary>
    private static TextSpan Window(IndexedPassage passage, Quotation quotation)
    {
        var sentences = passage.Passage.Sentences.Where(sentence => sentence.Span.Overlaps(quotation.Span)).ToList();
        if (sentences.Count == 0) return default;
        var start = sentences[0].Span.Start;
        var last = sentences.FindLastIndex(sentence => sentence.Span.End - start <= LongestSnippet);
        return new TextSpan(start, sentences[Math.Max(0, last)].Span.End);
    }

    private static int Matches(IndexedPassage passage, TextSpan span, CorpusView corpus, QuestionTerms terms) =>
        corpus.WordsOf(passage, span) is { } words
            ? BriefingAnalyzer.Analyze(words, passage.Language).Count(term => terms.WordOf(term.Term) >= 0)
            : 0;

    /// <param name="unknown">What is said of a name that is nobody's; null where it is somebody's.</param>
    private static Draft Nothing(string name, List<string> keys, string? about, DayInterval? period, CorpusView corpus, Draft? unknown)
    {
        var what = about is null ? "" : $" about {Misses.Quoted(about)}";
        // Who is quoted in briefings of other days, or of none, is not said to be quoted nowhere.
        if (period is not null && corpus.Index.Count(new PassageQuery(corpus.Scope) { Speakers = keys }).Passages > 0)
        {
            return Draft.NotFound(Misses.NoBriefingOfThatTime($"quotes {Misses.Quoted(name)}{what}", corpus));
        }
        var people = corpus.People.Named(name);
        if (people.Count == 0) return unknown ?? Misses.UnknownName(name, corpus, speakersOnly: true, verb: "quotes");
        return Draft.NotFound($"Briefings name {people[0].Name}, but none quotes {Misses.Quoted(name)}{what}.");
    }
}
