using Bot.Answers;
using Bot.Chat;

namespace Bot.Tests.Answers;

/// <summary>The words of a question, as the bits that tell which of them stand somewhere.</summary>
public sealed class QuestionTermsTests
{
    [Fact]
    public async Task All_the_words_of_a_question_have_a_bit_each_and_no_words_have_none()
    {
        await using var bot = await TestBot.OverAsync(Seed.Folder);
        using var corpus = bot.Service<CorpusReader>().Open(Scope.Main);
        uint All(string topic) => new QuestionTerms(topic, topic, corpus, corrects: false).All;

        Assert.Equal(0u, All(""));
        Assert.Equal(0b11u, All("Lavrov talks"));
        Assert.Equal(uint.MaxValue, All(string.Join(' ', Enumerable.Range(100, 40))));
    }
}
