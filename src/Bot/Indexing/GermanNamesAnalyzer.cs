using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>
/// Lucene's analysis of German with the s of the genitive taken off before the stemmer, which leaves it behind most letters that names
/// end with: "Lukaschenkos", "Lawrows", "Bundeskanzlers".
/// </summary>
internal sealed class GermanNamesAnalyzer : Analyzer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader);
        var plain = new StopFilter(Version, new LowerCaseFilter(Version, words), GermanAnalyzer.DefaultStopSet);
        return new TokenStreamComponents(words, new GermanLightStemFilter(new WithoutGenitive(new GermanNormalizationFilter(plain))));
    }

    private sealed class WithoutGenitive : TokenFilter
    {
        private const int ShortestWord = 5;

        private readonly ICharTermAttribute term;

        public WithoutGenitive(TokenStream input)
            : base(input) => term = AddAttribute<ICharTermAttribute>();

        public override bool IncrementToken()
        {
            if (!m_input.IncrementToken()) return false;
            var word = term.Buffer.AsSpan(0, term.Length);
            // "Ereignis", "Status" and "Prozess" have an s of their own.
            if (word.Length > ShortestWord && word[^1] == 's' && word[^2] is not ('s' or 'u') && !word.EndsWith("nis")) term.SetLength(word.Length - 1);
            return true;
        }
    }
}
