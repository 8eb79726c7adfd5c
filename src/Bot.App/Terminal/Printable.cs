using System.Text;

namespace Bot.App.Terminal;

/// <summary>
/// Makes text of a briefing or a user harmless to print: an escape sequence in it could rewrite the screen, the clipboard or the title.
/// Control characters, characters that turn the reading direction around, and lone surrogates become U+FFFD; nothing is taken out.
/// </summary>
internal static class Printable
{
    /// <summary>Keeps line feeds (CRLF and CR become one); a tab becomes four spaces, so that its width is known.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text; // the common case, without a copy
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') clean.Append('\n');
            else if (c == '\t') clean.Append("    ");
            else if (c == '\r') clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else clean.Append(IsHarmful(c) ? '\uFFFD' : c);
        }
        return clean.ToString();
    }

    /// <summary>The same on one line: line ends become spaces.</summary>
    public static string OneLine(string text) => Text(text).ReplaceLineEndings(" ").TrimEnd();

    /// <summary>On one line, character by character: what was one UTF-16 code unit stays one.</summary>
    public static string OneLineExactly(string text) =>
        string.Create(text.Length, text, static (clean, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                var isPair = char.IsSurrogate(from[i]) && (char.IsHighSurrogate(from[i])
                    ? i + 1 < from.Length && char.IsLowSurrogate(from[i + 1])
                    : i > 0 && char.IsHighSurrogate(from[i - 1]));
                clean[i] = !isPair && IsHarmful(from[i]) ? '\uFFFD' : from[i];
            }
        });

    // char.IsControl covers C0, DEL and C1, of which U+009B alone begins an escape sequence in some terminals.
    private static bool IsHarmful(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u2028' or '\u2029';
}
