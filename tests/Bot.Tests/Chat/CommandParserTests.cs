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
    [InlineData("/when talks form:March", "/when has no option form. Did you mean from:?")]
    [InlineData("/says Lukashenko abuot:Russia", "/says has no option abuot. Did you mean about:?")]
    [InlineData("/says Lukashenko abuot:\"peace talks\"", "/says has no option abuot. Did you mean about:?")]
    [InlineData("/says Lukashenko about:peace talks form:2024", "/says has no option form. Did you mean from:?")]
    public void A_misspelled_option_is_asked_back(string line, string sentence) =>
        Assert.Equal(sentence, CommandParser.Parse(line, Scope.Main).Problem);

    [Theory]
    [InlineData("talks at 5:30")]
    [InlineData("note: x")]
    [InlineData("Re: talks")]
    [InlineData("form: of the treaty")] // no value right behind it
    [InlineData("\"form:2024\"")] // quoted
    [InlineData("\"Operation:Overlord\"")]
    [InlineData("“limit:3”")]
    [InlineData("landing \"of Operation:Overlord from:1944\" in Normandy")]
    [InlineData("https://example.org/")]
    [InlineData("1:1 talks")]
    public void A_colon_in_a_topic_is_no_option(string topic) =>
        Assert.Equal(topic.Trim('"', '“', '”'), CommandParser.Parse("/when " + topic, Scope.Main).Command?.Option("topic"));

    [Theory]
    [InlineData("/who Lavrov limit:3", "/who has no option limit: it takes from:, to:. For example: /who name [from:date] [to:date]. ")]
    [InlineData("/when talks on:2023", "/when has no option on: it takes from:, to:. For example: /when topic [from:date] [to:date]. ")]
    [InlineData("/where talks in:Minsk", "/where has no option in: it takes from:, to:. ")]
    [InlineData("/says Lukashenko about:peace topic:talks", "/says has no option topic: it takes about:, from:, to:. ")]
    [InlineData("/briefings list limit:3", "/briefings has no option limit: it takes page:. ")]
    public void What_looks_like_an_option_and_is_none_is_asked_back(string line, string sentence)
    {
        var problem = CommandParser.Parse(line, Scope.Main).Problem;

        Assert.StartsWith(sentence, problem, StringComparison.Ordinal);
        Assert.EndsWith("What is no option but words goes between quotation marks.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ask limit:3 on Operation:Overlord at 16:30")]
    [InlineData("/ask What is \"the road map to peace?")]
    [InlineData("Operation:Overlord")]
    public void A_question_is_free_text_and_takes_no_options(string line) =>
        Assert.Equal(line.Replace("/ask ", "", StringComparison.Ordinal), CommandParser.Parse(line, Scope.Main).Command?.Option("question"));

    [Theory]
    [InlineData("", "Nothing was asked")]
    [InlineData("\u200B\u200F \u0001", "Nothing was asked")]
    [InlineData("/whom Lavrov", "Did you mean /who?")]
    [InlineData("/wehn talks", "Did you mean /when?")]
    [InlineData("/breifngs", "Did you mean /briefings?")]
    [InlineData("/xyzzy", "There are /who, /when")]
    [InlineData("/foo", "There is no command /foo. There are /who, /when")] // two of three letters off
    [InlineData("/who", "/who needs a name")]
    [InlineData("/when talks from:2022 from:2023", "from: is given twice")]
    [InlineData("/when talks about:Russia", "/when has no option about: it takes from:, to:")]
    [InlineData("/when talks from:", "from: is empty")]
    [InlineData("/when talks from: to:2023", "from: is empty")]
    [InlineData("/says Lukashenko about:\"\"", "about: is empty. It takes only what was said about this.")]
    [InlineData("/says Lukashenko about:\"", "about: begins with a quotation mark that is not closed.")]
    [InlineData("/says Lukashenko about:“peace talks from:2023", "about: begins with a quotation mark that is not closed.")]
    [InlineData("/who \"Lavrov", "name: begins with a quotation mark that is not closed. Close it, or leave it out.")]
    [InlineData("/when the “road map", "topic: begins with a quotation mark that is not closed.")]
    [InlineData("/says \"Lukashenko about:Russia", "speaker: begins with a quotation mark that is not closed.")]
    [InlineData("/help foo", "There is no command /foo. There are /who, /when")]
    [InlineData("/help /wehn", "There is no command /wehn. Did you mean /when?")]
    [InlineData("/who \"", "/who needs a name")]
    [InlineData("/who “”", "/who needs a name")]
    [InlineData("/briefings delete", "/briefings takes status or list or gaps; \"delete\" is none of them.")]
    [InlineData("/briefings list page:0", "page: takes a whole number from 1")]
    public void Bad_input_gets_a_sentence_that_says_what_would_be_right(string line, string sentence) =>
        Assert.Contains(sentence, CommandParser.Parse(line, Scope.Main).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_line_of_100000_characters_is_refused_with_the_limit() =>
        Assert.Contains("2,000", CommandParser.Parse("/ask " + new string('x', 100_000), Scope.Main).Problem, StringComparison.Ordinal);
}
