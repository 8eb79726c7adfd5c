using System.Text;
using Bot.Text;

namespace Bot.Discord;

/// <summary>Discord's markup, written so that nothing of a briefing or of a question becomes any (support.discord.com, Markdown Text 101).</summary>
internal static class Markdown
{
    /// <summary>What may begin markup, a mention, an emoji, a link or a list. A backslash before any of them shows it as it is.</summary>
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\\*_~`|>#-+[]()<@:.");

    /// <summary>As it stands, on one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        Append(escaped, text);
        return escaped.ToString();
    }

    /// <summary>Escaped, and then no longer than that; what is cut ends with an ellipsis.</summary>
    public static string Short(string text, int most)
    {
        var escaped = Escape(text);
        for (var length = most; escaped.Length > most && length > 2; length = length * 3 / 4) escaped = Escape(VisibleText.Shorten(text, length));
        return escaped.Length <= most ? escaped : "";
    }

    /// <summary>The same with the ranges in bold.</summary>
    /// <param name="ranges">Of the text, in order, not overlapping; what lies behind its end is left out.</param>
    public static string Bold(string text, IReadOnlyList<TextSpan> ranges)
    {
        var written = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (var range in ranges.Where(range => range.End <= text.Length))
        {
            Append(written, text.AsSpan(at..range.Start));
            written.Append("**");
            Append(written, text.AsSpan(range.Start..range.End));
            written.Append("**");
            at = range.End;
        }
        Append(written, text.AsSpan(at));
        return written.ToString();
    }

    private static void Append(StringBuilder to, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (Special.Contains(letter)) to.Append('\\').Append(letter);
            else if (TurnsText(letter)) to.Append('\uFFFD');
            else to.Append(char.IsWhiteSpace(letter) || char.IsControl(letter) ? ' ' : letter);
        }
    }

    /// <summary>Controls of the writing direction: what follows them, our own words too, would be read backwards.</summary>
    private static bool TurnsText(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
