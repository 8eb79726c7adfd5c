using Bot.Quotes;
using Bot.Text;
using CsCheck;

namespace Bot.Tests.Quotes;

/// <summary>No cue, no badge: whatever the words around it, a badge's span is a cue of its language's table, and stands in the sentence shown.</summary>
public sealed class BadgeTests(SeedBot seed) : IClassFixture<SeedBot>
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["en"] = HedgeTables.English,
        ["ru"] = HedgeTables.Russian,
        ["uk"] = HedgeTables.Ukrainian,
        ["de"] = HedgeTables.German,
        ["fr"] = HedgeTables.French,
        ["es"] = HedgeTables.Spanish,
    };

    private static readonly string[] Others =
        ["Lavrov", "two", "of", "the", "sources", "sources", "officials", "May", "might", "I", "plan", "to", ".", ",", "“", "”", "\n\n", "1987", "’s", "that", "U.S."];

    private static readonly Gen<(string Language, string Text)> Texts =
        from language in OneOf(Tables.Keys.ToArray())
        let words = Cues(language).SelectMany(cue => cue.Words.Split(' ')).Concat(Others).ToArray()
        from picked in OneOf(words).Array[0, 40]
        select (language, string.Join(' ', picked));

    private static Gen<string> OneOf(string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    [Fact]
    public void A_cue_is_in_its_languages_table_and_within_a_sentence() => Texts.Sample(written =>
    {
        var prose = SentenceSplitter.Split(written.Text, written.Language);
        foreach (var cue in HedgeCueFinder.Find(prose))
        {
            Assert.Contains(prose.Sentences, sentence => sentence.Span.Contains(cue.Span));
            Assert.True(IsCue(written.Language, cue.Kind, cue.Span.Slice(written.Text).ToString()), $"{cue.Kind}: {cue.Span.Slice(written.Text)}");
        }
    }, iter: 5_000);

    [Theory]
    [InlineData("/ask talks")]
    [InlineData("/ask Was the Biden administration aware of the talks?")]
    [InlineData("/says Lukashenko")]
    [InlineData("/when talks")]
    [InlineData("/where talks")]
    [InlineData("/who Lavrov")]
    public void A_badge_points_to_its_cue_in_what_is_shown(string line)
    {
        foreach (var passage in seed.Bot.Ask(line).Passages)
        {
            foreach (var badge in passage.Badges)
            {
                Assert.InRange(badge.Start, passage.Start, passage.End);
                Assert.Equal(badge.Text, passage.Text[(badge.Start - passage.Start)..(badge.End - passage.Start)]);
                Assert.True(IsCue("en", Enum.Parse<HedgeKind>(badge.Kind, ignoreCase: true), badge.Text), $"{badge.Kind}: {badge.Text}");
            }
        }
    }

    /// <summary>Of a source that belongs to its cue ("two of the sources said") the end is in the table.</summary>
    private static bool IsCue(string language, HedgeKind kind, string words)
    {
        var plain = string.Join(' ', words.Replace('’', '\'').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Cues(language).Any(cue => cue.Kind == kind && (plain == cue.Words
            || (kind == HedgeKind.Reported && language == "en" && plain.EndsWith(" " + cue.Words, StringComparison.Ordinal))));
    }

    private static IEnumerable<(HedgeKind Kind, string Words)> Cues(string language) =>
        from line in Tables[language].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let colon = line.IndexOf(':')
        from words in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries)
        select (Enum.Parse<HedgeKind>(line[..colon]), words);
}
