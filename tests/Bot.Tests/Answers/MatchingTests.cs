using System.Globalization;
using Bot.Answers;
using Bot.Chat;

namespace Bot.Tests.Answers;

/// <summary>An answer says how much matches in all, not only how much of it is shown.</summary>
public sealed class MatchingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matching-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("/who Lavrov", 30)]
    [InlineData("/when ceasefire", 15)]
    [InlineData("/where ceasefire", 15)]
    [InlineData("/says Lavrov", 15)]
    public async Task All_that_match_are_counted_though_ten_are_shown(string line, int passages)
    {
        Write(15);
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask(line);

        Assert.Equal(10, answer.Passages.Count);
        Assert.Equal(new Matching(passages, 15, AtLeast: false), answer.Matching);
        Assert.Equal((passages, FooterCount.All), (FooterOf(answer).Passages, FooterOf(answer).Count));
        Assert.Equal(answer.Matching, bot.Ask(line, limit: 1).Matching);
        Assert.Equal(new Matching(passages / 5, 3, AtLeast: false), bot.Ask(line + " from:2023-01-13").Matching);
    }

    [Theory]
    [InlineData("/who Lavrov", 40 + 70)] // of 40 that are read both sentences, of 30 that are not one each
    [InlineData("/says Lavrov", 70)]
    public async Task What_was_not_read_is_counted_as_at_least_one_passage_each(string line, int passages)
    {
        Write(70);
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask(line);

        Assert.Equal(new Matching(passages, 70, AtLeast: true), answer.Matching);
        Assert.Equal(FooterCount.AtLeast, FooterOf(answer).Count);
    }

    [Theory]
    [InlineData("/ask Did Lavrov announce a ceasefire?")]
    [InlineData("/when ceasefire observers")] // one briefing has both words: the others shown match in part
    [InlineData("/says Lavrov about:ceasefire")]
    public async Task Where_nobody_can_say_how_much_matches_the_passages_are_called_the_best(string line)
    {
        Write(15);
        File.WriteAllText(Path.Combine(folder, "observers.txt"), "Observers of the ceasefire will come to Geneva in May.");
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask(line);

        Assert.NotEmpty(answer.Passages);
        Assert.Null(answer.Matching);
        Assert.Equal((answer.Passages.Count, FooterCount.Best), (FooterOf(answer).Passages, FooterOf(answer).Count));
    }

    [Fact]
    public async Task Repeats_that_are_shown_once_are_counted_once()
    {
        foreach (var name in new[] { "a.txt", "b.txt" }) File.WriteAllText(Path.Combine(folder, name), "Sergey Lavrov will be in Minsk.");
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask("/who Lavrov");

        Assert.Equal(new Matching(2, 2, AtLeast: false), answer.Matching);
        Assert.Equal((1, 2), (FooterOf(answer).Passages, FooterOf(answer).Briefings));
        Assert.Contains("\"matching\":{\"passages\":2,\"briefings\":2,\"atLeast\":false}", AnswerJson.Write(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_scope_holds_is_not_counted()
    {
        Write(3);
        await using var bot = await TestBot.OverAsync(folder);

        Assert.Null(bot.Bot.Ask("/who Lavrov", new Scope(["other"]), cancellation: TestContext.Current.CancellationToken).Matching);
    }

    private static Footer FooterOf(Answer answer) => AnswerReply.For(answer).Blocks.OfType<Footer>().Single();

    private void Write(int briefings)
    {
        for (var i = 1; i <= briefings; i++)
        {
            var day = new DateOnly(2023, 1, 1).AddDays(i - 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            File.WriteAllText(
                Path.Combine(folder, $"{day}.txt"),
                $"Sergey Lavrov flew to Geneva with {i} diplomats and a plan. “We want a ceasefire number {i} in Geneva in May,” Sergey Lavrov said.");
        }
    }
}
