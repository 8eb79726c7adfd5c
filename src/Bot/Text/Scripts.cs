namespace Bot.Text;

/// <summary>The language that a text's script alone tells. Latin and Cyrillic tell none: many languages share them.</summary>
internal static class Scripts
{
    /// <summary>Ranges of Unicode blocks, in order. Kana tells Japanese even among many Han characters.</summary>
    private static readonly (char First, char Last, int Script)[] Blocks =
    [
        ('\u0370', '\u03FF', 1), ('\u0530', '\u058F', 2), ('\u0590', '\u05FF', 3), ('\u0600', '\u06FF', 4), ('\u0900', '\u097F', 5),
        ('\u0E00', '\u0E7F', 6), ('\u10A0', '\u10FF', 7), ('\u3040', '\u30FF', 8), ('\u3400', '\u9FFF', 9), ('\uAC00', '\uD7AF', 10),
    ];

    private static readonly string[] Languages = ["", "el", "hy", "he", "ar", "hi", "th", "ka", "ja", "zh", "ko"];

    private const int Arabic = 4, Kana = 8, Han = 9;

    /// <summary>An ISO 639-1 code when most letters are of a script that tells it; else null.</summary>
    public static string? Tell(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Languages.Length];
        counts.Clear();
        int letters = 0, persian = 0;
        foreach (var c in text)
        {
            if (c < '\u0370')
            {
                if (char.IsAsciiLetter(c) || c >= '\u00C0') letters++;
                continue;
            }

            if (!char.IsLetter(c)) continue;
            letters++;
            foreach (var (first, last, script) in Blocks)
                if (c >= first && c <= last)
                    counts[script]++;
            if (c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک') persian++;
        }

        // A tenth of kana is much: names and nouns are Han characters.
        if (counts[Kana] * 10 > counts[Kana] + counts[Han] && (counts[Kana] + counts[Han]) * 2 > letters) return Languages[Kana];
        for (var script = 1; script < counts.Length; script++)
            if (counts[script] * 2 > letters)
                return script == Arabic && persian * 20 > counts[Arabic] ? "fa" : Languages[script];
        return null;
    }
}
