using System.Globalization;

namespace Bot.App.Terminal;

/// <summary>
/// A line being typed and the cursor in it. The cursor stands between what a reader takes for characters (grapheme clusters), never
/// inside one.
/// </summary>
internal sealed class LineBuffer
{
    private string _killed = "";

    public string Text { get; private set; } = "";

    /// <summary>UTF-16 code units before the cursor.</summary>
    public int Cursor { get; private set; }

    public string BeforeCursor => Text[..Cursor];

    public string AfterCursor => Text[Cursor..];

    /// <summary>Puts the cursor at the end, or where it is told.</summary>
    public void Set(string text, int? cursor = null) => (Text, Cursor) = (text, cursor ?? text.Length);

    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    public void Left() => Cursor = Previous();

    public void Right() => Cursor = Next();

    public void Home() => Cursor = 0;

    public void End() => Cursor = Text.Length;

    public void WordLeft() => Cursor = WordStart();

    public void WordRight() => Cursor = WordEnd();

    public void Backspace() => Remove(Previous(), Cursor);

    public void Delete() => Remove(Cursor, Next());

    public void KillToEnd() => Kill(Cursor, Text.Length);

    public void KillToStart() => Kill(0, Cursor);

    public void KillWordLeft() => Kill(WordStart(), Cursor);

    public void KillWordRight() => Kill(Cursor, WordEnd());

    /// <summary>Puts back what was killed last.</summary>
    public void Yank() => Insert(_killed);

    private void Kill(int start, int end)
    {
        if (end > start) _killed = Text[start..end];
        Remove(start, end);
    }

    private void Remove(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }

    private int Next() => Cursor == Text.Length ? Cursor : Cursor + StringInfo.GetNextTextElementLength(Text, Cursor);

    private int Previous()
    {
        // Clusters are found from the left: from the nearest space or letter of ASCII on, where one surely begins.
        var start = Math.Max(0, Cursor - 1);
        while (start > 0 && !(char.IsAscii(Text[start]) && Text[start] >= ' ' && Text[start - 1] != '\u200D')) start--;
        for (var next = start; next < Cursor; next += StringInfo.GetNextTextElementLength(Text, next)) start = next;
        return start;
    }

    private int WordStart()
    {
        var at = Cursor;
        while (at > 0 && !IsWord(at - 1)) at--;
        while (at > 0 && IsWord(at - 1)) at--;
        return at;
    }

    private int WordEnd()
    {
        var at = Cursor;
        while (at < Text.Length && !IsWord(at)) at++;
        while (at < Text.Length && IsWord(at)) at++;
        return at;
    }

    private bool IsWord(int at) => char.IsLetterOrDigit(Text[at]) || char.IsSurrogate(Text[at]) || CharUnicodeInfo.GetUnicodeCategory(Text[at])
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
