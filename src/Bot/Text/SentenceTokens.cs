using System.Runtime.InteropServices;

namespace Bot.Text;

/// <summary>The tokens of each of a text's sentences. None of them crosses a sentence's end.</summary>
internal sealed class SentenceTokens
{
    private readonly List<Token> tokens;
    private readonly int[] ends;

    public SentenceTokens(string text, IReadOnlyList<Sentence> sentences)
    {
        var length = sentences.Count == 0 ? 0 : sentences[^1].Span.End - sentences[0].Span.Start;
        tokens = new List<Token>(length / 5 + 1);
        ends = new int[sentences.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            Tokenizer.AddTokens(text, sentences[i].Span, tokens);
            ends[i] = tokens.Count;
        }
    }

    public int Count => tokens.Count;

    /// <param name="sentence">Counted from 0, in the order of the text.</param>
    public ReadOnlySpan<Token> this[int sentence] => CollectionsMarshal.AsSpan(tokens)[(sentence == 0 ? 0 : ends[sentence - 1])..ends[sentence]];
}
