using Bot.Chat;

namespace Bot.Discord;

/// <summary>A quotation as Discord shows it, in the room that there is: whole, or up to the end of a sentence, or of a word.</summary>
internal static class QuoteText
{
    private const string Cut = " …";

    /// <summary>Less than that of a word says nothing.</summary>
    private const int ShortestCut = 12;

    /// <param name="most">Characters, of markup too.</param>
    public static string Fitting(Quote quote, int most)
    {
        var whole = Markdown.Bold(quote.Text, quote.Highlights);
        if (whole.Length <= most) return whole;
        var room = Math.Min(quote.Text.Length, Math.Max(0, most));
        return Fitting(quote, most, SentenceEnds(quote.Text, room)) ?? Fitting(quote, most, WordEnds(quote.Text, room))
            ?? Fitting(quote, most, LetterEnds(quote.Text, room)) ?? Cut.Trim();
    }

    private static string? Fitting(Quote quote, int most, IEnumerable<int> ends) => ends
        .Select(end => Markdown.Bold(quote.Text[..end], quote.Highlights) + Cut)
        .FirstOrDefault(text => text.Length <= most);

    /// <summary>From the last to the first.</summary>
    private static IEnumerable<int> SentenceEnds(string text, int room) => Enumerable.Range(1, room).Reverse()
        .Where(end => end < text.Length && (text[end - 1] is '。' or '！' or '？' || (text[end - 1] is '.' or '!' or '?' or '”' && char.IsWhiteSpace(text[end]))));

    private static IEnumerable<int> WordEnds(string text, int room) => Enumerable.Range(1, room).Reverse()
        .Where(end => end < text.Length && char.IsWhiteSpace(text[end]) && !char.IsWhiteSpace(text[end - 1]));

    /// <summary>For a script that is written without spaces; never within a letter of two code units, nor of a base and its marks.</summary>
    private static IEnumerable<int> LetterEnds(string text, int room) => room < ShortestCut ? [] : System.Globalization.StringInfo.ParseCombiningCharacters(text[..Math.Min(text.Length, room + 1)])
        .Reverse().Where(end => end > 0 && end <= room && end < text.Length);
}
