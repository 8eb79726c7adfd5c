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
    [InlineData("/says Lukashenko's")]
    [InlineData("/says President Lukashenko")]
    [InlineData("/says Lukashenko?")]
    public void So_is_a_speaker(string line) => Assert.Equal(seed.Bot.Ask("/says Lukashenko").Quotations, seed.Bot.Ask(line).Quotations);

    [Fact]
    public void The_passages_are_those_of_the_name_alone() => Assert.Equal(
        seed.Bot.Ask("/who Lavrov").Passages.Select(passage => passage.Citation),
        seed.Bot.Ask("/who Foreign Minister Lavrov").Passages.Select(passage => passage.Citation));
}
