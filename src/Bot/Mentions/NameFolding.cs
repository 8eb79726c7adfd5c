using System.Globalization;
using System.Text;

namespace Bot.Mentions;

/// <summary>
/// The key under which spellings of one name meet: small letters without diacritics, apostrophes or hyphens, Cyrillic
/// (Russian, Ukrainian, Belarusian) in Latin letters, and the usual variants of transcription made one, so that "Лавров",
/// "Lavrov" and "Lawrow" are equal. A key is for comparing, never for showing; it says nothing of who is meant.
/// </summary>
internal static class NameFolding
{
    public static string Fold(string name)
    {
        var latin = new StringBuilder(name.Length + 8);
        foreach (var c in Decomposed(name))
        {
            if (c is '\'' or '’' or 'ʼ' or '`' or 'ʹ' or 'ь' or 'ъ' or 'Ь' or 'Ъ' or '.') continue;
            if (c is '-' or '‐' or '‑' or '–' || char.IsWhiteSpace(c)) { AddSpace(latin); continue; }
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format) continue;
            var lower = char.ToLowerInvariant(c);
            if (Cyrillic.IndexOf(lower) is >= 0 and var at) latin.Append(CyrillicInLatin[at]);
            else if (Special.IndexOf(lower) is >= 0 and var special) latin.Append(SpecialInLatin[special]);
            else latin.Append(lower);
        }
        return WithUsualGivenName(Unify(latin.ToString().Trim()));
    }

    /// <summary>"Serhiy Lavrov" is Sergey Lavrov in Ukrainian, "Aliaksandr" is Alexander in Belarusian: one name in each language's form.</summary>
    private static string WithUsualGivenName(string folded)
    {
        var space = folded.IndexOf(' ');
        return space > 0 && GivenNames.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded.AsSpan(0, space), out var usual)
            ? string.Concat(usual, folded.AsSpan(space)) : folded;
    }

    /// <summary>Letters and their marks apart; "й" and "ё" stay letters, since they are not "и" and "е" with a mark.</summary>
    private static string Decomposed(string name)
    {
        var isPlain = true;
        foreach (var c in name) isPlain &= c < '\u0080';
        if (isPlain) return name;
        var parts = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (c is >= '\u0400' and <= '\u052F' || char.IsSurrogate(c)) parts.Append(c);
            else parts.Append(c.ToString().Normalize(NormalizationForm.FormD));
        }
        return parts.ToString();
    }

    private static void AddSpace(StringBuilder latin)
    {
        if (latin.Length > 0 && latin[^1] != ' ') latin.Append(' ');
    }

    /// <summary>One spelling for each sound that transcriptions of one name write in several ways.</summary>
    private static string Unify(string latin)
    {
        var name = latin;
        foreach (var (variant, one) in Variants) name = name.Replace(variant, one, StringComparison.Ordinal);
        var folded = new StringBuilder(name.Length);
        foreach (var c in name) if (folded.Length == 0 || folded[^1] != c || c == ' ') folded.Append(c);
        return folded.ToString();
    }

    private const string Cyrillic = "абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґўј";
    private static readonly string[] CyrillicInLatin =
    [
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts", "ch",
        "sh", "sh", "i", "e", "iu", "ia", "i", "i", "e", "g", "u", "i",
    ];

    private static readonly Dictionary<string, string> GivenNames = new(StringComparer.Ordinal)
    {
        ["alexandr"] = "alexander",
        ["alexandre"] = "alexander",
        ["olexandr"] = "alexander",
        ["aliaxandr"] = "alexander",
        ["sergi"] = "sergei",
        ["serhi"] = "sergei",
        ["siarhei"] = "sergei",
        ["volodimir"] = "vladimir",
        ["uladzimir"] = "vladimir",
        ["dmitro"] = "dmitri",
        ["mikola"] = "nikolai",
        ["olexi"] = "alexei",
        ["andri"] = "andrei",
        ["mihailo"] = "mihail",
        ["pavlo"] = "pavel",
    };

    private const string Special = "łøđßæœıðþ";
    private static readonly string[] SpecialInLatin = ["l", "o", "d", "ss", "ae", "oe", "i", "d", "th"];

    // In this order: the longer first, so that "schtsch" is not read as "sch" and a rest.
    private static readonly (string Variant, string One)[] Variants =
    [
        ("schtsch", "sh"), ("shch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("ck", "k"), ("ks", "x"), ("ph", "f"),
        ("tz", "ts"), ("gue", "ge"), ("gui", "gi"), ("dzh", "j"), ("dj", "j"), ("aye", "ae"), ("eye", "ee"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("ej", "ei"), ("aj", "ai"), ("oj", "oi"), ("yu", "iu"), ("ya", "ia"),
        ("ye", "e"),
        ("ju", "iu"), ("ja", "ia"), ("w", "v"), ("y", "i"), ("ou", "u"), ("eff", "ev"), ("off", "ov"), ("ii", "i"),
    ];
}
