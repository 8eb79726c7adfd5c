namespace Bot.Text;

/// <summary>The smallest unit that is quoted. Paragraphs are counted from 0 within the briefing.</summary>
internal readonly record struct Sentence(TextSpan Span, int Paragraph);

/// <summary>
/// A text cut into sentences, in their order: what each finder reads. Language is an ISO 639-1 code ("en").
/// Sentences never overlap and never cross a paragraph; white space and markup may lie between them.
/// </summary>
internal sealed record Prose(string Text, IReadOnlyList<Sentence> Sentences, string Language);
