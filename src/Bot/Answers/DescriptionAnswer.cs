using Bot.Indexing;
using Bot.Mentions;
using Bot.People;
using Bot.Questions;
using Bot.Text;

namespace Bot.Answers;

/// <summary>
/// /who with a description ("Belarusian president") or with words that name nobody known: looked up among the roles first, then in all
/// passages. Whoever alone has a role with all its words is shown with a card.
/// </summary>
internal static class DescriptionAnswer
{
    private const int PassagesRead = 40, MostBearers = 4;

    /// <summary>What a role with all the words of the description adds, as a share of the description's weight.</summary>
    private const double RoleBonus = 0.6, PersonBonus = 0.1;

    /// <summary>What the sentence adds to the passage's own score where it has the whole description.</summary>
    private const double SentenceWeight = 2;

    /// <summary>Whom a description means: those who have a role with all its words, the best told first.</summary>
    public static List<Person> Described(string description, CorpusView corpus)
    {
        // What somebody is, or of where. So most names of nobody cost no search.
        if (!Tokenizer.Tokenize(description).Any(token => MayDescribe(QueryTerm.WithoutPossessive(token.Slice(description).ToString())))) return [];
        var question = QuestionParser.Parse(description, AnswerType.Person, period: null, corpus.Scope);
        var hits = TopicSearch.Find(question, corpus, PassagesRead, corrects: false);
        return hits.Passages.Count == 0 ? [] : Described(Ranked(question, hits, corpus), corpus);
    }

    private static bool MayDescribe(string word) => RoleNouns.IsRoleNoun(word)
        || (Inflection.ListedKindsOf(word) & (WordKinds.Demonym | WordKinds.Place | WordKinds.Organisation)) != 0;

    public static Draft Find(Question question, int limit, CorpusView corpus)
    {
        if (Misses.NearestNames(question.Text, corpus) is { } asked) return asked;
        var hits = TopicSearch.Find(question, corpus, PassagesRead, corrects: false);
        if (hits.Passages.Count == 0) return Missing(question, hits, corpus);
        var ranked = Ranked(question, hits, corpus);
        var ranking = Ranking.Of(ranked.Select(found => found.Snippet), corpus);
        var described = Described(ranked, corpus);
        // Who is called so is an answer, also where a word of it stands in another form only ("Russia's foreign minister").
        if (described.Count == 0 && !EvidenceBar.IsMet(hits, ranked[0].Snippet, corpus))
        {
            return (Missing(question, hits, corpus) with { Status = AnswerStatus.Weak }).Showing(ranking, limit);
        }
        if (described.Count == 0 && OfNobody(question, hits, corpus) is { } nearest) return nearest.Showing(ranking, limit);

        var draft = described.Count switch
        {
            0 => new Draft(AnswerStatus.Found),
            1 => new Draft(AnswerStatus.Found) { Person = PersonCards.Of(described[0], question.Period, corpus) },
            _ => new Draft(AnswerStatus.Several)
            {
                Reason = $"{Misses.Quoted(question.Text)} may be {described.Count} people.",
                Suggestions = [.. described.Take(10).Select(person => person.Name)],
            },
        };
        return draft.Showing(ranking, limit);
    }

    private static List<(Snippet Snippet, string? Person)> Ranked(Question question, TopicHits hits, CorpusView corpus) =>
        [.. RankedPassage.Rank(hits, new AskedFor(question, hits.Terms), corpus).Select(passage => Best(passage, hits.Terms)).OrderByDescending(found => found.Snippet.Score)];

    private static List<Person> Described(List<(Snippet Snippet, string? Person)> ranked, CorpusView corpus) =>
        [.. ranked.Where(found => found.Person is not null).Select(found => NameFolding.Fold(found.Person!)).Distinct().Select(corpus.People.WithKey).OfType<Person>().Distinct()];

