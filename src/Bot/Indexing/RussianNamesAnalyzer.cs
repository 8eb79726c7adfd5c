using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Indexing;

/// <summary>
/// Russian stems without the -ов and -ев of surnames: the stemmer takes them off "Лавров" as if it were a genitive plural, but not
/// off "Лаврову" and "Лавровым".
/// </summary>
internal sealed class RussianNamesAnalyzer(Analyzer russian) : AnalyzerWrapper(russian.Strategy)
{
    protected override Analyzer GetWrappedAnalyzer(string fieldName) => russian;

    protected override TokenStreamComponents WrapComponents(string fieldName, TokenStreamComponents components) =>
        new(components.Tokenizer, new WithoutSurnameEnding(components.TokenStream));

    private sealed class WithoutSurnameEnding : TokenFilter
    {
        private const int ShortestStem = 3;

        private readonly ICharTermAttribute term;

        public WithoutSurnameEnding(TokenStream input)
            : base(input) => term = AddAttribute<ICharTermAttribute>();

        public override bool IncrementToken()
        {
            if (!m_input.IncrementToken()) return false;
            var stem = term.Buffer.AsSpan(0, term.Length);
            if (stem.Length >= ShortestStem + 2 && (stem.EndsWith("ов") || stem.EndsWith("ев"))) term.SetLength(stem.Length - 2);
            return true;
        }
    }
}
