namespace Bot.Mentions;

/// <summary>
/// The nominative of a man's name in Russian or Ukrainian: "Лаврова", "Лаврову" and "Лавровым" are Лавров. A form that may be a woman's nominative
/// ("Лаврова", "Александра") is hers unless the first name before it, or the same text, says otherwise.
/// </summary>
internal static class CyrillicCases
{
    /// <summary>Endings behind -ов, -ев and -ин: what no woman's name ends in, and what one may end in.</summary>
    private static readonly string[] OfMen = ["ым", "им"], OfMenOrWomen = ["а", "у"];

    /// <summary>Declined like adjectives: of men alone.</summary>
    private static readonly (string Ending, string Nominative)[] Adjectives =
    [
        ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"),
        ("ського", "ський"), ("ському", "ський"), ("ським", "ський"),
    ];

    /// <summary>First names: the genitive, dative and instrumental of "Сергей", "Игорь", "Владимир".</summary>
    private static readonly (string Ending, string[] Nominatives)[] Given =
    [
        ("ем", ["й", "ь"]), ("єм", ["й"]), ("ём", ["й", "ь"]), ("ом", [""]), ("я", ["й", "ь"]), ("ю", ["й", "ь"]), ("а", [""]), ("у", [""]),
    ];

    /// <param name="isMan">Whether the text has this surname elsewhere, as a man's.</param>
    /// <returns>Null where the name is in the nominative, no man's, or not to be told.</returns>
    public static string? NominativeOf(string name, Func<string, bool> isMan)
    {
        if (name.Length == 0 || name[^1] is < '\u0400' or > '\u04FF') return null;
        var words = name.Split(' ');
        if (words.Length > 2) return null;
        var given = words.Length == 2 ? GivenName(words[0]) : null;
        if (words.Length == 2 && given is null) return null;
        var surname = Surname(words[^1], surname => given is not null || isMan(surname));
        return surname is null ? null : given is null ? surname : given + " " + surname;
    }

    /// <summary>Tells of a surname whether the text has a man of that name and no woman.</summary>
    public static Func<string, bool> MenOf(string text, IReadOnlyList<Mention> mentions)
    {
        HashSet<string>? last = null, women = null;
        foreach (var mention in mentions)
        {
            var name = mention.Span.Slice(text);
            if (mention.Type != EntityType.Person || name[^1] is < '\u0400' or > '\u04FF') continue;
            var isFull = name.Contains(' ');
            var nominative = isFull ? NominativeOf(name.ToString(), static _ => false) : null;
            var surname = LastWord(nominative ?? name);
            (last ??= []).Add(surname);
            if (isFull && nominative is null && surname[^1] == 'а') (women ??= []).Add(surname[..^1]);
        }
        return surname => last?.Contains(surname) == true && women?.Contains(surname) != true;
    }

    private static string LastWord(ReadOnlySpan<char> name) => name[(name.LastIndexOf(' ') + 1)..].ToString();

    private static string? Surname(string word, Func<string, bool> isMan)
    {
        foreach (var (ending, nominative) in Adjectives)
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length] + nominative;
        foreach (var ending in OfMen)
            if (word.EndsWith(ending, StringComparison.Ordinal) && IsSurname(word.AsSpan(0, word.Length - ending.Length))) return word[..^ending.Length];
        foreach (var ending in OfMenOrWomen)
            if (word.EndsWith(ending, StringComparison.Ordinal) && IsSurname(word.AsSpan(0, word.Length - ending.Length)) && isMan(word[..^ending.Length]))
                return word[..^ending.Length];
        return null;
    }

    private static bool IsSurname(ReadOnlySpan<char> word) => word.Length > 3 && word[^2..] is "ов" or "ев" or "ёв" or "ин" or "ін";

    /// <summary>Null for what is a listed first name as it stands: "Александра" is hers.</summary>
    private static string? GivenName(string word)
    {
        if (Lexicon.IsGivenName(NameFolding.Fold(word))) return null;
        foreach (var (ending, nominatives) in Given)
        {
            if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            foreach (var nominative in nominatives)
                if (word[..^ending.Length] + nominative is var given && Lexicon.IsGivenName(NameFolding.Fold(given))) return given;
        }
        return null;
    }
}
