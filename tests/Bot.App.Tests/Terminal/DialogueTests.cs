using Bot.App.Terminal;
using Bot.Chat;

namespace Bot.App.Tests.Terminal;

public class DialogueTests
{
    private readonly List<string> _asked = [];

    [Fact]
    public void Three_passages_make_a_page_and_an_empty_line_turns_it()
    {
        var dialogue = With(passages: 7);
        Assert.Equal([1, 2, 3], Numbers(dialogue.Hear("/who Lavrov")));
        Assert.Equal([4, 5, 6], Numbers(dialogue.Hear("")));
        Assert.Equal([7], Numbers(dialogue.Hear("m")));
        Assert.Equal(Turn.Nothing, dialogue.Hear(""));
        Assert.Equal("There is no more of this answer.", dialogue.Hear("m").Note);
        Assert.Equal(["/who Lavrov"], _asked);
    }

    [Fact]
    public void A_number_opens_that_passage_in_its_surroundings()
    {
        var dialogue = With(passages: 4);
        dialogue.Hear("/who Lavrov");
        Assert.Equal("There is no passage 5: the last answer has 4.", dialogue.Hear("5").Note);
        Assert.Equal("There is no passage 0: the last answer has 4.", dialogue.Hear("0").Note);
        dialogue.Hear("4");
        Assert.Equal(["/who Lavrov", "/source 3f9a01bc:3-9"], _asked);
    }

    [Fact]
    public void Without_an_answer_before_a_number_is_a_question_like_any_other()
    {
        With(passages: 0).Hear("1");
        Assert.Equal(["1"], _asked);
    }

    [Theory]
    [InlineData("exit")]
    [InlineData(" Quit ")]
    [InlineData("/exit")]
    public void Exit_and_quit_leave(string line) => Assert.True(With(passages: 1).Hear(line).Leaves);

    [Fact]
    public void What_stands_around_the_passages_is_told_from_them()
    {
        var pages = ReplyPages.Of(new Reply(
        [
            new Heading("card"), new Quote("a", []), new CitationLine("1", "x", []), new Heading("between"), new Quote("b", []), new CitationLine("2", "x", []), new Line("count"),
        ]));
        Assert.Equal([new Heading("card")], pages.Before);
        Assert.Equal([new Line("count")], pages.After);
        Assert.Equal(["1", "2"], pages.Items.Select(item => item.CitationId));
        Assert.Equal(new Heading("between"), pages.Items[1].Blocks[0]);
    }

    private static IEnumerable<int> Numbers(Turn turn) => turn.Reply!.ItemsOf(turn.Page).Select(item => item.Number);

    private Dialogue With(int passages) => new(line =>
    {
        _asked.Add(line);
        return new Reply([.. Enumerable.Range(0, passages).SelectMany(i => new ReplyBlock[] { new Quote("words", []), new CitationLine($"3f9a01bc:{i}-9", "x", []) })]);
    });
}
