using Bot.Text;
using CsCheck;

namespace Bot.Tests.Text;

public sealed class MisspellingTests
{
    private static readonly Gen<string> Words = Gen.Char["abc"].Array[2, 8].Select(letters => new string(letters));

    [Theory]
    [InlineData("ghandi", "gandhi", true)]
    [InlineData("gandhi", "ghandi", true)]
    [InlineData("lavrov", "lavrof", false)]
    [InlineData("lavrov", "lavrov", false)]
    [InlineData("minsk", "minks", true)]
    [InlineData("abcd", "badc", false)]
    public void A_letter_in_the_wrong_place_is_told(string asked, string meant, bool isMoved) =>
        Assert.Equal(isMoved, Misspelling.WithLetterMoved(asked).Contains(meant));

    [Fact]
    public void What_stands_right_stays() =>
        Assert.Equal(["abdc", "acbd", "acdb", "adbc"], Misspelling.WithLetterMoved("abcd", right: 1).Order(StringComparer.Ordinal));

    [Fact]
    public void A_letter_that_is_taken_out_and_put_in_elsewhere_is_always_told() =>
        Gen.Select(Words, Gen.Int[0, 7], Gen.Int[0, 7]).Sample((word, from, to) =>
        {
            from %= word.Length;
            to %= word.Length;
            var moved = word.Remove(from, 1).Insert(to, word[from..(from + 1)]);
            Assert.Equal(moved != word, Misspelling.WithLetterMoved(word).Contains(moved));
        });

    [Fact]
    public void Of_a_word_that_nobody_writes_by_hand_none_is_tried() => Assert.Empty(Misspelling.WithLetterMoved(string.Concat(Enumerable.Repeat("ab", 100))));

    [Fact]
    public void Whatever_differs_in_its_ending_alone_begins_with_the_stem() =>
        Gen.Select(Words, Words, Words).Sample((start, end, other) =>
        {
            var (a, b) = (start + end, start + other);
            if (Misspelling.IsOtherEnding(a, b)) Assert.StartsWith(Misspelling.StemOf(a)!, b, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("septicemia", "septicem", true)]
    [InlineData("diplomaci", "diplomat", true)]
    [InlineData("iranian", "iraqi", false)]
    [InlineData("counter", "country", false)]
    [InlineData("national", "nationalism", false)]
    public void Only_the_ending_of_a_long_word_may_differ(string asked, string meant, bool isMeant) =>
        Assert.Equal(isMeant, Misspelling.IsOtherEnding(asked, meant));
}
