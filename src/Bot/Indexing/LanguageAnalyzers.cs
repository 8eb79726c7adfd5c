using Bot.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>Lucene's analysis of some languages with what it lacks, and of one that it has nothing for.</summary>
internal static class LanguageAnalyzers
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>The shortest word whose ending is taken off, and what must be left of a word.</summary>
    private const int ShortestGermanWord = 6, ShortestRussianStem = 3;

    /// <summary>With irregular forms read as the word they are of, which no stemmer does: "met" is found by "meetings".</summary>
    public static Analyzer English() => Create(
        words => new PorterStemFilter(new ReshapedTerms(Plain(new EnglishPossessiveFilter(Version, words), EnglishAnalyzer.DefaultStopSet), IrregularForms.Base)));

    /// <summary>
    /// With the s of the genitive taken off before the stemmer, which leaves it behind most letters that names end with: "Lukaschenkos", "Lawrows",
    /// "Bundeskanzlers".
    /// </summary>
    public static Analyzer German() => Create(
        words => new GermanLightStemFilter(new ReshapedTerms(new GermanNormalizationFilter(Plain(words, GermanAnalyzer.DefaultStopSet)), WithoutGenitive)));

    /// <summary>
    /// Without the -ов and -ев of surnames: the stemmer takes them off "Лавров" as if it were a genitive plural, but not off "Лаврову" and "Лавровым".
    /// </summary>
    public static Analyzer Russian() => new Extended(new RussianAnalyzer(Version), terms => new ReshapedTerms(terms, WithoutSurnameEnding));

    /// <summary>Lucene.Net has no analyzer for it: words, lower case, stop words, and endings taken off by a table.</summary>
    public static Analyzer Ukrainian() => Create(words => new ReshapedTerms(Plain(words, UkrainianWords.StopWords), UkrainianWords.WithoutEnding));

    /// <summary>A language's own analysis, and something more at its end.</summary>
    public static Analyzer Extend(Analyzer language, Func<TokenStream, TokenStream> more) => new Extended(language, more);

    private static Analyzer Create(Func<TokenStream, TokenStream> steps) => Analyzer.NewAnonymous((_, reader) =>
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, steps(words));
    });

    private static StopFilter Plain(TokenStream words, CharArraySet stopWords) => new(Version, new LowerCaseFilter(Version, words), stopWords);

    // "Ereignis", "Status" and "Prozess" have an s of their own.
    private static ReadOnlySpan<char> WithoutGenitive(ReadOnlySpan<char> word) =>
        word.Length >= ShortestGermanWord && word[^1] == 's' && word[^2] is not ('s' or 'u') && !word.EndsWith("nis") ? word[..^1] : word;

    private static ReadOnlySpan<char> WithoutSurnameEnding(ReadOnlySpan<char> stem) =>
        stem.Length >= ShortestRussianStem + 2 && (stem.EndsWith("ов") || stem.EndsWith("ев")) ? stem[..^2] : stem;

    private sealed class Extended(Analyzer language, Func<TokenStream, TokenStream> more) : AnalyzerWrapper(language.Strategy)
    {
        protected override Analyzer GetWrappedAnalyzer(string fieldName) => language;

        protected override TokenStreamComponents WrapComponents(string fieldName, TokenStreamComponents components) =>
            new(components.Tokenizer, more(components.TokenStream));
    }
}
