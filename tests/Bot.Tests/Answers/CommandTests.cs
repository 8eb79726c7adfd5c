using Bot.Answers;
using Bot.Chat;

namespace Bot.Tests.Answers;

public class CommandTests(SeedBot seed) : IClassFixture<SeedBot>
{
    private static readonly Asker Manager = new("discord", "1100000000000000001", "42", MayManage: true);

    public static IEnumerable<TheoryDataRow<string>> Commands() => CommandCatalog.Commands.Select(command => new TheoryDataRow<string>(command.Name));

    /// <summary>Subcommands in place of the commands that have them.</summary>
    public static IEnumerable<TheoryDataRow<string>> Leaves() => CommandCatalog.Commands
        .SelectMany(command => command.Subcommands.Count > 0 ? command.Subcommands : [command]).Select(command => new TheoryDataRow<string>(command.Name));

    [Theory]
    [MemberData(nameof(Leaves))]
    public void Every_command_of_the_catalogue_is_answered(string name)
    {
        var definition = CommandCatalog.Find(name)!;
        var options = definition.Main is { IsRequired: true } main
            ? new Dictionary<string, string> { [main.Name] = main.Kind == OptionKind.Citation ? "00000000:0-1" : "talks" }
            : [];

        var answer = seed.Bot.Bot.Answer(new Command(name, options, Scope.Main) { By = Manager }, cancellation: TestContext.Current.CancellationToken);

        Assert.NotEqual(AnswerStatus.Failed, answer.Status);
        Assert.Equal(name, answer.Command);
    }

    [Theory]
    [MemberData(nameof(Leaves))]
    public void Every_example_of_the_catalogue_can_be_asked(string name)
    {
        foreach (var example in CommandCatalog.Find(name)!.Examples)
        {
            Assert.NotEqual(AnswerStatus.Failed, seed.Bot.Bot.Ask(example, Scope.Main, by: Manager, cancellation: TestContext.Current.CancellationToken).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_is_in_the_help_and_is_completed(string name)
    {
        Assert.Contains(seed.Bot.Ask("/help").Commands!, command => command.Name == name);
        Assert.Contains(seed.Bot.Bot.Complete("/" + name[..2], Scope.Main), completion => completion.Line == $"/{name} ");
    }

    [Fact]
    public async Task The_examples_in_the_help_name_whom_the_corpus_names_most_and_are_answered()
    {
        var folder = Directory.CreateTempSubdirectory("bot-test-").FullName;
        try
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, "cables.jsonl"),
            [
                """{"id": "a", "date": "2022-03-01", "text": "Charles Kupchan met Thomas Graham in Geneva on 28 February 2022."}""",
                """{"id": "b", "date": "2023-05-04", "text": "Charles Kupchan returned to Geneva on 3 May 2023. \"It is final,\" said Thomas Graham."}""",
                """{"id": "c", "date": "2023-05-05", "text": "Charles Kupchan left on 4 May 2023."}""",
                """{"id": "d", "date": "2023-05-06", "text": "Sergey Lavrov was named, and Sergey Lavrov alone."}""",
                """{"id": "e", "date": "2023-05-06", "text": "Sergey Lavrov was named again."}""",
                """{"id": "f", "date": "2023-05-06", "text": "Sergey Lavrov was named once more."}""",
                """{"id": "g", "date": "2023-05-06", "text": "Sergey Lavrov was not named otherwise."}""",
            ], TestContext.Current.CancellationToken);
            await using var bot = await TestBot.OverAsync(folder);
            var examples = bot.Ask("/help").Commands!.Where(command => LookUp.Is(command.Name))
                .SelectMany(command => command.Examples).ToList();
            Assert.Equal(
                ["/who Sergey Lavrov", "/when Charles Kupchan", "/when Charles Kupchan from:2023", "/where Charles Kupchan", "/says Thomas Graham", "/ask What did Thomas Graham say?"],
                examples);
            Assert.All(examples, example => Assert.Equal(AnswerStatus.Found, bot.Ask(example).Status));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("/when talks from:yesterday-ish", "from: takes a year, month or day such as 2023, 2023-07 or 2023-07-06; \"yesterday-ish\" is none.")]
    [InlineData("/when talks from:2024 to:2023", "from:2024 lies after to:2023.")]
    [InlineData("/who Lavrov to:2022-13", "to: takes a year, month or day")]
    [InlineData("/source abc", "\"abc\" is no citation id.")]
    [InlineData("/briefings list page:9", "page:9 is beyond the last page, which is 1.")]
    public void Bad_options_get_a_sentence_that_says_what_would_be_right(string line, string sentence)
    {
        var answer = seed.Bot.Ask(line);

        Assert.Equal(AnswerStatus.Failed, answer.Status);
        Assert.StartsWith(sentence, answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/who L")]
    [InlineData("/who \u202EvorvaL")]
    [InlineData("/ask ?")]
    [InlineData("/ask \ud800")]
    [InlineData("/when the")]
    [InlineData("/says nobody about:nothing")]
    [InlineData("/source ffffffff:0-4")]
    [InlineData("/ask was the of in on at")]
    [InlineData("/who \"\"")]
    public void Nonsense_is_answered_with_a_reason(string line)
    {
        var answer = seed.Bot.Ask(line);

        Assert.NotEqual(AnswerStatus.Found, answer.Status);
        Assert.False(string.IsNullOrEmpty(answer.Reason));
    }

    [Fact]
    public void A_citation_opens_the_passage_with_its_neighbours()
    {
        var passage = seed.Bot.Ask("/ask Who was briefed on the talks?").Passages[0];

        var opened = seed.Bot.Ask("/source " + passage.Citation);

        Assert.Equal(3, opened.Passages.Count);
        var cited = Assert.Single(opened.Passages, shown => shown.Highlights.Count > 0);
        Assert.Equal(passage.Text, Seed.Text[cited.Highlights[0].Start..cited.Highlights[0].End]);
        Assert.Equal([2, 3, 4], opened.Passages.Select(shown => shown.Paragraph));
    }

    [Fact]
    public void Names_are_completed_from_the_corpus()
    {
        Assert.Equal("/who Sergey Lavrov", seed.Bot.Bot.Complete("/who lav", Scope.Main)[0].Line);
        Assert.Equal("/says Alexander Lukashenko", seed.Bot.Bot.Complete("/says ", Scope.Main)[0].Line);
        Assert.Contains(seed.Bot.Bot.Complete("/when talks fr", Scope.Main), completion => completion.Line == "/when talks from:");
    }

    [Fact]
    public void An_answer_says_how_much_was_searched()
    {
        var searched = seed.Bot.Ask("/who Macron").Searched;

        Assert.Equal((1, 6), (searched.Briefings, searched.Passages));
        Assert.NotNull(searched.Newest);
    }
}
