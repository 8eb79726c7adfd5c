using Bot.Indexing;

namespace Bot.Tests.Indexing;

/// <summary>Forms of one word that must meet in one term, language by language; and words that must not.</summary>
public sealed class StemTests
{
    [Theory]
    [InlineData("en", "met", "meetings")]
    [InlineData("en", "began", "begins")]
    [InlineData("en", "men", "man")]
    [InlineData("en", "laid", "lays")]
    [InlineData("en", "live", "lives")]
    [InlineData("en", "leave", "leaves")]
    [InlineData("en", "base", "bases")]
    [InlineData("en", "Lavrov's", "Lavrov")]
    [InlineData("ru", "переговоры", "переговорами")]
    [InlineData("ru", "Лавров", "Лаврову")]
    [InlineData("ru", "встреча", "встречей")]
    [InlineData("uk", "зустріч", "зустрічі")]
    [InlineData("uk", "зустрівся", "зустрілися")]
    [InlineData("uk", "Зеленський", "Зеленського")]
    [InlineData("uk", "з’ясовано", "з'ясовано")]
    [InlineData("de", "Gespräche", "Gesprächen")]
    [InlineData("de", "Bundeskanzler", "Bundeskanzlers")]
    [InlineData("de", "Lukaschenko", "Lukaschenkos")]
    [InlineData("de", "Lawrow", "Lawrows")]
    [InlineData("de", "Präsident", "Praesidenten")]
    [InlineData("de", "Außenminister", "Aussenminister")]
    [InlineData("fr", "accord", "l’accord")]
    [InlineData("fr", "négociation", "négociations")]
    [InlineData("fr", "Élysée", "l'Elysee")]
    [InlineData("es", "negociación", "negociaciones")]
    [InlineData("es", "dueño", "duenos")]
    [InlineData("es", "reunión", "reunion")]
    public void Forms_of_one_word_are_one_term(string language, string one, string other) => Assert.Equal(Term(one, language), Term(other, language));

    [Theory]
    [InlineData("en", "ground", "grind")]
    [InlineData("en", "media", "medium")]
    [InlineData("en", "Pence", "penny")]
    [InlineData("en", "Fed", "feeds")]
    [InlineData("en", "born", "bear")]
    [InlineData("uk", "зустріч", "стріла")]
    [InlineData("de", "Status", "Stadt")]
    [InlineData("de", "Kurs", "Kur")]
    [InlineData("es", "año", "ala")]
    public void Other_words_are_other_terms(string language, string one, string other) => Assert.NotEqual(Term(one, language), Term(other, language));

    private static string Term(string word, string language) => Assert.Single(BriefingAnalyzer.Analyze(word, language)).Term;
}
