using Bot.Text;
using CsCheck;

namespace Bot.Tests.Text;

public sealed class EditDistanceTests
{
    // Few letters, so that words are near each other; with capitals, since case is ignored.
    private static readonly Gen<string> Words = Gen.Char["abcA"].Array[0, 9].Select(letters => new string(letters));

    [Theory]
    [InlineData("Lavrov", "Lavrof", 1, "a letter changed")]
    [InlineData("Lavrov", "Lavov", 1, "a letter left out")]
    [InlineData("Lavrov", "Lavrrov", 1, "a letter put in")]
    [InlineData("Lavrov", "Larvov", 1, "two neighbours swapped")]
    [InlineData("Lavrov", "LAVROV", 0, "case is ignored")]
    [InlineData("ca", "abc", 3, "what was swapped is not changed again: optimal string alignment, which is why there is no triangle inequality")]
    public void Each_step_counts_one(string a, string b, int distance, string why) => Assert.True(EditDistance.Between(a, b, most: 9) == distance, why);

    [Fact]
    public void It_is_what_the_definition_says() => Gen.Select(Words, Words).Sample((a, b) =>
        Assert.Equal(Defined(a.ToLowerInvariant(), b.ToLowerInvariant()), EditDistance.Between(a, b, most: 20)));

    [Fact]
    public void It_is_the_same_in_both_directions_and_nought_only_between_equals() => Gen.Select(Words, Words, Gen.Int[0, 9]).Sample((a, b, most) =>
    {
        Assert.Equal(EditDistance.Between(a, b, most), EditDistance.Between(b, a, most));
        Assert.Equal(a.Equals(b, StringComparison.OrdinalIgnoreCase), EditDistance.Between(a, b, most) == 0);
    });

    [Fact]
    public void Beyond_the_bound_it_is_the_bound_and_one() => Gen.Select(Words, Words, Gen.Int[0, 9]).Sample((a, b, most) =>
        Assert.Equal(Math.Min(Defined(a.ToLowerInvariant(), b.ToLowerInvariant()), most + 1), EditDistance.Between(a, b, most)));

    [Fact]
    public void Two_single_steps_are_never_further_apart_than_three() => Gen.Select(Words, Words, Words).Sample((a, b, c) =>
    {
        // Without swaps the triangle inequality holds (Levenshtein); a swap that is broken into costs one step more.
        var (ab, bc) = (EditDistance.Between(a, b, 20), EditDistance.Between(b, c, 20));
        Assert.True(Levenshtein(a, c) <= (2 * ab) + (2 * bc));
        Assert.True(EditDistance.Between(a, c, 20) <= Levenshtein(a, c));
        if (ab == 1 && bc == 1) Assert.InRange(EditDistance.Between(a, c, 20), 0, 3);
    });

    [Fact]
    public void Words_too_long_to_be_names_are_compared_as_a_whole() =>
        Assert.Equal((0, 2), (EditDistance.Between(new string('a', 300), new string('A', 300), 1), EditDistance.Between(new string('a', 300), new string('a', 299) + "b", 1)));

    /// <summary>Straight from the recursion that defines it (Boytsov 2011, 2.2), with all of the table kept.</summary>
    private static int Defined(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }

    private static int Levenshtein(string a, string b) => a.Length == 0 || b.Length == 0
        ? a.Length + b.Length
        : Math.Min(Math.Min(Levenshtein(a[1..], b) + 1, Levenshtein(a, b[1..]) + 1), Levenshtein(a[1..], b[1..]) + (char.ToLowerInvariant(a[0]) == char.ToLowerInvariant(b[0]) ? 0 : 1));
}