    /// <summary>
    /// Where the words are there, but name or describe nobody together: the nearest, with what is missing. Null where they stand together.
    /// </summary>
    private static Draft? OfNobody(Question question, TopicHits hits, CorpusView corpus)
    {
        var (terms, isKnown) = (hits.Terms, hits.Terms.Unknown(corpus).Count == 0);
        if (isKnown && IsNameOfTwo(terms, corpus))
        {
            var isWritten = hits.Passages.Any(passage => passage.Sentences.Any(sentence => NameAsWritten.In(passage, sentence, terms).Count > 0));
            if (isWritten) return null;
            var bearers = terms.Words.SelectMany(word => corpus.People.Named(word.Word).Take(2)).Distinct();
            return new Draft(AnswerStatus.Weak)
            {
                Reason = $"No briefing names {Misses.Quoted(question.Text)}.",
                Suggestions = [.. bearers.Select(person => person.Name).Take(MostBearers)],
            };
        }
        corpus.ReadTitles(hits.Passages.Select(passage => passage.Indexed.Briefing));
        if (hits.Passages.Any(passage => (passage.Found | TitleWords.Found(passage.Indexed, terms, corpus)) == terms.All)) return null;
        var nearest = Misses.Weak(question, hits, corpus);
        // Of a "briefing official" briefings may tell in other words; but where they tell of another president, the one asked for is not among them.
        var isToldOtherwise = isKnown && !hits.Passages.Any(passage => HasRoleOfAnother(passage, terms));
        return isToldOtherwise ? nearest with { Status = AnswerStatus.Found } : nearest;
    }

    /// <summary>"Richard Graham", where there are Richard Haass and Thomas Graham: a sentence that names both names him no more.</summary>
    private static bool IsNameOfTwo(QuestionTerms terms, CorpusView corpus) => terms.Words.Count > 1
        && terms.Words.Take(terms.Words.Count - 1).All(word => Lexicon.Of(word.Word.ToLowerInvariant()).HasFlag(WordKinds.GivenName))
        && terms.Words.All(word => corpus.People.Named(word.Word).Count > 0);

    private static bool HasRoleOfAnother(TopicPassage passage, QuestionTerms terms)
    {
        var roleWords = 0u;
        for (var i = 0; i < terms.Words.Count; i++)
        {
            if (RoleNouns.IsRoleNoun(terms.Words[i].Word)) roleWords |= 1u << i;
        }
        return passage.Indexed.Passage.Annotations.Roles.Any(role => (FoundWithin(passage, role.Span, terms) & roleWords) != 0);
    }

    private static Draft Missing(Question question, TopicHits hits, CorpusView corpus)
    {
        var asName = Misses.UnknownName(question.Text, corpus);
        return asName.Suggestions.Count > 0 ? asName : Misses.NothingFound(question, hits, corpus);
    }

    /// <summary>The passage's best sentence, and the person whom a role there describes in all the words asked; null for none.</summary>
    private static (Snippet Snippet, string? Person) Best(RankedPassage ranked, QuestionTerms terms)
    {
        var passage = ranked.Evidence.Passage;
        var source = passage.Indexed.Passage;
        var described = source.Annotations.Roles.Where(role => !role.Unsure)
            .Select(role => (Role: role, Found: FoundWithin(passage, role.Span, terms)))
            .Where(role => role.Found == terms.All).Select(role => role.Role).ToList();

        double ScoreOf(SentenceMatch sentence) => sentence.Score
            + (described.Exists(role => sentence.Sentence.Span.Contains(role.Span)) ? RoleBonus * terms.TotalWeight : 0)
            + (source.MentionsIn(sentence.Sentence.Span).Any(mention => mention.Type == EntityType.Person) ? PersonBonus * terms.TotalWeight : 0);

        var best = passage.Sentences.MaxBy(ScoreOf);
        var snippet = new Snippet(passage.Indexed, best.Sentence.Span, ranked.Score + SentenceWeight * ScoreOf(best) / terms.TotalWeight, best.Matches);
        return (snippet, described.Count > 0 ? described[0].Person : null);
    }

    private static uint FoundWithin(TopicPassage passage, TextSpan span, QuestionTerms terms)
    {
        var found = 0u;
        var words = passage.Words.Substring(span.Start - passage.Indexed.Passage.Span.Start, span.Length);
        foreach (var term in BriefingAnalyzer.Analyze(words, passage.Indexed.Language))
        {
            found |= terms.WordOf(term.Term) is >= 0 and var word ? 1u << word : terms.Related.PlacesOf(term.Term, passage.Indexed.Language);
        }
        return found;
    }
}
