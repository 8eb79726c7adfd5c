using System.Globalization;
using Bot.Answers;
using Bot.Chat;
using Bot.Tests.Indexing;

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
        Assert.Equal(new Matching(passages, passages, 15, AtLeast: false), answer.Matching);
        Assert.Equal((passages, FooterCount.All), (FooterOf(answer).Passages, FooterOf(answer).Count));
        Assert.Equal(answer.Matching, bot.Ask(line, limit: 1).Matching);
        Assert.Equal(new Matching(passages / 5, passages / 5, 3, AtLeast: false), bot.Ask(line + " from:2023-01-13").Matching);
    }

    [Theory]
    [InlineData("/who Lavrov", 40 + 70, 2 * 40)] // of 40 that are read both sentences, of 30 that are not one each
    [InlineData("/says Lavrov", 70, 60)]
    public async Task What_was_not_read_is_counted_as_at_least_one_passage_each_which_may_repeat_others(string line, int passages, int distinct)
    {
        Write(70);
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask(line);

        Assert.Equal(new Matching(passages, distinct, 70, AtLeast: true), answer.Matching);
        Assert.Equal((passages, FooterCount.AtLeast), (FooterOf(answer).Passages, FooterOf(answer).Count));
    }

    /// <summary>One search ranks among those who are tagged, the other among all that have the words: each brings others.</summary>
    [Fact]
    public async Task A_passage_that_only_the_search_for_the_words_reaches_is_counted_once()
    {
        for (var i = 10; i < 55; i++) WriteText($"short {i}", $"Lavrov announced plan {i}.");
        for (var i = 10; i < 50; i++)
        {
            WriteText($"long {i}", $"Sergey Lavrov spoke about grain, gas, oil, borders, prisoners and the plan number {i} that nobody had seen.");
        }
        for (var i = 100; i < 200; i++) WriteText($"other {i}", $"Sergey Ivanov spoke about {i} ships.");
        await using var bot = await TestBot.OverAsync(folder);

        Assert.Equal(new Matching(85, 80, 85, AtLeast: true), bot.Ask("/who Sergey Lavrov").Matching);
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

        Assert.Equal(new Matching(2, Distinct: 1, 2, AtLeast: false), answer.Matching);
        Assert.Equal((1, 2, FooterCount.Different), (FooterOf(answer).Passages, FooterOf(answer).Briefings, FooterOf(answer).Count));
        Assert.Contains("\"matching\":{\"passages\":2,\"distinct\":1,\"briefings\":2,\"atLeast\":false}", AnswerJson.Write(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passages_without_a_place_do_not_stand_for_those_with_one_that_were_not_read()
    {
        for (var i = 10; i < 45; i++) WriteText($"geneva {i}", $"The ceasefire number {i} was agreed on in Geneva.");
        for (var i = 10; i < 35; i++) WriteText($"failed {i}", $"Ceasefire {i} failed.");
        await using var bot = await TestBot.OverAsync(folder);

        var matching = bot.Ask("/where ceasefire").Matching!;

        Assert.InRange(matching.Passages, 10, 34);
        Assert.True(matching.AtLeast);
    }

    [Fact]
    public async Task Passages_without_a_place_do_not_make_a_total_uncertain()
    {
        for (var i = 10; i < 25; i++) WriteText($"geneva {i}", $"The ceasefire number {i} was agreed on in Geneva.");
        for (var i = 10; i < 25; i++) WriteText($"failed {i}", $"In the opinion of the observers, this ceasefire of the number {i} failed.");
        await using var bot = await TestBot.OverAsync(folder);

        Assert.Equal(new Matching(15, 15, 15, AtLeast: false), bot.Ask("/where ceasefire").Matching);
    }

    [Theory]
    [InlineData("/who Lavrov")]
    [InlineData("/when ceasefire")]
    [InlineData("/where ceasefire")]
    [InlineData("/says Lavrov")]
    public async Task Nobody_counts_what_had_to_be_withheld_nor_what_is_left(string line)
    {
        Write(4);
        WriteText("altered", "“We want a ceasefire called XXXXX in Geneva in May,” Sergey Lavrov said.");
        await using var bot = await TestBot.OverAsync(folder);
        Assert.NotNull(bot.Ask(line).Matching);
        // Else it would read the file again.
        await bot.StopFollowingAsync();
        Damage.AlterTexts(bot.Data, 'X', 'Y');

        foreach (var limit in new[] { 10, 1 })
        {
            var answer = bot.Ask(line, limit);

            Assert.Equal(AnswerStatus.Found, answer.Status);
            Assert.Equal(Math.Min(limit, line == "/who Lavrov" ? 8 : 4), answer.Passages.Count);
            Assert.DoesNotContain(answer.Passages, passage => passage.Briefing == "altered.txt");
            Assert.Null(answer.Matching);
            Assert.Equal((answer.Passages.Count, FooterCount.Best), (FooterOf(answer).Passages, FooterOf(answer).Count));
        }
    }

    [Fact]
    public async Task What_another_scope_holds_is_not_counted()
    {
        Write(3);
        await using var bot = await TestBot.OverAsync(folder);

        Assert.Null(bot.Bot.Ask("/who Lavrov", new Scope(["other"]), cancellation: TestContext.Current.CancellationToken).Matching);
    }

    private static Footer FooterOf(Answer answer) => AnswerReply.For(answer).Blocks.OfType<Footer>().Single();

    private void WriteText(string name, string text) => File.WriteAllText(Path.Combine(folder, name + ".txt"), text);

    private void Write(int briefings)
    {
        for (var i = 1; i <= briefings; i++)
        {
            var day = new DateOnly(2023, 1, 1).AddDays(i - 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            WriteText(
                day,
                $"Sergey Lavrov flew to Geneva with {i} diplomats and a plan. “We want a ceasefire number {i} in Geneva in May,” Sergey Lavrov said.");
        }
    }
}
