namespace Bot.Text;

/// <summary>Tells the languages in Cyrillic script by the letters that only some of them have.</summary>
internal static class CyrillicLetters
{
    /// <summary>An ISO 639-1 code; null when the text is not mostly Cyrillic, or has no letter that tells.</summary>
    public static string? Tell(ReadOnlySpan<char> text)
    {
        int letters = 0, cyrillic = 0, shortU = 0, ukrainian = 0, russian = 0, hardSign = 0, serbian = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c is < '\u0400' or > '\u04FF') continue;
            cyrillic++;
            switch (char.ToLowerInvariant(c))
            {
                case 'ў': shortU++; break;
                case 'і' or 'ї' or 'є' or 'ґ': ukrainian++; break;
                case 'ы' or 'э' or 'ё': russian++; break;
                case 'ъ': hardSign++; break;
                case 'ј' or 'љ' or 'њ' or 'ћ' or 'ђ' or 'џ': serbian++; break;
            }
        }

        if (cyrillic * 2 <= letters) return null;
        // Belarusian has both і and ы, and an ў for every few of either; a single ў is a name in another language's text.
        if (shortU * 20 > ukrainian + russian) return "be";
        if (serbian > ukrainian + russian) return "sr";
        if (ukrainian > russian) return "uk";
        if (russian > 0) return "ru";
        // In Russian ъ is rare and never far from an ы.
        return hardSign * 200 > cyrillic ? "bg" : null;
    }

    /// <summary>True when most letters are Cyrillic.</summary>
    public static bool AreMost(ReadOnlySpan<char> text)
    {
        int letters = 0, cyrillic = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c is >= '\u0400' and <= '\u04FF') cyrillic++;
        }

        return cyrillic * 2 > letters;
    }
}
