using Bot.Text;
using CsCheck;

namespace Bot.Tests.Text;

public sealed class SentenceTokensTests
{
    private static readonly string[] Pieces =
        [" ", " ", "。", "Lavrov", "said", "U.S.", "“", "”", "'", "’", "‘", "don’t", "1,000", "-", ".", "?", ",", "\n\n", "- ", "\u0301", "\uD800", "Лавров"];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(parts => string.Concat(parts));

    [Fact]
    public void A_sentences_tokens_are_those_of_its_words_alone() => Texts.Sample(text =>
    {
        var prose = SentenceSplitter.Split(text, "en");
        for (var i = 0; i < prose.Sentences.Count; i++)
        {
            Assert.Equal(Tokenizer.Tokenize(text, prose.Sentences[i].Span), prose.Tokens[i].ToArray());
        }
    });

    [Fact]
    public void A_text_without_sentences_has_none() => Assert.Equal(0, SentenceSplitter.Split("", "en").Tokens.Count);
}
