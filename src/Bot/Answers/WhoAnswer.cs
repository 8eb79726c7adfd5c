using Bot.Chat;
using Bot.Indexing;
using Bot.Mentions;
using Bot.People;
using Bot.Questions;

namespace Bot.Answers;

/// <summary>
/// /who: the identity card of whom a name or a description means, with the best passages. Names are looked up in the words too, so that a
/// name which no tagger marked is still found; then there is no card.
/// </summary>
internal static class WhoAnswer
{
    private const int PassagesRead = 40;

    /// <summary>Of people who may be meant; a first name may be that of thousands, and the best ten passages are of the most named.</summary>
    private const int MostShown = 100;

    // A sentence that says who somebody is, and one that gives the full name, are worth so much more than one that only has the name.
    private const double RoleBonus = 2, MentionBonus = 1, FullNameBonus = 0.5, WordBonus = 0.5;

    /// <summary>What a title is worth less than a sentence: "Haass writes" tells nobody who he is.</summary>
    private const double TitleCost = 3;

    private const double NextSentence = 10;

    public static Draft Find(Command command, CorpusView corpus)
    {
        var (period, problem) = PeriodFilter.Read(command.Option("from"), command.Option("to"));
        if (problem is not null) return Draft.Failed(problem);
        var question = QuestionParser.Parse(command.Option("name")!, AnswerType.Person, period, corpus.Scope);
        var (people, name) = NameAsked.Find(question.Topic, corpus.People);
        return people.Count == 0
            ? DescriptionAnswer.Find(question, command.Limit, corpus)
            : ByName(question with { Topic = name }, people, command.Limit, corpus);
    }

    private static Draft ByName(Question question, IReadOnlyList<Person> people, int limit, CorpusView corpus)
    {
        var keys = people.Take(MostShown).SelectMany(person => person.Keys).ToHashSet(StringComparer.Ordinal);
        var (found, matching) = Snippets(question, keys, corpus);
        if (found.Snippets.Count == 0)
        {
            return Draft.NotFound(question.Period is null
                ? "What was found has been changed or removed since. Ask again in a moment."
                : Misses.NoBriefingOfThatTime($"names {Misses.Quoted(question.Text)}", corpus));
        }
        var draft = people.Count == 1
            ? new Draft(AnswerStatus.Found) { Matching = matching, Person = PersonCards.Of(people[0], question.Period, corpus) }
            : new Draft(AnswerStatus.Several)
            {
                Reason = $"{Misses.Quoted(question.Text)} may be {people.Count} people.",
                Suggestions = [.. people.Take(Command.MostPassages).Select(person => person.Name)],
                Matching = people.Count > MostShown && matching is not null ? matching with { AtLeast = true } : matching,
            };
        return draft.Showing(found, limit);
    }

    /// <summary>
    /// The sentences that name one of the people, best first, also those in which the name stands though no mention was tagged.
    /// </summary>
    private static (Ranking Found, Matching? Matching) Snippets(Question question, HashSet<string> keys, CorpusView corpus)
    {
        var tagged = TopicSearch.Find(question, corpus, PassagesRead, query => query with { People = [.. keys], Required = RequiredWords.None }, corrects: false);
        var known = tagged.Passages.Select(passage => KeyOf(passage.Indexed)).ToHashSet();
        // The two searches rank differently: what the first did not reach of those who are tagged, the second may bring.
        var hits = tagged.Terms.Words.Count == 0 ? [] : corpus.Index.Search(
            new PassageQuery(question.Scope) { Words = tagged.Terms.Words, Period = question.Period, Required = RequiredWords.All }, PassagesRead);
        // Most of them were read already.
        var worded = hits.Where(hit => !known.Contains(KeyOf(hit.Passage))).Select(hit => TopicPassage.Read(hit, tagged.Terms, corpus)).ToList();
        var withheld = worded.Count(passage => passage is null);
        var others = worded.OfType<TopicPassage>().ToLookup(passage => MentionsOf(passage, keys).Count > 0);
        List<TopicPassage> naming = [.. tagged.Passages, .. others[true]];
        var found = Ranking.Of(naming.SelectMany(passage => Sentences(passage, keys, corpus))
            .Concat(others[false].SelectMany(passage => Untagged(passage, tagged.Terms, corpus)))
            .OrderByDescending(snippet => snippet.Score), corpus);
        var all = new PassageQuery(question.Scope) { People = [.. keys], Period = question.Period };
        var matching = MatchCount.OfQuery(
            found, all, tagged.Withheld + withheld > 0 ? null : naming.Count, corpus, hasMore: hits.Count - withheld >= PassagesRead);
        return (found, matching);

        static (string, int) KeyOf(IndexedPassage passage) => (passage.Briefing.Value, passage.Passage.Ordinal);
    }

    /// <summary>The passage's best sentence, then the others that name the person, each so much lower that every passage has its turn first.</summary>
    private static IEnumerable<Snippet> Sentences(TopicPassage passage, HashSet<string> keys, CorpusView corpus)
    {
        var mentions = MentionsOf(passage, keys);
        var roles = passage.Indexed.Passage.Annotations.Roles.Where(role => keys.Contains(NameFolding.Fold(role.Person))).ToList();
        return passage.Sentences
            .Select(sentence => (Sentence: sentence, Score: ScoreOf(sentence, mentions, roles) - CostOf(passage, sentence, corpus)))
            .OrderByDescending(found => found.Score)
            .Where((found, i) => i == 0 || mentions.Exists(mention => found.Sentence.Sentence.Span.Contains(mention.Span)))
            .Select((found, i) => new Snippet(
                passage.Indexed,
                found.Sentence.Sentence.Span,
                passage.Score + found.Score - (i * NextSentence),
                Highlighter.Join(mentions.Select(mention => mention.Span).Concat(found.Sentence.Matches).Where(found.Sentence.Sentence.Span.Contains))));
    }

    /// <summary>The sentences in which the name stands, though the tagger saw none.</summary>
    private static IEnumerable<Snippet> Untagged(TopicPassage passage, QuestionTerms name, CorpusView corpus) => passage.Sentences
        .Select(sentence => (sentence.Sentence, Spans: NameAsWritten.In(passage, sentence, name), Cost: CostOf(passage, sentence, corpus)))
        .Where(found => found.Spans.Count > 0)
        .OrderBy(found => found.Cost)
        .Select((found, i) => new Snippet(
            passage.Indexed, found.Sentence.Span, passage.Score + WordBonus - found.Cost - (i * NextSentence), Highlighter.Join(found.Spans)));

    private static double CostOf(TopicPassage passage, SentenceMatch sentence, CorpusView corpus) => passage.IsTitle(sentence, corpus) ? TitleCost : 0;

    private static List<Mention> MentionsOf(TopicPassage passage, HashSet<string> keys) => [.. passage.Indexed.Passage.Annotations.Mentions
        .Where(mention => mention.Type == EntityType.Person && keys.Contains(NameFolding.Fold(mention.Name)))];

    private static double ScoreOf(SentenceMatch sentence, List<Mention> mentions, List<Role> roles)
    {
        var span = sentence.Sentence.Span;
        var named = mentions.Where(mention => span.Contains(mention.Span)).ToList();
        return (named.Count > 0 ? MentionBonus : 0)
            + (named.Exists(mention => mention.Span.Length >= mention.Name.Length) ? FullNameBonus : 0)
            + (roles.Exists(role => span.Contains(role.Span)) ? RoleBonus : 0)
            + (sentence.Found != 0 ? WordBonus : 0);
    }
}
