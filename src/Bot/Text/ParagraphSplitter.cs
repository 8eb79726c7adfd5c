using System.Buffers;

namespace Bot.Text;

/// <summary>
/// Cuts text into paragraphs: at blank lines, at headings and list items, and at a line break that its author meant. A break is
/// taken for wrapping when the sentence cannot end there (a small letter follows, or "Mr." stands before it), and when the next
/// line's first word would not have fitted on the line, measured by the block's longest line.
/// </summary>
internal static class ParagraphSplitter
{
    /// <summary>Wider lines are seldom wrapped ones: only where all but the last are about as long does their length say anything.</summary>
    private const int UsualWrap = 120;

    /// <summary>By how much wrapped lines fall short of the longest: by a long word at most.</summary>
    private const int LongWord = 24;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029\f");

    /// <summary>The paragraphs of <paramref name="range"/> in order, trimmed, without heading and list markers.</summary>
    public static IEnumerable<TextSpan> Split(string text, TextSpan range)
    {
        var block = new List<TextSpan>();
        foreach (var line in Lines(text, range))
        {
            if (!line.IsEmpty) { block.Add(line); continue; }
            foreach (var paragraph in Unwrap(text, block)) yield return paragraph;
            block.Clear();
        }
        foreach (var paragraph in Unwrap(text, block)) yield return paragraph;
    }

    private static IEnumerable<TextSpan> Unwrap(string text, List<TextSpan> lines)
    {
        if (lines.Count == 0) yield break;
        var width = lines.Max(line => line.Length);
        var isWrapped = width <= UsualWrap || (lines.Count > 2 && lines.SkipLast(1).All(line => width - line.Length <= LongWord));
        var start = 0;
        for (var i = 1; i <= lines.Count; i++)
        {
            if (i < lines.Count && !IsMeantBreak(text, lines[i - 1], lines[i], isWrapped ? width : null)) continue;
            var from = lines[start].Start + MarkerLength(text, lines[start]);
            if (from < lines[i - 1].End) yield return new TextSpan(from, lines[i - 1].End);
            start = i;
        }
    }

    /// <param name="width">Of the widest line where lines were wrapped; null where each stands for itself.</param>
    private static bool IsMeantBreak(string text, TextSpan line, TextSpan next, int? width)
    {
        if (MarkerLength(text, next) > 0 || text[line.Start] == '#') return true;
        if (EndsWithTitle(line.Slice(text))) return false;
        // Rows of a table or of facts, which may begin with a small letter.
        if (width is not { } widest) return true;
        if (char.IsLower(text[next.Start])) return false;
        var firstWord = next.Slice(text).IndexOf(' ');
        if (firstWord < 0) firstWord = next.Length;
        return line.Length + 1 + firstWord <= widest;
    }

    private static bool EndsWithTitle(ReadOnlySpan<char> line) =>
        line[^1] == '.' && Abbreviations.IsTitleBeforeName(line[(line.LastIndexOf(' ') + 1)..^1].ToString());

    /// <summary>How long the marker before the words is: "# ", "- ", "• ", "12. ", "a) ", "> "; 0 where there is none.</summary>
    private static int MarkerLength(string text, TextSpan line)
    {
        var words = line.Slice(text);
        var at = 0;
        if (words[0] == '#') at = words.Length - words.TrimStart('#').Length;
        else if (words[0] is '-' or '*' or '+' or '>' or '•' or '–' or '—' or '·') at = 1;
        else
        {
            while (at < words.Length && at < 3 && char.IsAsciiDigit(words[at])) at++;
            if (at == 0 && char.IsAsciiLetterLower(words[0])) at = 1;
            var isClosed = at > 0 && at < words.Length
                && (words[at] == ')' || (words[at] == '.' && char.IsAsciiDigit(words[0])));
            if (!isClosed) return 0;
            at++;
        }
        if (at >= words.Length || !char.IsWhiteSpace(words[at])) return 0;
        while (at < words.Length && char.IsWhiteSpace(words[at])) at++;
        return at;
    }

    /// <summary>Each line, trimmed; a blank one is empty. LF, CRLF, CR, U+2028, U+2029 and form feeds end a line.</summary>
    private static IEnumerable<TextSpan> Lines(string text, TextSpan range)
    {
        var start = range.Start;
        while (start <= range.End)
        {
            var length = text.AsSpan(start, range.End - start).IndexOfAny(LineEnds);
            var end = length < 0 ? range.End : start + length;
            yield return Trim(text, start, end);
            var isPair = end + 1 < range.End && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF';
}
