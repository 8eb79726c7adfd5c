using Bot.Indexing;
using Bot.Text;

namespace Bot.Answers;

/// <summary>The window of a passage that is shown: whole sentences. Highlights are spans of the original text, in order, not overlapping.</summary>
/// <param name="Speaker">Who says it, where that is what was asked; else null.</param>
internal sealed record Snippet(IndexedPassage Source, TextSpan Span, double Score, IReadOnlyList<TextSpan> Highlights, string? Speaker = null);
