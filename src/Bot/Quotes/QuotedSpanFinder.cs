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
        if (sentences.Count == 0) return found;
        var text = prose.Text;
        var end = sentences[^1].Span.End;
        var sentence = 0;
        for (var at = sentences[0].Span.Start; at < end; at++)
        {
            if (!QuoteMarks.MayBeMark(text[at]) || QuoteMarks.Opening(text, at, end) is not { } mark) continue;
            while (sentences[sentence].Span.End <= at) sentence++;
            var span = Close(prose, at, mark, sentence);
            if (span is null) { at += mark.Length - 1; continue; }
            if (!span.Value.Inner.IsEmpty) found.Add(span.Value);
            at = span.Value.Outer.End - 1;
        }
        return found;
    }

    private static QuotedSpan? Close(Prose prose, int start, QuoteMark mark, int sentence)
    {
        var text = prose.Text;
        var paragraph = prose.Sentences[sentence].Paragraph;
        var last = sentence;
        while (last + 1 < prose.Sentences.Count && prose.Sentences[last + 1].Paragraph == paragraph) last++;
        var limit = prose.Sentences[last].Span.End;
        var close = QuoteMarks.FindClose(text, start + mark.Length, limit, mark);
        if (close >= 0) return Span(text, start, close, mark);
        if (mark.Style == QuoteStyle.Single) return null;
        var isLast = last + 1 == prose.Sentences.Count;
        if (!isLast && QuoteMarks.Opening(text, prose.Sentences[last + 1].Span.Start, text.Length) is { } next && next.Open == mark.Open)
        {
            return Trimmed(text, start, start + mark.Length, limit, limit, mark.Style, continued: true);
        }
        if (!isLast)
        {
            var far = Math.Min(prose.Sentences[^1].Span.End, start + LongestOverBreaks);
            close = QuoteMarks.FindClose(text, start + mark.Length, far, mark);
            if (close >= 0) return Span(text, start, close, mark);
        }
        var stop = prose.Sentences[sentence].Span.End;
        return Trimmed(text, start, start + mark.Length, stop, stop, mark.Style, continued: false);
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
