using System.Globalization;
using System.Text;

namespace Bot.Text;

/// <summary>Makes what somebody typed safe to handle and to repeat.</summary>
public static class VisibleText
{
    /// <summary>
    /// The text without invisible characters: format characters such as right-to-left marks and zero-width spaces are taken out, control
    /// characters and any white space become one space, lone surrogates U+FFFD. NFC, so that what looks equal is equal.
    /// </summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, 4_096));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>At most so many UTF-16 code units (from 2), the last of them "…" where something was left out. No surrogate pair is cut.</summary>
    public static string Shorten(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
