using Bot.App.Terminal;
using Bot.Chat;
using Bot.Text;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Terminal;

public class ReplyViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Reply Lavrov = new(
    [
        new Heading("Sergey Lavrov"),
        new Field("Roles", "the country’s highest diplomat"),
        new Quote("At the table with Lavrov Richard Haass", [new TextSpan(18, 24)]),
        new CitationLine("3f9a01bc:0-38", "000_39c18c7896545e1c, paragraph 2", ["may be so: could"]),
        new Button("Watch", "/watch add who Lavrov"),
        new Footer(1, 1, FooterCount.All, 212, Now.AddHours(-2)),
    ]);

    [Fact]
    public void Without_styles_the_words_alone_are_written() => Assert.Equal(
        """
        Sergey Lavrov
        Roles: the country’s highest diplomat

         1│ At the table with Lavrov Richard Haass
            000_39c18c7896545e1c, paragraph 2 · may be so: could · 3f9a01bc:0-38

          /watch add who Lavrov  Watch
        1 passage, 1 briefing; searched 212 briefings, newest 2 h ago

        """, Written(Lavrov, styled: false));

    [Fact]
    public void With_styles_the_match_is_bold_and_nothing_else_is_coloured()
    {
        var written = Written(Lavrov, styled: true);
        Assert.Contains("with \e[1mLavrov\e[0m Richard", written);
        Assert.Contains("\e[1mSergey Lavrov\e[0m", written);
        Assert.DoesNotContain("\e[3", written);
    }

    [Theory]
    [InlineData("\e]0;pwned\a")] // would set the window's title
    [InlineData("\e[2J")] // would clear the screen
    [InlineData("\u009b31m")] // the same in one C1 character
    [InlineData("\u202Egnp.exe")] // would turn the reading direction around
    [InlineData("\u0000\u0008\u007f\ud800")]
    public void Nothing_from_a_briefing_steers_the_terminal(string evil)
    {
        var written = Written(new Reply(
        [
            new Heading(evil), new Line(evil), new Field(evil, evil), new Quote(evil + "words", [new TextSpan(0, 1)], Lead: evil),
            new CitationLine(evil, evil, [evil], [new OtherPlace(evil, evil)]), new Button(evil, evil),
        ]), styled: false);
        Assert.DoesNotContain(written, c => (char.IsControl(c) && c != '\n') || c == '\u202E' || char.IsSurrogate(c));
        Assert.Contains("\uFFFD", written);
        Assert.Contains("words", written);
    }

    [Fact]
    public void Markup_of_the_console_library_is_plain_text_here() =>
        Assert.Contains("[bold red]not bold[/] [[", Written(new Reply([new Line("[bold red]not bold[/] [[")]), styled: true));

    [Fact]
    public void A_quotation_is_wrapped_behind_its_bar_and_its_own_lines_are_kept()
    {
        var written = Written(new Reply([new Quote("We have to stop now.\r\nWe have already done a lot of bad things", [])]), styled: false, width: 24);
        Assert.Equal(
            """
             1│ We have to stop now.
              │ We have already done
              │ a lot of bad things

            """, written);
    }

    [Fact]
    public void A_citation_is_wrapped_under_itself()
    {
        var written = Written(new Reply([new Quote("a", []), new CitationLine("3f9a01bc:0-1", "outlet", ["may be so: could"])]), styled: false, width: 28);
        Assert.Equal(" 1│ a\n    outlet · may be so:\n    could · 3f9a01bc:0-1\n", written.Replace(" \n", "\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "also in Nbc News (1)")]
    [InlineData(2, "also in Nbc News (1), Reuters (2)")]
    [InlineData(4, "also in Nbc News (1), Reuters (2) and 2 more (3, 4)")]
    public void The_other_places_of_a_quote_are_named_and_each_can_be_opened(int places, string words)
    {
        string[] names = ["Nbc News", "Reuters", "Paris waits", "Minsk"];
        var also = names.Take(places).Select((name, i) => new OtherPlace($"{i + 1}", name));
        Assert.Equal(
            $" 1│ a\n    outlet · 3f9a01bc:0-1 · {words}\n",
            Written(new Reply([new Quote("a", []), new CitationLine("3f9a01bc:0-1", "outlet", [], [.. also])]), styled: false));
    }

    [Theory]
    [InlineData(0, 11, false, "also in 11 other places")]
    [InlineData(0, 1, true, "also in at least 1 other place")]
    [InlineData(2, 11, false, "also in Nbc News (1), Reuters (2) and 9 more")]
    [InlineData(4, 11, true, "also in Nbc News (1), Reuters (2) and at least 9 more (3, 4, …)")]
    [InlineData(4, 4, true, "also in Nbc News (1), Reuters (2) and at least 2 more (3, 4)")]
    public void Other_places_that_are_not_in_the_reply_are_counted(int listed, int inAll, bool atLeast, string words)
    {
        string[] names = ["Nbc News", "Reuters", "Paris waits", "Minsk"];
        var also = names.Take(listed).Select((name, i) => new OtherPlace($"{i + 1}", name));
        var citation = new CitationLine("3f9a01bc:0-1", "outlet", [], [.. also]) { AlsoInAll = inAll, AlsoAtLeast = atLeast };
        Assert.Equal($" 1│ a\n    outlet · 3f9a01bc:0-1 · {words}\n", Written(new Reply([new Quote("a", []), citation]), styled: false));
    }

    [Theory]
    [InlineData(FooterCount.All, 11, 3, "3 of 11 passages, 4 briefings; searched 1 briefing, newest 3 days ago")]
    [InlineData(FooterCount.All, 3, 3, "3 passages, 4 briefings; searched 1 briefing, newest 3 days ago")]
    [InlineData(FooterCount.All, 0, 0, "Searched 1 briefing, newest 3 days ago")]
    [InlineData(FooterCount.AtLeast, 1_234, 3, "3 of at least 1,234 passages, at least 4 briefings; searched 1 briefing, newest 3 days ago")]
    [InlineData(FooterCount.Different, 11, 3, "3 of 11 different passages in 4 briefings; searched 1 briefing, newest 3 days ago")]
    [InlineData(FooterCount.Different, 3, 3, "3 different passages in 4 briefings; searched 1 briefing, newest 3 days ago")]
    [InlineData(FooterCount.Different, 1, 1, "1 passage in 4 briefings; searched 1 briefing, newest 3 days ago")]
    [InlineData(FooterCount.Best, 10, 3, "3 of 10 passages in this answer, 4 briefings; searched 1 briefing, newest 3 days ago")]
    [InlineData(FooterCount.Best, 10, 10, "10 passages in this answer, 4 briefings; searched 1 briefing, newest 3 days ago")]
    [InlineData(FooterCount.Best, 1, 1, "1 passage in this answer, 4 briefings; searched 1 briefing, newest 3 days ago")]
    public void The_last_line_tells_how_much_is_shown_of_how_much(FooterCount count, int passages, int shown, string line) =>
        Assert.Equal(line, FooterText.Of(new Footer(passages, 4, count, 1, Now.AddDays(-3)), shown, Now));

    [Fact]
    public void Into_a_file_nothing_is_wrapped()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("negotiations", 2_000));
        Assert.Contains(sentence, Written(new Reply([new Quote(sentence, [])]), styled: false, width: null));
    }

    private static string Written(Reply reply, bool styled, int? width = 100)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new ReplyView(TerminalOutput.Create(writer, styled, width is { } cells ? () => cells : null), new FakeTimeProvider(Now)).Write(ReplyPages.Of(reply), page: null);
        return writer.ToString();
    }
}
