using System.Globalization;
using Bot.Indexing;
using Bot.Mentions;
using Bot.Questions;
using Bot.Text;

namespace Bot.Answers;

/// <summary>What is said when there is no answer: which words no briefing has, or that none holds them together, and what is spelled alike.</summary>
internal static class Misses
{
    private const int MostSuggestions = 3;

    public static Draft NothingFound(Question question, TopicHits hits, CorpusView corpus)
    {
        if (hits.Terms.Words.Count == 0)
        {
            return Draft.NotFound($"{Quoted(question.Text)} has no word to look for. Name a person, a place or a thing.");
        }
        var unknown = hits.Terms.Unknown(corpus);
        var reason = unknown.Count > 0 ? NoBriefingContains(unknown)
            : question.Period is not null ? NoBriefingOfThatTime($"speaks of {Quoted(question.Topic)}", corpus)
            : $"No passage speaks of {Quoted(question.Topic)}.";
        return Draft.NotFound(reason, Suggestions(unknown, corpus));
    }

    /// <summary>Only the nearest passages: the words are not there, or not together.</summary>
    public static Draft Weak(Question question, TopicHits hits, CorpusView corpus)
    {
        var unknown = hits.Terms.Unknown(corpus);
        if (unknown.Count > 0)
        {
            return new Draft(AnswerStatus.Weak) { Reason = NoBriefingContains(unknown), Suggestions = Suggestions(unknown, corpus) };
        }
        // "His" and "about" tell nothing, though few briefings may have them.
        var telling = hits.Terms.Words.Zip(hits.Terms.Weights)
            .Where(pair => !Lexicon.Of(pair.First.Word.ToLowerInvariant()).HasFlag(WordKinds.Function))
            .OrderByDescending(pair => pair.Second).Take(4).Select(pair => pair.First).ToList();
        return new Draft(AnswerStatus.Weak) { Reason = NoSentenceNames(question, hits.Terms.Words.Where(telling.Contains).ToList(), corpus) };
    }

    /// <summary>Which words no briefing has; null when each stands in some.</summary>
    public static string? UnknownWords(QuestionTerms terms, CorpusView corpus) =>
        terms.Unknown(corpus) is { Count: > 0 } unknown ? NoBriefingContains(unknown) : null;

    /// <param name="verb">What no briefing does with the name, where it has the words all the same.</param>
    public static Draft UnknownName(string name, CorpusView corpus, bool speakersOnly = false, string verb = "names")
    {
        var hasWords = QueryTerm.Of(name, corpus.Languages) is { Count: > 0 } words && words.Any(word => corpus.Index.Has(word, corpus.Scope));
        var near = corpus.People.SpelledLike(name, MostSuggestions + 2).Where(person => !speakersOnly || person.Speaks);
        return Draft.NotFound($"No briefing {(hasWords ? verb : "contains")} {Quoted(name)}.", [.. near.Take(MostSuggestions).Select(person => person.Name)]);
    }

    /// <summary>Asks a misspelled name back, in whatever letters; null where every word is known, or nobody is spelled like it.</summary>
    public static Draft? NearestNames(string name, CorpusView corpus)
    {
        if (QueryTerm.Of(name, corpus.Languages).All(word => corpus.Index.Has(word, corpus.Scope))) return null;
        return UnknownName(name, corpus) is { Suggestions.Count: > 0 } asked ? asked : null;
    }

    /// <summary>'No briefing of that time names "Lavrov". 3 briefings have no date and were left out.'</summary>
    public static string NoBriefingOfThatTime(string does, CorpusView corpus) => $"No briefing of that time {does}.{UndatedLeftOut(corpus)}";

    /// <summary>'No sentence about "talks" names a time.', of the time asked for where one was.</summary>
    public static string NoSentenceAbout(Question question, string does, CorpusView corpus) => question.Period is null
        ? $"No sentence about {Quoted(question.Text)} {does}."
        : $"No sentence of that time about {Quoted(question.Text)} {does}.{UndatedLeftOut(corpus)}";

    private static string UndatedLeftOut(CorpusView corpus) => corpus.Log.CountUndated(corpus.Scope) switch
    {
        0 => "",
        1 => " 1 briefing has no date and was left out.",
        var several => string.Create(CultureInfo.InvariantCulture, $" {several:N0} briefings have no date and were left out."),
    };

    public static string Quoted(string words) => $"\"{VisibleText.Shorten(words, 80)}\"";

    public static string List(IReadOnlyList<string> items, string conjunction) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {conjunction} {items[^1]}",
    };

    private static string NoBriefingContains(IReadOnlyList<string> words) => $"No briefing contains {List([.. words.Take(5).Select(Quoted)], "or")}.";

    private static string NoSentenceNames(Question question, List<QueryTerm> words, CorpusView corpus) => words.Count switch
    {
        _ when words.Count < 2 || corpus.Index.SentencesWithAll(words, corpus.Scope) > 0 => $"No sentence answers {Quoted(question.Text)} well.",
        2 => $"No sentence names both {Quoted(words[0].Word)} and {Quoted(words[1].Word)}.",
        _ => $"No sentence holds {List([.. words.Select(word => Quoted(word.Word))], "and")} together.",
    };

    private static List<string> Suggestions(IReadOnlyList<string> unknown, CorpusView corpus) =>
        // A word that is right means no name that is spelled nearly so: "won" is no "von".
        [.. unknown.Where(word => char.IsUpper(word[0]) || Inflection.ListedKindsOf(word) == WordKinds.None).SelectMany(word => corpus.People.SpelledLike(word, MostSuggestions)).Select(person => person.Name).Distinct().Take(MostSuggestions)];
}
