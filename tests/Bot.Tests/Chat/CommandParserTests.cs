using Bot.Chat;

namespace Bot.Tests.Chat;

public class CommandParserTests
{
    [Theory]
    [InlineData("/who Lavrov", "who", "name", "Lavrov")]
    [InlineData("/WHO  \"Sergey Lavrov\" ", "who", "name", "Sergey Lavrov")]
    [InlineData("/brief who Lavrov", "who", "name", "Lavrov")]
    [InlineData("/brief /who Lavrov", "who", "name", "Lavrov")]
    [InlineData("Was the Biden administration aware?", "ask", "question", "Was the Biden administration aware?")]
    [InlineData("who was briefed on the talks?", "ask", "question", "who was briefed on the talks?")]
    [InlineData("/ask what did he say: from:2022 or later?", "ask", "question", "what did he say: from:2022 or later?")]
    [InlineData("/when talks from:2022-01 to:2023", "when", "topic", "talks")]
    [InlineData("/when from:2022 talks in Minsk", "when", "topic", "talks in Minsk")]
    [InlineData("/when talks at 5:30", "when", "topic", "talks at 5:30")]
    [InlineData("/who La\u200Fv\u200Brov", "who", "name", "Lavrov")]
    [InlineData("/who\tLavrov\u0007", "who", "name", "Lavrov")]
    public void A_line_is_read_as_a_command(string line, string name, string option, string value)
    {
        var command = CommandParser.Parse(line, Scope.Main).Command;

        Assert.Equal(name, command?.Name);
        Assert.Equal(value, command?.Option(option));
    }

    [Theory]
    [InlineData("/says Lukashenko about:\"peace talks\" from:2023", "about", "peace talks")]
    [InlineData("/says Lukashenko from: 2023", "from", "2023")]
    [InlineData("/says Alexander Lukashenko about:peace talks", "about", "peace talks")] // free words run on
    [InlineData("/says Alexander Lukashenko about:peace talks", "speaker", "Alexander Lukashenko")]
    [InlineData("/says Lukashenko about:peace talks from:2023", "about", "peace talks")] // to the next option
    [InlineData("/says Lukashenko about: peace, note: x from:2023", "about", "peace, note: x")]
    [InlineData("/says from:2023 Alexander Lukashenko", "speaker", "Alexander Lukashenko")] // a date is one word
    [InlineData("/says Lukashenko about:\"talks to:2023\"", "about", "talks to:2023")]
    [InlineData("/who name:Sergey Lavrov from:2023", "name", "Sergey Lavrov")]
    [InlineData("/briefings list page:2", "page", "2")]
    [InlineData("/briefings", "what", null)]
    [InlineData("help", "command", null)]
    public void Options_stand_anywhere_after_the_command(string line, string option, string? value)
    {
        var parsed = CommandParser.Parse(line, Scope.Main);

        Assert.Null(parsed.Problem);
        Assert.Equal(value, parsed.Command!.Option(option));
    }

    [Theory]
    [InlineData("/when talks form:2024", "/when has no option form. Did you mean from:?")] // swapped
    [InlineData("/when talks frm:2024", "/when has no option frm. Did you mean from:?")] // left out
    [InlineData("/when talks too:2024", "/when has no option too. Did you mean to:?")]
    [InlineData("/says Lukashenko abuot:Russia", "/says has no option abuot. Did you mean about:?")]
    [InlineData("/says Lukashenko about:peace talks form:2024", "/says has no option form. Did you mean from:?")]
    public void A_misspelled_option_is_asked_back(string line, string sentence) =>
        Assert.Equal(sentence, CommandParser.Parse(line, Scope.Main).Problem);

    [Theory]
    [InlineData("talks at 5:30")]
    [InlineData("note: x")]
    [InlineData("Re: talks")]
    [InlineData("form: of the treaty")] // no value right behind it
    [InlineData("\"form:2024\"")] // quoted
    [InlineData("https://example.org/")]
    [InlineData("do:or die")] // near to a short name, and no date
    public void A_colon_in_a_topic_is_no_option(string topic) =>
        Assert.Equal(topic.Trim('"'), CommandParser.Parse("/when " + topic, Scope.Main).Command?.Option("topic"));

    [Theory]
    [InlineData("", "Nothing was asked")]
    [InlineData("\u200B\u200F \u0001", "Nothing was asked")]
    [InlineData("/whom Lavrov", "Did you mean /who?")]
    [InlineData("/xyzzy", "There are /who, /when")]
    [InlineData("/who", "/who needs a name")]
    [InlineData("/when talks from:2022 from:2023", "from: is given twice")]
    [InlineData("/when talks about:Russia", "/when has no option about: it takes from:, to:")]
    [InlineData("/when talks from:", "from: is empty")]
    [InlineData("/when talks from: to:2023", "from: is empty")]
    [InlineData("/briefings delete", "/briefings takes status or list; \"delete\" is neither.")]
    [InlineData("/briefings list page:0", "page: takes a whole number from 1")]
    public void Bad_input_gets_a_sentence_that_says_what_would_be_right(string line, string sentence) =>
        Assert.Contains(sentence, CommandParser.Parse(line, Scope.Main).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_line_of_100000_characters_is_refused_with_the_limit() =>
        Assert.Contains("2,000", CommandParser.Parse("/ask " + new string('x', 100_000), Scope.Main).Problem, StringComparison.Ordinal);
}
