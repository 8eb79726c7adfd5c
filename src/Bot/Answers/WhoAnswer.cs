using Bot.Chat;
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

    // A sentence that says who somebody is, and one that gives the full name, are worth so much more than one that only has the name.
    private const double RoleBonus = 2, FullNameBonus = 0.5;

    public static Draft Find(Command command, CorpusView corpus)
    {
        var (period, problem) = PeriodFilter.Read(command.Option("from"), command.Option("to"));
        if (problem is not null) return Draft.Failed(problem);
        var question = QuestionParser.Parse(command.Option("name")!, AnswerType.Person, period, corpus.Scope);
        var people = corpus.People.Named(question.Topic);
        var draft = people.Count == 0
            ? DescriptionAnswer.Find(question, corpus)
            : ByName(question, people, corpus);
        return draft with { Snippets = [.. draft.Snippets.Take(command.Limit)] };
    }

    private static Draft ByName(Question question, IReadOnlyList<Person> people, CorpusView corpus)
    {
        var keys = people.SelectMany(person => person.Keys).ToHashSet(StringComparer.Ordinal);
        var snippets = Snippets(question, keys, corpus);
        if (snippets.Count == 0) return Draft.NotFound($"No briefing of that time names {Misses.Quoted(question.Text)}.");
        if (people.Count > 1)
        {
            return new Draft(AnswerStatus.Several)
            {
                Reason = $"{Misses.Quoted(question.Text)} may be {people.Count} people.",
                Suggestions = [.. people.Take(Command.MostPassages).Select(person => person.Name)],
                Snippets = snippets,
            };
        }
        return new Draft(AnswerStatus.Found) { Snippets = snippets, Person = PersonCards.Of(people[0], question.Period, corpus) };
    }

    /// <summary>The best sentence of each passage that names one of the people, best first.</summary>
    private static List<Snippet> Snippets(Question question, HashSet<string> keys, CorpusView corpus)
    {
        var hits = TopicSearch.Find(question, corpus, PassagesRead, query => query with { People = [.. keys] }, corrects: false).Passages;
        var tagged = hits.Select(passage => BestSentence(passage, keys));
        // The same words where no mention was tagged, after those where one was.
        var untagged = TopicSearch.Find(question, corpus, PassagesRead, corrects: false).Passages
            .Where(passage => !hits.Any(known => known.Indexed.Cite(known.Indexed.Passage.Span) == passage.Indexed.Cite(passage.Indexed.Passage.Span)))
            .Where(passage => passage.Sentences.Any(sentence => HasWholeName(sentence, passage, question)))
            .Select(passage => BestSentence(passage, keys));
        return [.. tagged.Concat(untagged).OrderByDescending(snippet => snippet.Score)];
    }

    private static bool HasWholeName(SentenceMatch sentence, TopicPassage passage, Question question)
    {
        var words = question.Topic.Split(' ').Length;
        return System.Numerics.BitOperations.PopCount(sentence.Found) >= words && passage.Words.Length > 0;
    }

    private static Snippet BestSentence(TopicPassage passage, HashSet<string> keys)
    {
        var source = passage.Indexed.Passage;
        var mentions = source.Annotations.Mentions
            .Where(mention => mention.Type == EntityType.Person && keys.Contains(NameFolding.Fold(mention.Name))).ToList();
        var roles = source.Annotations.Roles.Where(role => keys.Contains(NameFolding.Fold(role.Person))).ToList();

        double ScoreOf(SentenceMatch sentence) =>
            (mentions.Any(mention => sentence.Sentence.Span.Contains(mention.Span)) ? 1 : 0)
            + (roles.Any(role => sentence.Sentence.Span.Contains(role.Span)) ? RoleBonus : 0)
            + (mentions.Any(mention => sentence.Sentence.Span.Contains(mention.Span) && mention.Span.Length >= mention.Name.Length) ? FullNameBonus : 0)
            + (sentence.Found != 0 ? 0.5 : 0);

        var best = passage.Sentences.MaxBy(ScoreOf);
        var span = best.Sentence.Span;
        var highlights = mentions.Select(mention => mention.Span).Concat(best.Matches).Where(span.Contains);
        return new Snippet(passage.Indexed, span, passage.Score + ScoreOf(best), Highlighter.Join(highlights));
    }
}
