using Bot.Answers;
using Bot.Chat;

namespace Bot.Tests.Answers;

/// <summary>The same words in several briefings are shown once, with the other places beside them.</summary>
public sealed class RepeatTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("repeats-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("/who Sergey Lavrov")]
    [InlineData("/when talks")]
    [InlineData("/where talks")]
    [InlineData("/says Sergey Lavrov")]
    [InlineData("/ask Did Lavrov hold talks in Minsk?")]
    public async Task A_wire_report_of_several_outlets_is_shown_once_with_the_others_beside_it(string line)
    {
        Write("a.md", "source: Nbc News\ndate: 2023-07-06", "The talks will be in Minsk in August, Sergey Lavrov said.");
        Write("b.md", "source: Reuters\ndate: 2023-07-06", "The talks will be in Minsk\nin August,  Sergey Lavrov said.");
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask(line);
        var blocks = AnswerReply.For(answer).Blocks;

        Assert.Equal(2, answer.Passages.Count);
        Assert.Single(blocks.OfType<Quote>());
        var citation = Assert.Single(blocks.OfType<CitationLine>());
        var other = Assert.Single(citation.Also);
        Assert.Equal(answer.Passages[0].Citation, citation.Id);
        Assert.Equal((answer.Passages[1].Citation, answer.Passages[1].Source), (other.Id, other.Name));
        Assert.Equal((1, 2), (blocks.OfType<Footer>().Single().Passages, blocks.OfType<Footer>().Single().Briefings));
    }

    [Fact]
    public async Task A_copy_of_a_file_is_named_by_its_path()
    {
        Write("a.md", "title: Minsk", "The talks will be in Minsk in August, Sergey Lavrov said.");
        Write("copy.md", "title: Minsk", "The talks will be in Minsk in August, Sergey Lavrov said.");
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask("/who Sergey Lavrov");
        var other = Assert.Single(AnswerReply.For(answer).Blocks.OfType<CitationLine>().Single().Also);

        Assert.Equal(answer.Passages[1].Briefing, other.Name);
        Assert.Equal(AnswerStatus.Found, bot.Ask($"/source {other.Id}").Status);
    }

    [Fact]
    public async Task A_weekday_of_two_briefings_keeps_both_its_days()
    {
        Write("a.md", "date: 2023-07-08", "The talks in Minsk ended on Thursday.");
        Write("b.md", "date: 2023-07-15", "The talks in Minsk ended on Thursday.");
        await using var bot = await TestBot.OverAsync(folder);

        var quote = Assert.Single(AnswerReply.For(bot.Ask("/when talks")).Blocks.OfType<Quote>());

        Assert.Contains("2023-07-06", quote.Lead, StringComparison.Ordinal);
        Assert.Contains("2023-07-13", quote.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_differ_are_not_joined()
    {
        Write("a.md", "source: Nbc News", "The talks will be in Minsk in August, Sergey Lavrov said.");
        Write("b.md", "source: Reuters", "The talks will be in Minsk in September, Sergey Lavrov said.");
        await using var bot = await TestBot.OverAsync(folder);

        var blocks = AnswerReply.For(bot.Ask("/who Sergey Lavrov")).Blocks;

        Assert.Equal(2, blocks.OfType<Quote>().Count());
        Assert.All(blocks.OfType<CitationLine>(), citation => Assert.Empty(citation.Also));
    }

    [Fact]
    public async Task The_surroundings_of_a_citation_are_whole_though_a_paragraph_stands_there_twice()
    {
        const string Paragraph = "The talks will be in Minsk in August, and Sergey Lavrov will be there, it was said.";
        Write("a.md", "title: Minsk", $"{Paragraph}\n\nEmmanuel Macron will not come, and nobody else was named on that day.\n\n{Paragraph}");
        await using var bot = await TestBot.OverAsync(folder);
        var citation = bot.Ask("/who Emmanuel Macron").Passages[0].Citation;

        Assert.Equal(3, AnswerReply.For(bot.Ask($"/source {citation}")).Blocks.OfType<Quote>().Count());
    }

    private void Write(string name, string head, string text) => File.WriteAllText(Path.Combine(folder, name), $"---\n{head}\n---\n{text}\n");
}
