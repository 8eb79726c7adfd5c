using Bot.Indexing;
using Bot.Text;

namespace Bot.Answers;

/// <summary>The window of a passage that is shown: whole sentences.</summary>
/// <param name="matches">Spans of the original text that are bold, as far as they lie within; looked at when they are asked for.</param>
/// <param name="speaker">Who says it, where that is what was asked; else null.</param>
internal sealed class Snippet(IndexedPassage source, TextSpan span, double score, IEnumerable<TextSpan> matches, string? speaker = null)
{
    private IReadOnlyList<TextSpan>? highlights;

    public IndexedPassage Source => source;

    public TextSpan Span => span;

    public double Score => score;

    public string? Speaker => speaker;

    /// <summary>Spans of the original text within <see cref="Span"/>, in order, not overlapping: some languages' words are terms that overlap.</summary>
    public IReadOnlyList<TextSpan> Highlights => highlights ??= Highlighter.Join(matches.Where(span.Contains));
}
