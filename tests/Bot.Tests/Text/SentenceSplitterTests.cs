using Bot.Text;

namespace Bot.Tests.Text;

public class SentenceSplitterTests
{
    private const string Wide =
        "Talks on the ceasefire in the border region will go on next week in Geneva, said the minister, who had met envoys of both of the sides.";

    [Fact]
    public void The_seed_has_21_sentences_in_6_paragraphs()
    {
        var prose = SentenceSplitter.Split(Seed.Text, "en");

        Assert.Equal(21, prose.Sentences.Count);
        Assert.Equal(5, prose.Sentences[^1].Paragraph);
        Assert.Equal("“This is possible.", prose.Sentences[9].Span.Slice(Seed.Text));
    }

    [Theory]
    [InlineData("Mr. Smith met Gen. Jones. They talked.", 2)]
    [InlineData("J. K. Rowling wrote it. C. S. Lewis did not.", 2)]
    [InlineData("He lives in the U.S. The house is old.", 2)]
    [InlineData("The U.S. Senate voted at 5 p.m. on Monday.", 1)]
    [InlineData("It rose 3.5 percent. Prices fell.", 2)]
    [InlineData("“Why?” he asked. “Because.” She left.", 3)]
    [InlineData("He said no... And left.", 2)]
    [InlineData("Acme Inc. said so. Acme Inc. The end.", 3)]
    [InlineData("See www.example.org for more. Thanks.", 2)]
    public void Full_stops_end_a_sentence_only_where_one_can_end(string text, int sentences) =>
        Assert.Equal(sentences, SentenceSplitter.Split(text, "en").Sentences.Count);

    [Theory]
    [InlineData("de", "Am 5. Mai 2022 kam Dr. Weber. Er ging am 6. Juni.", 2)]
    [InlineData("ru", "В 1991 г. он жил на ул. Ленина. Потом уехал.", 2)]
    [InlineData("fr", "M. Macron est arrivé. Il parle.", 2)]
    [InlineData("es", "¿Quién vino? El Sr. López. ¡Vaya!", 3)]
    [InlineData("es", "Llegó de EE. UU. Richard Haass. Luego habló.", 2)]
    [InlineData("uk", "Зустріч на вул. Леніна тривала 2 год. Потім поїхали.", 2)]
    [InlineData("ru", "Он приехал раньше, т.е. утром. Выделят 25 млн. рублей.", 2)]
    [InlineData("de", "Es dauerte z. B. lange, d. h. Stunden. Dr. Haass kam.", 2)]
    public void Abbreviations_are_known_by_language(string language, string text, int sentences) =>
        Assert.Equal(sentences, SentenceSplitter.Split(text, language).Sentences.Count);

    [Theory]
    [InlineData("# Heading\nThe text begins here.", "Heading|The text begins here.")]
    [InlineData("- first item\n- second item", "first item|second item")]
    [InlineData("1. One thing\n2. Another thing", "One thing|Another thing")]
    [InlineData("This line was wrapped by\na program at a width\nof some 24 characters.", "This line was wrapped by\na program at a width\nof some 24 characters.")]
    [InlineData("Short title\r\n\r\nBody of the text.\r\n", "Short title|Body of the text.")]
    [InlineData("The envoys left for Geneva without saying a word on the details. Mr.\nLavrov left on Tuesday.", "The envoys left for Geneva without saying a word on the details.|Mr.\nLavrov left on Tuesday.")]
    [InlineData("The answer was no.\nLavrov left on Tuesday for a longer journey.", "The answer was no.|Lavrov left on Tuesday for a longer journey.")]
    [InlineData("Geneva, 6 Oct.\nThe envoys left for a longer journey.", "Geneva, 6 Oct.|The envoys left for a longer journey.")]
    [InlineData(Wide + "\ntotal: 5 million\n" + Wide, Wide + "|total: 5 million|" + Wide)]
    [InlineData(Wide + "\nMinsk was silent\n" + Wide + "\n" + Wide, Wide + "|Minsk was silent|" + Wide + "|" + Wide)]
    public void Headings_lists_and_wrapped_lines_are_told_apart(string text, string expected)
    {
        var sentences = SentenceSplitter.Split(text, "en").Sentences.Select(s => s.Span.Slice(text).ToString());

        Assert.Equal(expected.Split('|'), sentences);
    }

    [Fact]
    public void A_long_paragraph_has_the_same_sentences_however_wide_it_is_wrapped()
    {
        var text = string.Join(' ', Seed.Text.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.EndsWith('.')));
        foreach (var width in new[] { 60, 80, 100, 121, 132, 160 })
        {
            Assert.Equal(WordsOfSentences(text), WordsOfSentences(Wrapped(text, width)));
        }
    }

    private static IEnumerable<string> WordsOfSentences(string text) =>
        SentenceSplitter.Split(text, "en").Sentences.Select(sentence => sentence.Span.Slice(text).ToString().Replace('\n', ' '));

    private static string Wrapped(string text, int width)
    {
        var wrapped = new System.Text.StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var at = 0;
            foreach (var word in line.Split(' '))
            {
                if (at > 0 && at + 1 + word.Length > width) (at, _) = (0, wrapped.Append('\n'));
                else if (at > 0) wrapped.Append(' ');
                wrapped.Append(word);
                at += (at > 0 ? 1 : 0) + word.Length;
            }
            wrapped.Append('\n');
        }
        return wrapped.ToString();
    }

    [Fact]
    public void Text_without_any_stop_is_cut_so_that_it_can_be_shown()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 10_000));

        Assert.All(SentenceSplitter.Split(text, "en").Sentences, s => Assert.InRange(s.Span.Length, 1, SentenceSplitter.LongestSentence));
    }
}
