using Bot.Chat;
using Bot.Questions;

namespace Bot.Tests.Questions;

public sealed class QuestionParserTests
{
    [Theory]
    [InlineData("Where did the talks take place?", "the talks")]
    [InlineData("When did the talks happen?", "the talks")]
    [InlineData("How long did the talks last?", "the talks")]
    [InlineData("When did the Taliban take Kabul?", "the Taliban take Kabul")]
    [InlineData("How long did Last speak?", "Last speak")]
    [InlineData("Who took the place of Haass?", "took the place of Haass")]
    [InlineData("What happened in Minsk?", "happened in Minsk")]
    [InlineData("When?", "When?")]
    public void What_only_asks_is_not_looked_for(string question, string topic) => Assert.Equal(topic, QuestionParser.Parse(question, Scope.Main).Topic);
}
