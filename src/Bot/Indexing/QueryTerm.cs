using Bot.Text;

namespace Bot.Indexing;

/// <summary>
/// One word of a question and the terms it may stand as in the index: one for each of the corpus's languages that writes with its letters.
/// </summary>
internal sealed record QueryTerm(string Word, IReadOnlyList<string> Terms)
{
    /// <summary>
    /// The content words of <paramref name="text"/>, each once. Whether a word is one is decided by the question's own language, told by
    /// its words among <paramref name="languages"/>; an English question thus finds German briefings by the names they share.
    /// </summary>
    /// <param name="languages">ISO 639-1 codes of the corpus, the most frequent first; empty counts as English.</param>
    /// <param name="question">
    /// The question that the text is taken from, for its language: of "Did Putin die?" there is left "Putin die", which could be German, where "die" tells nothing.
    /// </param>
    public static IReadOnlyList<QueryTerm> Of(string text, IReadOnlyList<string> languages, string? question = null)
    {
        var own = LanguageOf(question ?? text, languages);
        var byStart = new SortedDictionary<int, (string Word, List<string> Terms)>();
        foreach (var term in BriefingAnalyzer.Analyze(text, own))
        {
            byStart.TryAdd(term.Start, (WithoutPossessive(text[term.Start..term.End]), []));
            byStart[term.Start].Terms.Add(term.Term);
        }
        foreach (var other in languages.Where(language => language != own))
        {
            foreach (var term in BriefingAnalyzer.Analyze(text, other))
            {
                if (byStart.TryGetValue(term.Start, out var known) && !known.Terms.Contains(term.Term)) known.Terms.Add(term.Term);
            }
        }
        return [.. byStart.Values.DistinctBy(entry => entry.Terms[0]).Select(entry => new QueryTerm(entry.Word, entry.Terms))];
    }

    /// <summary>"Lavrov's" is asked for as "Lavrov", and that is what replies quote.</summary>
    public static string WithoutPossessive(string word) =>
        word.Length > 2 && word[^1] is ('s' or 'S') && word[^2] is ('\'' or '\u2019') ? word[..^2] : word;

    /// <summary>The language of a question, told by its words among those of the corpus.</summary>
    public static string LanguageOf(string text, IReadOnlyList<string> languages)
    {
        if (languages.Count == 0) return "en";
        if (languages.Count == 1) return languages[0];
        var guess = LanguageGuesser.Guess(text);
        return languages.Contains(guess) ? guess : languages[0];
    }
}
