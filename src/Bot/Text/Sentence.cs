namespace Bot.Text;

/// <summary>The smallest unit that is quoted. Paragraphs are counted from 0 within the briefing.</summary>
internal readonly record struct Sentence(TextSpan Span, int Paragraph);

/// <summary>
/// A text cut into sentences, in their order: what each finder reads. Language is an ISO 639-1 code ("en").
/// Sentences never overlap and never cross a paragraph; white space and markup may lie between them.
/// </summary>
internal sealed class Prose(string text, IReadOnlyList<Sentence> sentences, string language)
{
    private SentenceTokens? tokens;

    public string Text { get; } = text;

    public IReadOnlyList<Sentence> Sentences { get; } = sentences;

    public string Language { get; } = language;

    /// <summary>Cut when first asked for, once for all finders.</summary>
    public SentenceTokens Tokens => tokens ??= new SentenceTokens(Text, Sentences);
}
