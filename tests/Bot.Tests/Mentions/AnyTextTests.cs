using Bot.Mentions;
using Bot.Text;
using CsCheck;

namespace Bot.Tests.Mentions;

/// <summary>What holds for every text, also for those that nobody would write.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Words =
    [
        "Lavrov", "Sergey Lavrov", "President", "the", "of", "and", ",", ".", "’s", "\"", "(", ")", "-", "al-Assad", "U.S.", "Jr.", "NATO", "\n", "\n\n", "\uD800", "\uDC00",
        "\0", "\u0301", "москва", "Лавров", "1987", "is", "minister", "officials", "\u0400", "&", "d’Orves", "’", "İ", "ß", "😀",
    ];

    private static readonly Gen<string> Pieces = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 60].Select(parts => string.Join(' ', parts));

    [Fact]
    public void Mentions_are_in_order_and_in_bounds_and_named() => Pieces.Sample(Holds, iter: 2_000);

    [Fact]
    public void No_string_of_any_characters_is_too_strange() => Gen.String.Sample(Holds, iter: 1_000);

    [Theory]
    [InlineData("A")]
    [InlineData("A ")]
    [InlineData("Lavrov, ")]
    [InlineData("Sergey Lavrov and the president of ")]
    [InlineData("-")]
    [InlineData("’s")]
    [InlineData("\uD800")]
    [InlineData("the president, ")]
    [InlineData("al-A")]
    public void A_text_of_one_thing_repeated_ends_soon(string piece) =>
        Holds(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)));

    [Fact]
    public void Many_people_of_one_surname_cost_no_more_than_others()
    {
        var letters = "abcdefghij";
        var names = from a in letters from b in letters from c in letters from d in letters select $"Z{a}{b}{c}{d} Lavrov said so.";
        Holds(string.Join(' ', names.Prepend("Sergey Lavrov is the minister.")));
    }

    private static void Holds(string text)
    {
        var names = new NameText(SentenceSplitter.Split(text, "en"));
        var mentions = MentionTagger.Tag(names);
        var end = 0;
        foreach (var mention in mentions)
        {
            Assert.True(mention.Span.Start >= end && mention.Span.End <= text.Length && !mention.Span.IsEmpty, $"{mention.Span} in {text.Length}");
            Assert.NotEqual("", mention.Name);
            end = mention.Span.End;
        }
        foreach (var role in RoleFinder.Find(names, mentions)) Assert.True(role.Span.End <= text.Length && !role.Span.IsEmpty);
    }
}
