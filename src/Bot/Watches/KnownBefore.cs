using Bot.Answers;
using Bot.Indexing;
using Bot.Subscriptions;
using Bot.Text;

namespace Bot.Watches;

/// <summary>
/// Whether a sentence only says again, in nearly the same words, what another briefing said before a watch began: the story was there then, and is no news. Another number or
/// name makes it news.
/// </summary>
internal static class KnownBefore
{
    /// <summary>Passages that are looked at: of those that say the same some stand first.</summary>
    private const int PassagesRead = 10;

    /// <summary>The share of its words that the sentence before must have.</summary>
    private const double LeastShared = 0.8;

    public static bool Says(Snippet snippet, Watch watch, CorpusView corpus)
    {
        if (corpus.WordsOf(snippet.Source, snippet.Span) is not { } words) return false;
        var query = new PassageQuery(corpus.Scope) { Words = QueryTerm.Of(words, corpus.Languages) };
        var (terms, telling) = TermsOf(words, snippet.Source.Language);
        return terms.Count > 0 && corpus.Index.Search(query, PassagesRead).Select(hit => hit.Passage)
            .Where(passage => passage.Briefing != snippet.Source.Briefing && passage.Language == snippet.Source.Language)
            .Where(passage => corpus.Log.Find(passage.Briefing) is { IsGone: false } logged && logged.FirstSeen <= watch.Created)
            .Any(passage => passage.Passage.Sentences.Any(sentence => corpus.WordsOf(passage, sentence.Span) is { } before
                && TermsOf(before, passage.Language).Terms is var said && telling.IsSubsetOf(said) && terms.Count(said.Contains) >= LeastShared * terms.Count));
    }

    /// <summary>The terms of a sentence, and those among them that are numbers or, but for its first word, have a capital.</summary>
    private static (HashSet<string> Terms, HashSet<string> Telling) TermsOf(string words, string language)
    {
        var terms = BriefingAnalyzer.Analyze(words, language);
        var first = Tokenizer.Tokenize(words).Where(token => token.Kind != TokenKind.Punctuation).Select(token => token.Span.Start).FirstOrDefault();
        return (
            [.. terms.Select(term => term.Term)],
            [.. terms.Where(term => words.AsSpan(term.Start, term.End - term.Start).ContainsAnyInRange('0', '9') || (term.Start != first && char.IsUpper(words[term.Start])))
                .Select(term => term.Term)]);
    }
}
