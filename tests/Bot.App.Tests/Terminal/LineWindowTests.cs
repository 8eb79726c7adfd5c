using Bot.App.Terminal;

namespace Bot.App.Tests.Terminal;

public class LineWindowTests
{
    [Theory]
    [InlineData("/who", 4, 10, "/who", 4)] // it fits
    [InlineData("日本", 2, 10, "日本", 4)] // two cells each
    [InlineData("e\u0301a", 2, 10, "e\u0301a", 1)] // an accent takes none
    [InlineData("0123456789ab", 12, 10, "456789ab", 8)] // at the end: what stands before the cursor
    [InlineData("0123456789ab", 0, 10, "012345678", 0)] // at the start
    [InlineData("日本日本日本", 6, 10, "日本日本", 8)] // never half a character
    [InlineData("a\u001b[2Jb", 2, 10, "a\uFFFD[2Jb", 2)] // an escape from a history file does nothing
    public void A_line_is_shown_as_far_as_it_fits(string text, int cursor, int cells, string shown, int column)
        => Assert.Equal(new LineWindow(shown, column), LineWindow.Of(text, cursor, cells));
}
