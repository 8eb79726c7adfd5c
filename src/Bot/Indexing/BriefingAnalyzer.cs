using System.Collections.Concurrent;
using System.Collections.Frozen;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>A term and the words it was made of.</summary>
/// <param name="Start">UTF-16 code units from the start of the analysed text.</param>
internal readonly record struct AnalyzedTerm(string Term, int Start, int End);

/// <summary>
/// Turns words into terms by a language's own rules: its stop words, its stemmer. A language without rules of its own is cut into
/// words and lower-cased. Thread-safe.
/// </summary>
internal static class BriefingAnalyzer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly ConcurrentDictionary<string, Analyzer> Analyzers = new();
    private static readonly ConcurrentDictionary<string, TermMemory> Memories = new();

    /// <summary>Words as every one of the languages' analyzers cuts them, before it does anything with them.</summary>
    private static readonly PlainWords Words = new();

    /// <summary>Languages of which a word's term is told by its neighbours, or whose analyzers cut words in a way of their own.</summary>
    private static readonly FrozenSet<string> NotWordByWord = FrozenSet.Create("zh", "ja", "ko", "fa", "ar", "hi");

    /// <param name="language">ISO 639-1.</param>
    public static Analyzer For(string language) => Analyzers.GetOrAdd(language, static language => LanguageAnalyzers.Extend(Create(language), Folded));

    /// <summary>The terms of <paramref name="text"/> in their order, without stop words.</summary>
    public static List<AnalyzedTerm> Analyze(string text, string language)
    {
        if (NotWordByWord.Contains(language)) return AnalyzeWhole(text, language);
        var memory = Memories.GetOrAdd(language, static language => new TermMemory(language));
        var terms = new List<AnalyzedTerm>((text.Length / 7) + 1);
        ForEachToken(Words, text, (word, start, end) =>
        {
            if (memory.TermOf(word) is { } term) terms.Add(new AnalyzedTerm(term, start, end));
        });
        return terms;
    }

    /// <summary>The term of one word, which is no text to be cut: null for a stop word.</summary>
    /// <param name="language">ISO 639-1, one whose words are terms by themselves.</param>
    public static string? TermOf(ReadOnlySpan<char> word, string language) =>
        Memories.GetOrAdd(language, static language => new TermMemory(language)).TermOf(word);

    /// <summary>The same by the language's own analyzer, token by token anew.</summary>
    internal static List<AnalyzedTerm> AnalyzeWhole(string text, string language)
    {
        var terms = new List<AnalyzedTerm>();
        ForEachToken(For(language), text, (term, start, end) => terms.Add(new AnalyzedTerm(term.ToString(), start, end)));
        return terms;
    }

    private static void ForEachToken(Analyzer analyzer, string text, Action<ReadOnlySpan<char>, int, int> use)
    {
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) use(term.Buffer.AsSpan(0, term.Length), offset.StartOffset, offset.EndOffset);
        stream.End();
    }

    /// <summary>Without accents, which are taken off after the language's own rules had their say, so that "Maiziere" finds "Maizière".</summary>
    private static ASCIIFoldingFilter Folded(TokenStream terms) => new(new ReshapedTerms(terms, Composed));

    /// <summary>NFC: a letter and its mark as two characters, as some systems write them, is the same letter.</summary>
    private static ReadOnlySpan<char> Composed(ReadOnlySpan<char> term) => term.ContainsAnyInRange('\u0300', '\u036F') ? term.ToString().Normalize() : term;

    private static Analyzer Create(string language) => language switch
    {
        "en" => LanguageAnalyzers.English(),
        "ru" or "be" => LanguageAnalyzers.Russian(),
        "uk" => LanguageAnalyzers.Ukrainian(),
        "de" => LanguageAnalyzers.German(),
        "fr" => new FrenchAnalyzer(Version),
        "es" => new SpanishAnalyzer(Version),
        "it" => new ItalianAnalyzer(Version),
        "pt" => new PortugueseAnalyzer(Version),
        "nl" => new DutchAnalyzer(Version),
        "sv" => new SwedishAnalyzer(Version),
        "no" or "nb" or "nn" => new NorwegianAnalyzer(Version),
        "da" => new DanishAnalyzer(Version),
        "fi" => new FinnishAnalyzer(Version),
        "cs" or "sk" => new CzechAnalyzer(Version),
        "hu" => new HungarianAnalyzer(Version),
        "ro" => new RomanianAnalyzer(Version),
        "bg" => new BulgarianAnalyzer(Version),
        "el" => new GreekAnalyzer(Version),
        "tr" => new TurkishAnalyzer(Version),
        "ar" => new ArabicAnalyzer(Version),
        "fa" => new PersianAnalyzer(Version),
        "hi" => new HindiAnalyzer(Version),
        "hy" => new ArmenianAnalyzer(Version),
        "lv" => new LatvianAnalyzer(Version),
        "ca" => new CatalanAnalyzer(Version),
        "eu" => new BasqueAnalyzer(Version),
        "ga" => new IrishAnalyzer(Version),
        "gl" => new GalicianAnalyzer(Version),
        "id" => new IndonesianAnalyzer(Version),
        "zh" or "ja" or "ko" => new CJKAnalyzer(Version),
        _ => new SimpleWords(),
    };

    private sealed class PlainWords : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            new(new Lucene.Net.Analysis.Standard.StandardTokenizer(Version, reader));
    }

    private sealed class SimpleWords : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var words = new Lucene.Net.Analysis.Standard.StandardTokenizer(Version, reader);
            return new TokenStreamComponents(words, new LowerCaseFilter(Version, words));
        }
    }
}
