namespace Bot.Mentions;

/// <summary>
/// Russian and Ukrainian names without the endings of their cases: "Лаврова", "Лаврову" and "Лавровым" are Лавров's, "Зеленського"
/// is Зеленський's. An ending alone seldom tells, for "Захарова" is a woman's name; so these are only what a form may be of.
/// </summary>
internal static class CyrillicCases
{
    private const int ShortestStem = 3;

    /// <summary>Shorter words look like a form of too many names.</summary>
    private const int ShortestForm = 5;

    /// <summary>"Там" is an adverb, whatever names are spelled so in Latin letters.</summary>
    private const int LongestSmallWord = 3;

    // An ending, and those that it may stand for in the nominative.
    private static readonly (string Ending, string[] Nominatives)[] Endings =
    [
        ("ского", ["ский"]), ("скому", ["ский"]), ("ским", ["ский"]), ("ском", ["ский"]), ("ской", ["ская", "ской"]), ("скую", ["ская"]),
        ("ського", ["ський"]), ("ському", ["ський"]), ("ським", ["ський"]), ("ської", ["ська"]), ("ську", ["ська"]), ("ською", ["ська"]),
        ("ого", ["ой", "ый", "ий"]), ("ому", ["ой", "ый", "ий"]), ("ым", ["", "ый"]), ("им", ["", "ий"]), ("ові", ["", "о"]), ("еві", [""]), ("єві", ["й"]),
        ("ом", ["", "о"]), ("ем", ["", "й", "ь"]), ("єм", ["й"]), ("ой", ["а"]), ("ою", ["а"]), ("ей", ["я"]), ("ею", ["я"]), ("єю", ["я"]),
        ("а", ["", "о"]), ("я", ["й", "ь"]), ("у", ["", "а", "о"]), ("ю", ["й", "ь", "я"]), ("е", ["", "а", "й"]), ("і", ["", "а"]), ("ы", ["а"]), ("и", ["а", "я"]),
    ];

    // Forms that no nominative has.
    private static readonly (string Ending, string Nominative)[] Sure =
    [
        ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ського", "ський"), ("ському", "ський"), ("ським", "ський"),
        ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"), ("овим", "ов"), ("євим", "єв"), ("евим", "ев"),
        ("енка", "енко"), ("енку", "енко"), ("енком", "енко"), ("енкові", "енко"),
    ];

    public static bool IsCyrillic(ReadOnlySpan<char> word) => word.Length > 0 && word[^1] is >= '\u0400' and <= '\u04FF';

    /// <summary>What <paramref name="word"/> may be a form of, without itself; the likelier first.</summary>
    public static IEnumerable<string> Nominatives(string word)
    {
        foreach (var (ending, nominatives) in Endings)
        {
            if (word.Length - ending.Length < ShortestStem || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = word[..^ending.Length];
            foreach (var nominative in nominatives) if (Joins(stem, nominative)) yield return stem + nominative;
        }
    }

    // "Сергеем" is Сергей's, not Серге's; "Игоря" is Игорь's.
    private static bool Joins(string stem, string nominative) => nominative switch
    {
        "" or "ь" => !Vowels.Contains(stem[^1]),
        "й" => Vowels.Contains(stem[^1]),
        _ => true,
    };

    private const string Vowels = "аеёиоуыэюяіїє";

    /// <summary>The nominative of a surname's form that can be nothing else; null for other words.</summary>
    public static string? SureNominative(string surname)
    {
        foreach (var (ending, nominative) in Sure)
        {
            if (surname.Length - ending.Length >= 2 && surname.EndsWith(ending, StringComparison.Ordinal))
            {
                return string.Concat(surname.AsSpan(0, surname.Length - ending.Length), nominative);
            }
        }
        return null;
    }

    /// <summary>"Лавров" of "Лаврова", which is also a woman's name in the nominative; null for other words.</summary>
    public static string? MasculineGenitive(string surname)
    {
        var isGenitive = surname.Length > 5 && (surname.EndsWith("ова", StringComparison.Ordinal) || surname.EndsWith("ева", StringComparison.Ordinal)
            || surname.EndsWith("єва", StringComparison.Ordinal) || surname.EndsWith("ина", StringComparison.Ordinal));
        return isGenitive ? surname[..^1] : null;
    }

    /// <summary>The given name in the nominative: "Сергею" is Сергей's. Null for what is none in any case.</summary>
    public static string? GivenName(string word)
    {
        if (IsGivenName(word)) return word;
        return word.Length < ShortestForm ? null : Nominatives(word).FirstOrDefault(IsGivenName);
    }

    private static bool IsGivenName(string word) =>
        (word.Length > LongestSmallWord && Lexicon.IsGivenName(NameFolding.Fold(word))) || (Lexicon.Of(word.ToLowerInvariant()) & WordKinds.GivenName) != 0;
}
