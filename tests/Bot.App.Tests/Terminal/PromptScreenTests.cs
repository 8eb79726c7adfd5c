using Bot.App.Terminal;
using Bot.Chat;

namespace Bot.App.Tests.Terminal;

public sealed class PromptScreenTests : IDisposable
{
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_line_of_the_log_is_printed_above_the_line_being_typed()
    {
        var (screen, editor) = Open();
        editor.Type("/who");
        screen.Redraw();
        Assert.EndsWith("\r\e[J> /who\r\e[6C", _output.ToString());
        screen.Print("warning: \e[2Jbad.html could not be read");
        Assert.EndsWith("\r\e[Jwarning: \uFFFD[2Jbad.html could not be read\r\n\r\e[J> /who\r\e[6C", _output.ToString());
    }

    [Fact]
    public void Of_many_warnings_a_few_are_shown_until_something_is_asked()
    {
        var shown = new List<string>();
        var log = new PromptLog(shown.Add);
        for (var i = 1; i <= 50; i++) log.Write($"warning: line {i}");
        log.Write("error: disk full");
        log.StartAnew();
        log.Write("warning: another");
        Assert.Equal(
            ["warning: line 1", "warning: line 2", "warning: line 3", "There are more warnings; /briefings shows those about briefings.", "error: disk full", "warning: another"], shown);
    }

    [Fact]
    public void Progress_stands_above_and_is_drawn_over_itself()
    {
        var (screen, _) = Open();
        screen.Status("Reading: 1 of 2");
        Assert.EndsWith("\r\e[JReading: 1 of 2\r\n> \r\e[2C", _output.ToString());
        screen.Status("Reading: 2 of 2");
        Assert.EndsWith("\e[1A\r\e[JReading: 2 of 2\r\n> \r\e[2C", _output.ToString());
        screen.Status(null);
        Assert.EndsWith("\e[1A\r\e[J> \r\e[2C", _output.ToString());
    }

    [Fact]
    public void Completions_stand_below_and_the_cursor_goes_back_up()
    {
        var (screen, editor) = Open(new Completion("/when ", "/when", "dated passages"), new Completion("/where ", "/where", "places"));
        editor.Type("/w{Tab}");
        screen.Redraw();
        Assert.EndsWith("> /whe\r\n  /when   dated passages\r\n  /where  places\e[2A\r\e[6C", _output.ToString());
    }

    [Fact]
    public void A_closed_line_is_left_as_it_was_typed_whole()
    {
        var (screen, editor) = Open();
        var question = new string('q', 200);
        editor.Type(question);
        screen.Close();
        Assert.EndsWith($"\r\e[J> {question}\r\n", _output.ToString());
    }

    private (PromptScreen Screen, LineEditor Editor) Open(params Completion[] completions)
    {
        var screen = new PromptScreen(_output, () => 80, styled: false);
        var editor = new LineEditor(new History([]), _ => completions);
        screen.Open(editor);
        return (screen, editor);
    }
}
