using Bot.Text;

namespace Bot.Quotes;

/// <summary>
/// Pairs quotation marks of all styles, outermost only. A mark that is never closed ends with its paragraph when the next one
/// reopens, else with the sentence it opens in: a lost mark costs a sentence, never the rest of the text.
/// </summary>
internal static class QuotedSpanFinder
{
    /// <summary>UTF-16 code units that a quotation may go on over line breaks without a new mark. Few are longer; lost marks are not rare.</summary>
    private const int LongestOverBreaks = 1500;

    public static List<QuotedSpan> Find(Prose prose)
    {
        var found = new List<QuotedSpan>();
        var sentences = prose.Sentences;
        var sentence = 0;
        while (sentence < sentences.Count)
        {
            var next = sentence + 1;
            while (next < sentences.Count && sentences[next].Paragraph == sentences[sentence].Paragraph) next++;
            AddParagraph(prose, sentence, next, found);
            sentence = next;
        }
        return found;
    }

    // A quotation of the paragraph before may reach into this one: nothing opens within it.
    private static void AddParagraph(Prose prose, int first, int next, List<QuotedSpan> found)
    {
        var text = prose.Text;
        var end = prose.Sentences[next - 1].Span.End;
        var at = prose.Sentences[first].Span.Start;
        if (found.Count > 0) at = Math.Max(at, found[^1].Outer.End);
        var sentence = first;
        for (at = QuoteMarks.Next(text, at, end); at < end; at = QuoteMarks.Next(text, at + 1, end))
        {
            if (QuoteMarks.Opening(text, at, end) is not { } mark) continue;
            while (prose.Sentences[sentence].Span.End <= at) sentence++;
            var span = Close(prose, at, mark, sentence, next);
            if (span is null) { at += mark.Length - 1; continue; }
            if (!span.Value.Inner.IsEmpty) found.Add(span.Value);
            at = span.Value.Outer.End - 1;
        }
    }

    private static QuotedSpan? Close(Prose prose, int start, QuoteMark mark, int sentence, int next)
    {
        var text = prose.Text;
        var from = start + mark.Length;
        var limit = prose.Sentences[next - 1].Span.End;
        var close = QuoteMarks.FindClose(text, from, limit, mark);
        if (close >= 0) return Span(text, start, close, mark);
        if (mark.Style == QuoteStyle.Single) return null;
        if (next < prose.Sentences.Count)
        {
            if (QuoteMarks.Opening(text, prose.Sentences[next].Span.Start, text.Length) is { } again && again.Open == mark.Open)
            {
                return Trimmed(text, start, from, limit, limit, mark.Style, continued: true);
            }
            close = QuoteMarks.FindClose(text, from, Math.Min(prose.Sentences[^1].Span.End, start + LongestOverBreaks), mark);
            if (close >= 0) return Span(text, start, close, mark);
        }
        var stop = prose.Sentences[sentence].Span.End;
        return Trimmed(text, start, from, stop, stop, mark.Style, continued: false);
    }

    private static QuotedSpan Span(string text, int start, int close, QuoteMark mark) =>
        Trimmed(text, start, start + mark.Length, close, close + (text[close] == '"' ? 1 : mark.Length), mark.Style, continued: false);

    private static QuotedSpan Trimmed(string text, int outer, int start, int end, int outerEnd, QuoteStyle style, bool continued)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new QuotedSpan(new TextSpan(start, Math.Max(start, end)), new TextSpan(outer, Math.Max(outerEnd, end)), style, continued);
    }
}
