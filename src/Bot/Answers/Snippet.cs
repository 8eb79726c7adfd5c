using Bot.Indexing;
using Bot.Text;

namespace Bot.Answers;

/// <summary>The window of a passage that is shown: whole sentences.</summary>
/// <param name="Speaker">Who says it, where that is what was asked; else null.</param>
internal sealed record Snippet(IndexedPassage Source, TextSpan Span, double Score, IReadOnlyList<TextSpan> Highlights, string? Speaker = null)
{
    /// <summary>Spans of the original text within <see cref="Span"/>, in order, not overlapping: some languages' words are terms that overlap.</summary>
    public IReadOnlyList<TextSpan> Highlights { get; } = Highlighter.Join(Highlights.Where(Span.Contains));
}
