using System.Globalization;

namespace Bot.Text;

/// <summary>
/// Cuts text into words, numbers and punctuation marks. A word keeps its inner apostrophes, hyphens and full stops
/// ("country’s", "counter-offensive", "U.S"); a number its separators ("1,000.5"), and a mix of both is a word ("A400M", "7th").
/// </summary>
internal static class Tokenizer
{
    public static List<Token> Tokenize(string text) => Tokenize(text, new TextSpan(0, text.Length));

    public static List<Token> Tokenize(string text, TextSpan range)
    {
        var tokens = new List<Token>(range.Length / 5 + 1);
        AddTokens(text, range, tokens);
        return tokens;
    }

    public static void AddTokens(string text, TextSpan range, List<Token> tokens)
    {
        var at = range.Start;
        while (at < range.End)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c)) { at++; continue; }
            var end = IsWordPart(text, at) ? WordEnd(text, at, range.End) : at + (IsPair(text, at, range.End) ? 2 : 1);
            tokens.Add(new Token(new TextSpan(at, end), KindOf(text, at, end)));
            at = end;
        }
    }

    private static int WordEnd(string text, int start, int limit)
    {
        var at = start;
        while (at < limit)
        {
            // Nearly every character: it needs no look at the next.
            if (char.IsAsciiLetterOrDigit(text[at])) at++;
            else if (IsWordPart(text, at)) at += IsPair(text, at, limit) ? 2 : 1;
            else if (at + 1 < limit && IsJoiner(text[at]) && Joins(text, at)) at++;
            else break;
        }
        return Math.Min(at, limit);
    }

    private static bool IsJoiner(char c) => c is '\'' or '’' or '-' or '‐' or '‑' or '.' or ',';

    private static bool Joins(string text, int at)
    {
        if (!IsWordPart(text, at + 1)) return false;
        // A comma, or a full stop after a digit, joins digits only: "1,000" and "3.5", but not "France,Germany".
        var digits = char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
        return text[at] switch
        {
            ',' => digits,
            '.' => digits || (IsSingleLetter(text, at - 1) && char.IsLetter(text[at + 1])),
            _ => true,
        };
    }

    // "U.S", "e.g": a full stop joins after a letter that stands alone, so that "end.Next" stays two words.
    private static bool IsSingleLetter(string text, int at) =>
        char.IsLetter(text[at]) && (at == 0 || !IsWordPart(text, at - 1));

    private static bool IsWordPart(string text, int at)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c)) return true;
        if (char.IsAscii(c)) return false;
        return CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter;
    }

    private static bool IsPair(string text, int at, int limit) => at + 1 < limit && char.IsSurrogatePair(text, at);

    private static TokenKind KindOf(string text, int start, int end)
    {
        if (!IsWordPart(text, start)) return TokenKind.Punctuation;
        for (var at = start; at < end; at++)
        {
            if (!char.IsDigit(text[at]) && text[at] is not (',' or '.' or '-')) return TokenKind.Word;
        }
        return TokenKind.Number;
    }
}
