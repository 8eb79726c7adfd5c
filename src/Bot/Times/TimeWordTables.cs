namespace Bot.Times;

/// <summary>Each language's table of time words; see TimeLexicon for their form and WordKind for what the values mean.</summary>
internal static class TimeWordTables
{
    /// <summary>The languages that have a table, as ISO 639-1 codes.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ru", "uk", "de", "fr", "es"];

    /// <summary>Null for a language that has no table.</summary>
    public static string? Of(string language) => language switch
    {
        "en" => EnglishTimeWords.Table,
        "ru" => WireDates + SlavicTimeWords.Russian,
        "uk" => WireDates + SlavicTimeWords.Ukrainian,
        "de" => WireDates + WesternTimeWords.German,
        "fr" => WireDates + WesternTimeWords.French,
        "es" => WireDates + WesternTimeWords.Spanish,
        _ => null,
    };

    /// <summary>English months that mean nothing else in the other languages: wire dates are written so everywhere.</summary>
    private const string WireDates = """
        Month 1 january
        Month 2 february
        Month 3 march
        Month 4 april
        Month 6 june
        Month 7 july
        Month 8 august
        Month 9 september
        Month 10 october
        Month 11 november
        Month 12 december

        """;
}
