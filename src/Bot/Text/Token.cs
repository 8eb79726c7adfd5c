namespace Bot.Text;

internal enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,
}

/// <summary>A word, a number or one punctuation mark, with its span.</summary>
internal readonly record struct Token(TextSpan Span, TokenKind Kind)
{
    public ReadOnlySpan<char> Slice(string text) => Span.Slice(text);

    public bool Is(string text, string word) => Slice(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}
