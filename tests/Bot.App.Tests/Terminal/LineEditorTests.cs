using Bot.App.Terminal;
using Bot.Chat;
using CsCheck;

namespace Bot.App.Tests.Terminal;

public class LineEditorTests
{
    [Theory]
    [InlineData("who{Home}/", "/|who")]
    [InlineData("ab{LeftArrow}c{RightArrow}d", "acbd|")]
    [InlineData("/when talks{Ctrl+LeftArrow}peace {End}", "/when peace talks|")]
    [InlineData("/when talks{Alt+B}{Alt+B}{Ctrl+RightArrow}!", "/when!| talks")]
    [InlineData("ab{Backspace}{Backspace}{Backspace}c", "c|")]
    [InlineData("abc{Home}{Delete}", "|bc")]
    [InlineData("one two{Ctrl+W}{Ctrl+W}", "|")]
    [InlineData("one two{Ctrl+W}{Ctrl+Y}{Ctrl+Y}", "one twotwo|")]
    [InlineData("one two{Ctrl+A}{Ctrl+F}{Ctrl+K}", "o|")]
    [InlineData("one two{Ctrl+B}{Ctrl+U}", "|o")]
    [InlineData("one{Home}{Ctrl+D}{Ctrl+E}x", "nex|")]
    [InlineData("e\u0301a{Home}{RightArrow}", "e\u0301|a")] // a letter and its accent are one step
    [InlineData("a\U0001F600{Backspace}", "a|")] // typed as two keys, taken back as one character
    [InlineData("👩‍👩‍👧x{LeftArrow}{LeftArrow}", "|👩‍👩‍👧x")] // three people joined are one
    [InlineData("\u0007\u001bab", "ab|")] // what is no character is not typed
    public void Keys_edit_as_in_a_shell(string keys, string lineWithCursor)
    {
        var editor = Editor();
        editor.Type(keys);
        Assert.Equal(lineWithCursor, editor.Line.BeforeCursor + "|" + editor.Line.AfterCursor);
    }

    [Fact]
    public void Half_a_character_is_not_typed()
    {
        var editor = Editor();
        editor.Type("\ude00a\ud83d{Home}b");
        Assert.Equal("ba", editor.Line.Text);
    }

    [Theory]
    [InlineData("/who{Enter}", KeyOutcome.Submitted)]
    [InlineData("{Enter}", KeyOutcome.Submitted)]
    [InlineData("/who{Ctrl+C}", KeyOutcome.Abandoned)]
    [InlineData("{Ctrl+C}", KeyOutcome.EndOfInput)]
    [InlineData("{Ctrl+D}", KeyOutcome.EndOfInput)]
    [InlineData("a{Home}{Ctrl+D}{Ctrl+D}", KeyOutcome.EndOfInput)] // first it deletes
    [InlineData("a{Ctrl+D}", KeyOutcome.Edited)]
    [InlineData("a{Ctrl+L}", KeyOutcome.ClearScreen)]
    public void Some_keys_end_the_line(string keys, object outcome) => Assert.Equal(outcome, Editor().Type(keys));

    [Fact]
    public void Up_and_down_go_through_what_was_typed_before_and_back_to_the_draft()
    {
        var history = new History(["/who Lavrov", "/when talks"]);
        var editor = new LineEditor(history, _ => []);
        editor.Type("/sa{UpArrow}");
        Assert.Equal("/when talks", editor.Line.Text);
        editor.Type("{UpArrow}{UpArrow}");
        Assert.Equal("/who Lavrov", editor.Line.Text);
        editor.Type("{DownArrow}{DownArrow}{DownArrow}");
        Assert.Equal("/sa", editor.Line.Text);
    }

    [Fact]
    public void The_only_completion_is_taken_at_once_and_what_stands_behind_the_cursor_stays()
    {
        var editor = Editor("/who Sergey Lavrov");
        editor.Type("/who La from:2022{Ctrl+LeftArrow}{Ctrl+LeftArrow}{LeftArrow}{Tab}");
        Assert.Equal("/who Sergey Lavrov", editor.Line.BeforeCursor);
        Assert.Equal(" from:2022", editor.Line.AfterCursor);
        Assert.Null(editor.Completions);
    }

    [Fact]
    public void Of_several_completions_the_common_start_is_taken_and_they_are_shown()
    {
        var editor = Editor("/when ", "/where ", "/who ");
        editor.Type("/{Tab}");
        Assert.Equal("/wh", editor.Line.Text);
        Assert.Equal(["/when ", "/where ", "/who "], editor.Completions!.Choices.Select(choice => choice.Line));
        editor.Type("{Tab}{Tab}");
        Assert.Equal("/where ", editor.Line.Text);
        editor.Type("{Shift+Tab}");
        Assert.Equal("/when ", editor.Line.Text);
        editor.Type("{Escape}");
        Assert.Equal("/wh", editor.Line.Text);
        Assert.Null(editor.Completions);
    }

    [Fact]
    public void Typing_on_takes_the_completion_chosen()
    {
        var editor = Editor("/when ", "/where ");
        editor.Type("/{Tab}{Tab}talks{Enter}");
        Assert.Equal("/when talks", editor.Take());
        Assert.Equal("", editor.Line.Text);
    }

    [Fact]
    public void Each_command_of_the_catalogue_can_be_typed()
    {
        foreach (var line in CommandCatalog.Commands.SelectMany(command => command.Examples.Append(command.Usage)))
        {
            var editor = Editor();
            foreach (var c in line) editor.Press(new ConsoleKeyInfo(c, default, char.IsUpper(c), false, false));
            Assert.Equal(line, editor.Line.Text);
        }
    }

    [Fact]
    public void Whatever_is_typed_the_cursor_stays_in_the_line()
    {
        string[] keys =
        [
            "a", " ", "é", "e\u0301", "日", "\U0001F600", "\ud800", "\udc00", "\u0301", "\u200D", "{LeftArrow}", "{RightArrow}", "{Home}", "{End}", "{Backspace}",
            "{Delete}", "{Ctrl+W}", "{Ctrl+K}", "{Ctrl+U}", "{Ctrl+Y}", "{Alt+B}", "{Alt+F}", "{Alt+D}", "{UpArrow}", "{DownArrow}", "{Tab}", "{Escape}",
        ];
        Gen.Int[0, keys.Length - 1].Array[0, 60].Sample(typed =>
        {
            var editor = new LineEditor(new History(["one", "日本"]), line => [new Completion(line + "x", "x", ""), new Completion(line + "y", "y", "")]);
            foreach (var key in typed) editor.Type(keys[key]);
            var window = LineWindow.Of(editor.Line.Text, editor.Line.Cursor, 20);
            return editor.Line.Cursor >= 0 && editor.Line.Cursor <= editor.Line.Text.Length && window.Column is >= 0 and < 20;
        });
    }

    private static LineEditor Editor(params string[] completions) =>
        new(new History([]), _ => [.. completions.Select(line => new Completion(line, line.Trim(), ""))]);
}
