using Bot.Answers;
using Bot.Chat;

namespace Bot.Tests.Chat;

/// <summary>Who asks decides what is seen: a conversation whose collections hold nothing sees nothing, and not how much there is elsewhere.</summary>
public sealed class ScopeTests(SeedBot seed) : IClassFixture<SeedBot>
{
    public static TheoryData<string, string[]> Asked()
    {
        var data = new TheoryData<string, string[]>();
        string[][] scopes = [[], ["other"], ["MAIN"], ["mai", "n"]];
        foreach (var scope in scopes)
            foreach (var line in (string[])["/who Lavrov", "/who Lavrof", "/who Belarusian president", "/when talks", "/where talks", "/says Lukashenko", "/says Lukashenko about:Russia",
                "/ask Was the Biden administration aware of the talks?", "/briefings", "/briefings list", "/help", "/help who", "/source CITATION"])
                data.Add(line, scope);
        return data;
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void What_is_not_in_scope_is_neither_found_nor_named_nor_counted(string line, string[] collections)
    {
        var citation = seed.Bot.Ask("/who Lavrov").Passages[0].Citation;
        var asked = line.Replace("CITATION", citation, StringComparison.Ordinal);
        Assert.NotEqual(AnswerStatus.Failed, seed.Bot.Ask(asked).Status);

        var answer = Ask(asked, collections);
        Assert.Empty(answer.Passages);
        Assert.Empty(answer.Times);
        Assert.Empty(answer.Places);
        Assert.Empty(answer.Quotations);
        Assert.Empty(answer.Suggestions);
        Assert.Null(answer.Person);
        Assert.Equal((0, 0), (answer.Searched.Briefings, answer.Searched.Passages));
        Assert.Empty(answer.Corpus?.List ?? []);
        Assert.InRange(answer.Corpus?.Pages ?? 1, 1, 1);
        // The catalogue's own examples, and no name of the corpus.
        Assert.All(answer.Commands ?? [], help => Assert.Equal(CommandCatalog.Find(help.Name)!.Examples, help.Examples));
        Assert.True(answer.Status is not (AnswerStatus.Failed or AnswerStatus.Several or AnswerStatus.Weak));
    }

    [Theory]
    [InlineData("/who ")]
    [InlineData("/who Lav")]
    [InlineData("/says ")]
    [InlineData("/says Luk")]
    public void Nothing_out_of_scope_completes_a_line(string line)
    {
        Assert.NotEmpty(seed.Bot.Bot.Complete(line, Scope.Main));
        Assert.Empty(seed.Bot.Bot.Complete(line, new Scope([])));
        Assert.Empty(seed.Bot.Bot.Complete(line, new Scope(["other"])));
    }

    [Fact]
    public void A_scope_with_more_collections_sees_those_it_names() => Assert.Equal(
        seed.Bot.Ask("/who Lavrov").Passages.Select(passage => passage.Citation),
        Ask("/who Lavrov", ["other", Scope.MainCollection]).Passages.Select(passage => passage.Citation));

    private Answer Ask(string line, string[] collections) =>
        seed.Bot.Bot.Ask(line, new Scope(collections), cancellation: TestContext.Current.CancellationToken);
}
