namespace Bot.Tests.Indexing;

/// <summary>Two threads index at once, so that the order of the index is another each time: no answer may hang on it.</summary>
public sealed class EqualScoresTests : IDisposable
{
    private readonly string briefings = Directory.CreateTempSubdirectory("bot-test-").FullName;

    public void Dispose() => Directory.Delete(briefings, recursive: true);

    [Theory]
    [InlineData(20, "all are read")]
    [InlineData(300, "many more than are read at once: the first by id are, not the first in the index")]
    public async Task Passages_of_equal_score_come_by_briefing_id(int equal, string why)
    {
        var lines = Enumerable.Range(100, equal).OrderBy(i => i * 37 % 101).Select(i => $$"""{"id": "b{{i}}", "title": "Talks", "text": "Envoys met in Geneva on {{i}} questions."}""");
        await File.WriteAllLinesAsync(Path.Combine(briefings, "talks.jsonl"), lines, TestContext.Current.CancellationToken);
        await using var bot = await TestBot.OverAsync(briefings);

        var shown = bot.Ask("/ask where did the envoys meet", limit: 10).Passages.Select(passage => passage.Briefing);

        Assert.True(shown.SequenceEqual(Enumerable.Range(100, 10).Select(i => $"b{i}")), $"{why}: {string.Join(", ", shown)}");
    }
}
