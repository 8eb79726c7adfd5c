using System.Buffers;

namespace Bot.Quotes;

/// <summary>An opening mark, what closes it, and how many characters either has.</summary>
internal readonly record struct QuoteMark(char Open, char Close, char OtherClose, int Length, QuoteStyle Style);

/// <summary>
/// Which characters open and close a quotation where. The same character does both in different languages („so“, “so”, »so«,
/// «so», "so"), and an apostrophe looks like a closing single mark: the neighbours decide.
/// </summary>
internal static class QuoteMarks
{
    /// <summary>How far ahead a better close for a single mark is looked for.</summary>
    private const int LookAhead = 300;

    /// <summary>The longest quotation in single marks: apostrophes open many that nothing closes.</summary>
    private const int LongestSingle = 1500;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"'`«»“”„‟‘‚‹›「『〝＂");

    /// <summary>The first place in [at, end) where a mark may open; <paramref name="end"/> where there is none.</summary>
    public static int Next(string text, int at, int end) => at < end && text.AsSpan(at, end - at).IndexOfAny(Marks) is >= 0 and var before ? at + before : end;

    /// <summary>The mark that opens at <paramref name="at"/>; null when none does.</summary>
    public static QuoteMark? Opening(string text, int at, int end) => text[at] switch
    {
        '“' or '‟' => new('“', '”', '“', 1, QuoteStyle.Double),
        '„' => new('„', '“', '”', 1, QuoteStyle.Double),
        '«' => new('«', '»', '»', 1, QuoteStyle.Double),
        '‹' => new('‹', '›', '›', 1, QuoteStyle.Single),
        '「' => new('「', '」', '」', 1, QuoteStyle.Double),
        '『' => new('『', '』', '』', 1, QuoteStyle.Double),
        '‚' when Opens(text, at, 1, end) => new('‚', '‘', '’', 1, QuoteStyle.Single),
        '"' or '＂' when Opens(text, at, 1, end) => new(text[at], text[at], text[at], 1, QuoteStyle.Double),
        '”' when Opens(text, at, 1, end) => new('”', '”', '”', 1, QuoteStyle.Double),
        '»' when Opens(text, at, 1, end) => new('»', '«', '«', 1, QuoteStyle.Double),
        '`' when at + 1 < end && text[at + 1] == '`' => new('`', '\'', '"', 2, QuoteStyle.Double),
        '‘' when Opens(text, at, 1, end) => new('‘', '’', '’', 1, QuoteStyle.Single),
        '\'' when Opens(text, at, 1, end) && !IsPair(text, at, end) => new('\'', '\'', '\'', 1, QuoteStyle.Single),
        _ => null,
    };

    /// <summary>Where the close of <paramref name="mark"/> stands in [start, end); -1 when it is not there.</summary>
    public static int FindClose(string text, int start, int end, QuoteMark mark)
    {
        if (mark.Style == QuoteStyle.Single && mark.Open != '‹') return FindSingleClose(text, start, end, mark);
        if (mark.Length == 2) return FindPair(text, start, end);
        for (var at = start; at < end; at++)
        {
            var c = text[at];
            if (c != mark.Close && c != mark.OtherClose && c != mark.Open) continue;
            if (mark.Open == '“' && c == '“')
            {
                // “ closes „ and, in some texts, itself; where it opens again, the first was never closed.
                if (Opens(text, at, 1, end)) return -1;
                return at;
            }
            if (c == mark.Open && c != mark.Close) return -1;
            if (mark.Open == mark.Close && Opens(text, at, 1, end) && !Closes(text, at, end)) return -1;
            return at;
        }
        return -1;
    }

    private static int FindPair(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if ((text[at] == '\'' && IsPair(text, at, end)) || (text[at] == '"' && Closes(text, at, end))) return at;
            if (text[at] == '`' && at + 1 < end && text[at + 1] == '`') return -1;
        }
        return -1;
    }

    // "‘The boys’ mother left,’ he said": a mark after s and before a word may be a possessive. It is when a sure close follows.
    private static int FindSingleClose(string text, int start, int end, QuoteMark mark)
    {
        var maybe = -1;
        end = Math.Min(end, start + LongestSingle);
        for (var at = start; at < end && (maybe < 0 || at < maybe + LookAhead); at++)
        {
            if (text[at] == mark.Open && Opens(text, at, 1, end) && !Closes(text, at, end)) break;
            if ((text[at] != mark.Close && text[at] != mark.OtherClose) || at == start || !Closes(text, at, end)) continue;
            var isPossessive = text[at - 1] is 's' or 'S' && at + 2 < end && text[at + 1] == ' ' && char.IsLetter(text[at + 2]);
            if (!isPossessive) return at;
            if (maybe < 0) maybe = at;
        }
        return maybe;
    }

    private static bool IsPair(string text, int at, int end) => at + 1 < end && text[at + 1] == '\'';

    private static bool Opens(string text, int at, int length, int end) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or '-' or '/' or ':' || IsOpenMark(text[at - 1]))
        && at + length < end && !char.IsWhiteSpace(text[at + length]);

    private static bool IsOpenMark(char c) => c is '“' or '‘' or '„' or '«' or '"' or '\'';

    private static bool Closes(string text, int at, int end) =>
        at > 0 && !char.IsWhiteSpace(text[at - 1]) && (at + 1 >= end || !char.IsLetterOrDigit(text[at + 1]));
}
