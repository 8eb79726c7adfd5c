using System.Globalization;

namespace Bot.Benchmarks.Corpora;

/// <summary>A briefing that was made up. Each paragraph is one passage.</summary>
internal sealed record GeneratedBriefing(string Id, string Title, Story Story, IReadOnlyList<string> Paragraphs)
{
    public string Text => string.Join("\n\n", Paragraphs);
}

/// <summary>Writes news-like briefings: number k is the same whenever and wherever it is written.</summary>
internal sealed class Newsroom
{
    /// <summary>Raise it with any change in what is written: corpora and indexes of before are then not taken for these.</summary>
    public const int Version = 1;

    private const ulong Seed = 20_260_101, Briefings = 1;

    /// <summary>UTF-16 code units: the splitter leaves a paragraph between these whole (PassageSplitter).</summary>
    private const int ShortestParagraph = 60, LongestParagraph = 1_200;

    private static readonly DateOnly FirstDay = new(2014, 1, 1);

    private readonly WordLists words = new(Seed);
    private readonly People people;

    public Newsroom() => people = new People(words, Seed);

    public WordLists Words => words;

    public GeneratedBriefing Write(int number)
    {
        var draws = Draws.Of(Seed, Briefings, number);
        var story = new Story(
            [.. Enumerable.Range(0, draws.Between(2, 5)).Select(_ => people.Any(draws))],
            [draws.Common(words.Nouns), draws.Common(words.Nouns), draws.Any(words.Nouns)],
            [draws.Common(words.Places), draws.Common(words.Places), draws.Any(words.Places)],
            draws.Common(words.Organisations),
            FirstDay.AddDays(draws.Below(12 * 365)));
        var sentences = new NewsSentences(words, story, draws);
        return new GeneratedBriefing(
            string.Create(CultureInfo.InvariantCulture, $"news-{number:D7}"), sentences.Headline(), story,
            [.. Enumerable.Range(0, draws.Between(5, 15)).Select(_ => Paragraph(sentences, draws))]);
    }

    private static string Paragraph(NewsSentences sentences, Draws draws)
    {
        var paragraph = string.Join(' ', Enumerable.Range(0, draws.Between(3, 5)).Select(_ => sentences.Next()));
        return paragraph.Length is >= ShortestParagraph and <= LongestParagraph
            ? paragraph
            : throw new InvalidOperationException($"A generated paragraph of {paragraph.Length} characters would not be just one passage.");
    }
}
