using Bot.Chat;

namespace Bot.App.Terminal;

/// <summary>What a key led to.</summary>
internal enum KeyOutcome
{
    /// <summary>The line may have changed; draw it again.</summary>
    Edited,

    /// <summary>Enter: the line is done.</summary>
    Submitted,

    /// <summary>Ctrl-C over something typed: it is let go.</summary>
    Abandoned,

    /// <summary>Ctrl-D, or Ctrl-C, over nothing: leave.</summary>
    EndOfInput,

    /// <summary>Ctrl-L.</summary>
    ClearScreen,
}

/// <summary>
/// Turns keys into a line: the keys of a shell (readline's), history and completion. Knows no screen: <see cref="Line"/> and
/// <see cref="Completions"/> are what there is to draw.
/// </summary>
internal sealed class LineEditor(History history, Func<string, IReadOnlyList<Completion>> complete)
{
    /// <summary>Beyond this nothing is typed or pasted any more; the bot itself takes less.</summary>
    private const int LongestLine = 10_000;

    private char _highSurrogate;

    public LineBuffer Line { get; } = new();

    /// <summary>What Tab shows below the line; null when it shows nothing.</summary>
    public CompletionList? Completions { get; private set; }

    /// <summary>The line that was submitted, and an empty one to go on with.</summary>
    public string Take()
    {
        var line = Line.Text;
        Clear();
        return line;
    }

    public void Clear()
    {
        Line.Set("");
        Completions = null;
        history.BackToNow();
    }

    public KeyOutcome Press(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Tab)
        {
            Complete(key.Modifiers.HasFlag(ConsoleModifiers.Shift) ? -1 : 1);
            return KeyOutcome.Edited;
        }
        if (key.Key == ConsoleKey.Escape && Completions is { } open) Line.Set(open.Typed + open.AfterCursor, open.Typed.Length);
        Completions = null;
        if (key.Modifiers.HasFlag(ConsoleModifiers.Control)) return PressWithControl(key);
        if (key.Modifiers.HasFlag(ConsoleModifiers.Alt)) PressWithAlt(key);
        else if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n') return KeyOutcome.Submitted;
        else if (!Move(key.Key)) Type(key.KeyChar);
        return KeyOutcome.Edited;
    }

    private KeyOutcome PressWithControl(ConsoleKeyInfo key)
    {
        var isEmpty = Line.Text.Length == 0;
        switch (key.Key)
        {
            case ConsoleKey.A: Line.Home(); break;
            case ConsoleKey.E: Line.End(); break;
            case ConsoleKey.B: Line.Left(); break;
            case ConsoleKey.F: Line.Right(); break;
            case ConsoleKey.P: Move(ConsoleKey.UpArrow); break;
            case ConsoleKey.N: Move(ConsoleKey.DownArrow); break;
            case ConsoleKey.K: Line.KillToEnd(); break;
            case ConsoleKey.U: Line.KillToStart(); break;
            case ConsoleKey.W or ConsoleKey.Backspace: Line.KillWordLeft(); break;
            case ConsoleKey.H: Line.Backspace(); break;
            case ConsoleKey.Y: Line.Yank(); break;
            case ConsoleKey.LeftArrow: Line.WordLeft(); break;
            case ConsoleKey.RightArrow: Line.WordRight(); break;
            case ConsoleKey.Delete: Line.KillWordRight(); break;
            case ConsoleKey.Home: Line.Home(); break;
            case ConsoleKey.End: Line.End(); break;
            case ConsoleKey.J or ConsoleKey.M or ConsoleKey.Enter: return KeyOutcome.Submitted;
            case ConsoleKey.L: return KeyOutcome.ClearScreen;
            case ConsoleKey.C: return isEmpty ? KeyOutcome.EndOfInput : KeyOutcome.Abandoned;
            case ConsoleKey.D when isEmpty: return KeyOutcome.EndOfInput;
            case ConsoleKey.D: Line.Delete(); break;
        }
        return KeyOutcome.Edited;
    }

    private void PressWithAlt(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.B or ConsoleKey.LeftArrow: Line.WordLeft(); break;
            case ConsoleKey.F or ConsoleKey.RightArrow: Line.WordRight(); break;
            case ConsoleKey.D: Line.KillWordRight(); break;
            case ConsoleKey.Backspace: Line.KillWordLeft(); break;
            // On some keyboards Alt is how one types "@", "€" or a letter of another script.
            default: Type(key.KeyChar); break;
        }
    }

    private bool Move(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.LeftArrow: Line.Left(); return true;
            case ConsoleKey.RightArrow: Line.Right(); return true;
            case ConsoleKey.Home: Line.Home(); return true;
            case ConsoleKey.End: Line.End(); return true;
            case ConsoleKey.Backspace: Line.Backspace(); return true;
            case ConsoleKey.Delete: Line.Delete(); return true;
            case ConsoleKey.UpArrow when history.Older(Line.Text) is { } older: Line.Set(older); return true;
            case ConsoleKey.DownArrow when history.Newer() is { } newer: Line.Set(newer); return true;
            default: return false;
        }
    }

    /// <summary>A character beyond the first plane comes as two keys: it is typed when the second is there.</summary>
    private void Type(char c)
    {
        if (char.IsHighSurrogate(c))
        {
            _highSurrogate = c;
            return;
        }
        var typed = char.IsLowSurrogate(c) ? $"{_highSurrogate}{c}" : c.ToString();
        var isWhole = !char.IsLowSurrogate(c) || _highSurrogate != '\0';
        _highSurrogate = '\0';
        if (isWhole && !char.IsControl(c) && Line.Text.Length + typed.Length <= LongestLine) Line.Insert(typed);
    }

    private void Complete(int step)
    {
        if (Completions is { } open)
        {
            Show(open.Step(step));
            return;
        }
        var (typed, after) = (Line.BeforeCursor, Line.AfterCursor);
        var choices = complete(typed);
        if (choices.Count == 0) return;
        if (choices.Count == 1)
        {
            Line.Set(choices[0].Line + after, choices[0].Line.Length);
            return;
        }
        var common = CompletionList.CommonStart(typed, choices);
        Show(new CompletionList(common, after, choices));
    }

    private void Show(CompletionList list)
    {
        Completions = list;
        Line.Set(list.Line + list.AfterCursor, list.Line.Length);
    }
}
