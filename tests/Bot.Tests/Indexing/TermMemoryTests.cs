using Bot.Indexing;
using CsCheck;

namespace Bot.Tests.Indexing;

public sealed class TermMemoryTests
{
    private static readonly string[] Languages =
    [
        "en", "ru", "be", "uk", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "da", "fi", "cs", "hu", "ro", "bg", "el", "tr", "hy", "lv", "ca",
        "eu", "ga", "gl", "id", "pl", "zh", "ar", "fa", "hi",
    ];

    // Letters with and without accents, of several scripts, and what stands within words and between them.
    private static readonly Gen<string> AnyText = Gen.Char["abcdefgklmnorstuyzABDLMS'\u2019.-,0159 éèßüçñőőåøłİıΣσςабвгклнорстиьяЛМ\u0301\n汉字カなابعहन"].Array[0, 80]
        .Select(letters => new string(letters));

    [Fact]
    public void A_word_that_is_remembered_has_the_term_that_it_has_in_its_text() => Gen.Select(AnyText, Gen.Int[0, Languages.Length - 1]).Sample((text, i) =>
        Assert.Equal(BriefingAnalyzer.AnalyzeWhole(text, Languages[i]), BriefingAnalyzer.Analyze(text, Languages[i])), iter: 20_000);

    [Fact]
    public void So_it_is_on_the_seed()
    {
        foreach (var language in Languages)
        {
            Assert.Equal(BriefingAnalyzer.AnalyzeWhole(Seed.Text, language), BriefingAnalyzer.Analyze(Seed.Text, language));
        }
    }
}
