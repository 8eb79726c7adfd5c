using System.Globalization;
using Spectre.Console;

namespace Bot.App.Terminal;

/// <summary>
/// The part of a line that fits on one row, with the cursor in it: a longer line moves sideways below the window. Measured in
/// cells of the terminal, of which a Chinese character or an emoji takes two.
/// </summary>
/// <param name="Column">Cells before the cursor within <paramref name="Shown"/>.</param>
internal readonly record struct LineWindow(string Shown, int Column)
{
    /// <param name="cells">Width of the window; at least 2.</param>
    public static LineWindow Of(string text, int cursor, int cells)
    {
        cells = Math.Max(2, cells);
        // A history file may hold anything: nothing of it may steer the terminal.
        var clean = Printable.OneLineExactly(text);
        // One cell stays free for the cursor behind the last character.
        if (clean.GetCellWidth() < cells) return new LineWindow(clean, clean[..cursor].GetCellWidth());
        var start = cursor;
        var width = 0;
        foreach (var element in Backwards(clean, cursor))
        {
            width += element.GetCellWidth();
            if (width > cells - 2) break;
            start -= element.Length;
        }
        var before = clean[start..cursor];
        var left = cells - 1 - before.GetCellWidth();
        var end = cursor;
        while (end < clean.Length)
        {
            var length = StringInfo.GetNextTextElementLength(clean, end);
            left -= clean.Substring(end, length).GetCellWidth();
            if (left < 0) break;
            end += length;
        }
        return new LineWindow(clean[start..end], before.GetCellWidth());
    }

    private static IEnumerable<string> Backwards(string text, int end)
    {
        var starts = new List<int>();
        for (var at = 0; at < end; at += StringInfo.GetNextTextElementLength(text, at)) starts.Add(at);
        for (var i = starts.Count - 1; i >= 0; i--)
        {
            var next = i + 1 < starts.Count ? starts[i + 1] : end;
            yield return text[starts[i]..Math.Min(next, end)];
        }
    }
}
