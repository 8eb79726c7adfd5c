using Bot.Text;

namespace Bot.Tests.Text;

public sealed class RelatedWordsTests
{
    [Theory]
    [InlineData("start", "begin")]
    [InlineData("starts", "begin")]
    [InlineData("speak", "speech")]
    [InlineData("spoke", "speech")]
    [InlineData("denied", "denial")]
    [InlineData("stopping", "halt")]
    [InlineData("turned down", "reject")]
    [InlineData("took over", "seize")]
    [InlineData("armed forces", "military")]
    public void A_word_or_phrase_in_any_form_has_words_that_stand_for_it(string asked, string other) => Assert.Contains(other, RelatedWords.Of(asked));

    [Theory]
    [InlineData("")]
    [InlineData("lavrov")]
    [InlineData("переговоры")]
    [InlineData("a\tb")]
    [InlineData("of the")]
    public void What_is_not_listed_has_none(string asked) => Assert.Empty(RelatedWords.Of(asked));

    [Fact]
    public void A_word_longer_than_any_has_none() => Assert.Empty(RelatedWords.Of(new string('a', 10_000)));

    /// <summary>The look-up halves the list: the first line, the last and all between must be reached.</summary>
    [Fact]
    public void Each_line_of_the_list_is_found()
    {
        using var list = new StreamReader(typeof(RelatedWords).Assembly.GetManifestResourceStream("Words/related-words.txt")!);
        var lines = list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.True(lines.Count > 18_000);
        Assert.All(lines, line =>
        {
            var (word, others) = (line[..line.IndexOf('\t', StringComparison.Ordinal)], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..].Split(' '));
            Assert.Subset(RelatedWords.Of(word).ToHashSet(), others.ToHashSet());
        });
    }
}
