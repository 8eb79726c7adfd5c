using Bot.Text;

namespace Bot.Quotes;

/// <summary>Words between quotation marks, speech or not: the words, and the same with their marks.</summary>
/// <param name="Continued">The paragraph ends within it and the next begins with a mark again: the same person goes on.</param>
internal readonly record struct QuotedSpan(TextSpan Inner, TextSpan Outer, QuoteStyle Style, bool Continued);

internal enum QuoteStyle : byte { Double, Single }
