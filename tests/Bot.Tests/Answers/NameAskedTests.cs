using Bot.Answers;

namespace Bot.Tests.Answers;

public class NameAskedTests(SeedBot seed) : IClassFixture<SeedBot>
{
    [Theory]
    [InlineData("/who Lavrov's", "Sergey Lavrov")]
    [InlineData("/who Lavrov’s", "Sergey Lavrov")]
    [InlineData("/who Lavrov?", "Sergey Lavrov")]
    [InlineData("/who is Lavrov?", "Sergey Lavrov")]
    [InlineData("/who was Sergey Lavrov", "Sergey Lavrov")]
    [InlineData("/who lavrov, sergey", "Sergey Lavrov")]
    [InlineData("/who Foreign Minister Lavrov", "Sergey Lavrov")]
    [InlineData("/who President Lukashenko", "Alexander Lukashenko")]
    [InlineData("/who the Belarusian president Alexander Lukashenko", "Alexander Lukashenko")]
    [InlineData("/who Mr. Haass", "Richard Haass")]
    [InlineData("/who Belarusian president", "Alexander Lukashenko")] // a description stays one
    public void A_name_is_found_in_the_ways_people_give_one(string line, string name)
    {
        var answer = seed.Bot.Ask(line);

        Assert.Equal((AnswerStatus.Found, name), (answer.Status, answer.Person?.Name));
        Assert.NotEmpty(answer.Passages);
    }

    [Theory]
    [InlineData("/who Paris Lavrov")]
    [InlineData("/who Jordan Graham")]
    [InlineData("/who Rich Haass")]
    public void Somebody_else_of_the_surname_is_not_meant(string line) => Assert.Null(seed.Bot.Ask(line).Person);

    [Fact]
    public void A_word_longer_than_any_that_is_listed_is_looked_for_all_the_same()
    {
        var longest = string.Concat(Enumerable.Repeat("ab", 50)) + "s";

        Assert.StartsWith("No briefing contains \"abab", seed.Bot.Ask($"/who {longest} Lavrov").Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/says Lukashenko's")]
    [InlineData("/says President Lukashenko")]
    [InlineData("/says Lukashenko?")]
    public void So_is_a_speaker(string line) => Assert.Equal(seed.Bot.Ask("/says Lukashenko").Quotations, seed.Bot.Ask(line).Quotations);

    [Fact]
    public void The_passages_are_those_of_the_name_alone() => Assert.Equal(
        seed.Bot.Ask("/who Lavrov").Passages.Select(passage => passage.Citation),
        seed.Bot.Ask("/who Foreign Minister Lavrov").Passages.Select(passage => passage.Citation));
}
