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
        Write("a.md", "title: Minsk\nsource: Nbc News\ndate: 2023-07-06", "The talks will be in Minsk in August, Sergey Lavrov said.");
        Write("b.md", "title: Minsk\nsource: Reuters\ndate: 2023-07-06", "The talks will be in Minsk\nin August,  Sergey Lavrov said.");
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask(line);
        var blocks = AnswerReply.For(answer).Blocks;

        Assert.Equal(2, answer.Passages.Count);
        Assert.Single(blocks.OfType<Quote>());
        var citation = Assert.Single(blocks.OfType<CitationLine>());
        var other = Assert.Single(citation.Also);
        Assert.Equal(answer.Passages[0].Citation, citation.Id);
        Assert.Equal((answer.Passages[1].Citation, "Reuters"), (other.Id, other.Name));
        Assert.Equal([null, 0], answer.Passages.Select(passage => passage.RepeatOf));
        Assert.Equal((1, 2), (blocks.OfType<Footer>().Single().Passages, blocks.OfType<Footer>().Single().Briefings));
    }

    [Theory]
    [InlineData("/who Sergey Lavrov", 10, false)]
    [InlineData("/who Sergey Lavrov", 1, false)]
    [InlineData("/ask Did Lavrov hold talks in Minsk?", 10, true)] // of what was not read nobody knows
    public async Task Places_beyond_the_limit_are_counted_though_they_are_not_listed(string line, int limit, bool atLeast)
    {
        for (var i = 10; i < 22; i++)
        {
            Write($"{i}.md", $"title: Minsk\nsource: Wire {i}", "The talks will be in Minsk in August, Sergey Lavrov said.");
        }
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask(line, limit);
        var citation = AnswerReply.For(answer).Blocks.OfType<CitationLine>().Single();

        Assert.Equal((limit - 1, 11, atLeast), (citation.Also.Count, citation.AlsoInAll, citation.AlsoAtLeast));
        Assert.Equal([11, .. Enumerable.Repeat(0, limit - 1)], answer.Passages.Select(passage => passage.Repeats));
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
    public async Task Other_places_are_named_by_title_outlet_and_date_as_far_as_they_differ()
    {
        const string Words = "The prime minister resigned on Monday after talks with Sergey Lavrov.";
        Write("france.md", "title: France\nsource: Le Monde\ndate: 2023-01-01", Words);
        Write("reuters.md", "title: France\nsource: Reuters\ndate: 2023-01-01", Words);
        Write("spain.md", "title: Spain\nsource: El Pais\ndate: 2021-05-06", Words);
        Write("undated.md", "title: France\nsource: Le Monde", Words);
        await using var bot = await TestBot.OverAsync(folder);

        var citation = AnswerReply.For(bot.Ask("/who Lavrov")).Blocks.OfType<CitationLine>().Single();

        Assert.StartsWith("France · Le Monde · 2023-01-01", citation.Where, StringComparison.Ordinal);
        Assert.Equal(["Reuters", "Spain, El Pais, 2021-05-06", "date unknown"], citation.Also.Select(other => other.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_words_about_different_days_are_shown_each_with_its_own()
    {
        Write("france.md", "title: France\ndate: 2023-01-01", "The prime minister resigned on Monday.");
        Write("reuters.md", "title: France\nsource: Reuters\ndate: 2022-12-31", "The prime minister resigned on Monday.");
        Write("spain.md", "title: Spain\ndate: 2021-05-06", "The prime minister resigned on Monday.");
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask("/when prime minister");
        var blocks = AnswerReply.For(answer).Blocks;

        Assert.Equal(["2021-05-03, “Monday”", "2022-12-26, “Monday”"], blocks.OfType<Quote>().Select(quote => quote.Lead));
        Assert.Equal(["Spain", "France"], blocks.OfType<CitationLine>().Select(citation => citation.Where.Split(" · ")[0]));
        Assert.Equal([0, 1], blocks.OfType<CitationLine>().Select(citation => citation.Also.Count));
        Assert.Equal(new Matching(3, Distinct: 2, Briefings: 3, AtLeast: false), answer.Matching);
    }

    [Fact]
    public async Task The_same_words_of_different_speakers_are_shown_each_under_its_own()
    {
        Write("a.md", "title: Minsk", "Richard Haass spoke in Minsk. “We want peace and nothing but peace,” he said.");
        Write("b.md", "title: Minsk", "Thomas Haass spoke in Minsk. “We want peace and nothing but peace,” he said.");
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask("/says Haass");

        Assert.Single(answer.Passages.Select(passage => passage.Text).Distinct());
        Assert.Equal(["Richard Haass", "Thomas Haass"], AnswerReply.For(answer).Blocks.OfType<Quote>().Select(quote => quote.Lead).Order(StringComparer.Ordinal));
        Assert.All(AnswerReply.For(answer).Blocks.OfType<CitationLine>(), citation => Assert.Empty(citation.Also));
    }

    [Fact]
    public async Task A_question_is_answered_by_the_same_words_under_each_title()
    {
        Write("france.md", "title: France\nsource: Le Monde\ndate: 2023-01-01", "The prime minister resigned on Monday.");
        Write("spain.md", "title: Spain\nsource: El Pais\ndate: 2021-05-06", "The prime minister resigned on Monday.");
        await using var bot = await TestBot.OverAsync(folder);

        var citations = AnswerReply.For(bot.Ask("/ask When did the prime minister of France resign?")).Blocks.OfType<CitationLine>().ToList();

        Assert.Equal(["France", "Spain"], citations.Select(citation => citation.Where.Split(" · ")[0]));
        Assert.All(citations, citation => Assert.Empty(citation.Also));
    }

    [Fact]
    public async Task A_wire_report_under_titles_of_its_outlets_own_does_not_fill_the_answer()
    {
        string[] titles = ["Lavrov meets nobody, wire", "Grain talks, agency", "Minsk"];
        for (var i = 10; i < 22; i++)
        {
            Write($"{i}.md", $"title: {titles[i % 3]} {i}", "Sergey Lavrov held talks about grain in Minsk, it was said there.");
        }
        Write("other.md", "title: Another view", "Nobody knows whether Sergey Lavrov held any talks at all in that week of August.");
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask("/ask Where did Lavrov hold talks about grain?");

        Assert.Equal(2, answer.Passages.Count(passage => passage.RepeatOf is null));
        Assert.Contains(answer.Passages, passage => passage.Briefing == "other.md");
    }

    [Theory]
    [InlineData("/who Lavrov")]
    [InlineData("/when Lavrov")]
    [InlineData("/where Lavrov")]
    [InlineData("/says Lavrov")]
    [InlineData("/ask What did Lavrov do?")]
    public async Task Repeats_come_after_all_that_says_something_else(string line)
    {
        for (var i = 10; i < 22; i++) Write($"{i}.md", $"title: Minsk\nsource: Outlet {i}", "“Sergey Lavrov was in Minsk in May,” Sergey Lavrov said.");
        foreach (var city in new[] { "Geneva", "Vienna", "Paris" })
        {
            Write($"{city}.md", $"title: {city}", $"“We may go to talks in {city} in the June of another year, with many observers,” Sergey Lavrov said.");
        }
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask(line);

        Assert.Equal(10, answer.Passages.Count);
        Assert.Equal([null, null, null, null], answer.Passages.Take(4).Select(passage => passage.RepeatOf));
        Assert.Single(answer.Passages.Skip(4).Select(passage => passage.RepeatOf).Distinct());
        Assert.Equal(4, bot.Ask(line, limit: 4).Passages.Select(passage => passage.Text).Distinct().Count());
        var blocks = AnswerReply.For(answer).Blocks;
        Assert.Equal(4, blocks.OfType<Quote>().Count());
        Assert.Equal(4, blocks.OfType<Footer>().Single().Passages);
        if (answer.Matching is { } matching) Assert.Equal(new Matching(15, Distinct: 4, Briefings: 15, AtLeast: false), matching);
    }

    [Fact]
    public async Task A_second_place_of_the_answer_is_named_though_many_passages_have_some_word_of_the_question()
    {
        foreach (var outlet in new[] { "Nbc News", "Reuters" })
        {
            Write($"{outlet}.md", $"title: Minsk\nsource: {outlet}", "Sergey Lavrov held talks in Minsk about grain.");
        }
        for (var i = 10; i < 25; i++) Write($"{i}.md", $"title: Notice {i}", $"A meeting number {i} is to be held on another day by people whom nobody has named so far.");
        await using var bot = await TestBot.OverAsync(folder);

        var answer = bot.Ask("/ask Where were the talks about grain held by Lavrov?");

        Assert.Equal(10, answer.Passages.Count);
        Assert.Equal([null, 0], answer.Passages.Take(2).Select(passage => passage.RepeatOf));
        Assert.Equal("Reuters", Assert.Single(AnswerReply.For(answer).Blocks.OfType<CitationLine>().First().Also).Name);
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
