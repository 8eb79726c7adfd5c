using System.Globalization;

namespace Bot.Tests.Answers;

/// <summary>
/// What is shown is at least as good as what a plain search engine shows (BM25 over one text field) on sets that others wrote. Such an engine is never silent, so
/// what the bot shows as only the nearest counts too; how often it stands for what it shows is among the figures of <c>quality</c> (QUALITY.md).
/// </summary>
public sealed class FloorTests(ITestOutputHelper output)
{
    /// <summary>UTF-16 code units that the first passage shown may have on average.</summary>
    private const double MostShown = 700;

    [Theory]
    [InlineData("wikinews-qa", "queries.jsonl", .586, .856)]
    [InlineData("wikinews-qa", "commands.jsonl", .800, .953)]
    [InlineData("qed-nq", "queries.jsonl", .756, .892)]
    [InlineData("timeqa-train", "queries.jsonl", .200, .540)]
    [InlineData("selqa-dev", "queries.jsonl", .683, .860)]
    [InlineData("xquad-en", "queries.dev.jsonl", .927, .987)]
    [InlineData("xquad-ru", "queries.dev.jsonl", .794, .912)]
    [InlineData("factbook", "queries.dev.jsonl", .195, .467)]
    public async Task A_plain_search_engine_does_not_answer_better(string set, string questions, double first, double amongFive)
    {
        QuestionSet.Require(set);
        await using var bot = await TestBot.OverAsync(QuestionSet.Corpus(set));
        var (hit1, hit5, shown, withPassages, asked) = (0, 0, 0, 0, 0);
        foreach (var question in QuestionSet.Questions(set, questions))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            asked++;
            var answer = bot.Ask(question.Command);
            if (answer.Passages.Count == 0) continue;
            withPassages++;
            shown += answer.Passages[0].Text.Length;
            var briefings = answer.Passages.Select(passage => passage.Briefing).Distinct().ToList();
            if (question.Gold.Contains(briefings[0])) hit1++;
            if (briefings.Take(5).Any(question.Gold.Contains)) hit5++;
        }
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set} {questions}: of {asked} hit1 {Share(hit1, asked):F3}, hit5 {Share(hit5, asked):F3}, shown {Share(shown, withPassages):F0}"));
        Assert.True(Share(hit1, asked) >= first, $"hit1 is {Share(hit1, asked)}, a plain engine reaches {first}");
        Assert.True(Share(hit5, asked) >= amongFive, $"hit5 is {Share(hit5, asked)}, a plain engine reaches {amongFive}");
        Assert.True(Share(shown, withPassages) <= MostShown, $"the first passage has {Share(shown, withPassages)} characters on average");
    }

    /// <summary>To three digits, as the figures of a plain engine are given.</summary>
    private static double Share(int part, int whole) => Math.Round(part / (double)Math.Max(1, whole), 3);
}
