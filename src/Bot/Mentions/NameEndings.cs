namespace Bot.Mentions;

/// <summary>Endings that tell a surname or a place, for words that no list holds.</summary>
internal static class NameEndings
{
    private static readonly string[] OfPersons =
    [
        "ov", "ova", "ev", "eva", "enko", "sky", "skyi", "skiy", "skaya", "ski", "ska", "chuk", "shvili", "dze", "yan", "sson", "sen",
        "berg", "stein", "feld", "man", "mann",
        "escu", "vich", "wicz", "czyk", "oglu", "poulos", "idis", "ez", "elli", "etti", "ini", "mayer", "meier", "bauer", "smith", "son",
        "ову", "овым", "еву", "евым", "иным",
        "ов", "ова", "ев", "ева", "ин", "ина", "ский", "ская", "ський", "ська", "енко", "ко", "чук", "швили", "дзе", "ян", "вич",
        "ского", "скому", "ским", "ського", "ському", "ським", "овым", "евым", "овим", "ову", "еву", "енка", "енку", "енком",
    ];

    private static readonly string[] OfPlaces =
    [
        "stan", "land", "ville", "burg", "burgh", "grad", "abad", "pur", "pore", "shire", "ford", "ham", "ton", "town", "mouth", "dorf",
        "heim", "hausen",
        "furt", "berg", "istan", "polis", "chester", "wick", "bury", "field", "holm", "dam", "град", "бург", "ск", "ськ", "поль",
    ];

    public static EntityType? TypeOf(ReadOnlySpan<char> word)
    {
        foreach (var ending in OfPersons) if (word.Length > ending.Length + 2 && word.EndsWith(ending)) return EntityType.Person;
        foreach (var ending in OfPlaces) if (word.Length > ending.Length + 2 && word.EndsWith(ending)) return EntityType.Place;
        return null;
    }
}
