using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Bot.App.Terminal;

/// <summary>
/// Draws the line being typed, what progress there is above it and the completions below it; and takes it away to print something
/// above. Several threads print (the log does), so each method is whole. Knows rows by counting what it wrote: it never asks the
/// terminal where the cursor is, for the answer would come in between the keys.
/// </summary>
internal sealed class PromptScreen(TextWriter output, Func<int> width, bool styled)
{
    private const string Prompt = "> ";

    private readonly Lock _gate = new();
    private LineEditor? _editor;
    private string? _status;
    private int _rowsAbove;

    /// <summary>Shows the editor's line from now on.</summary>
    public void Open(LineEditor editor)
    {
        lock (_gate)
        {
            _editor = editor;
            Draw();
        }
    }

    /// <summary>Leaves the line as it was typed and goes to the next row: what follows is an answer, written by whoever closed.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (_editor is not { } editor) return;
            var drawing = Erase();
            drawing.Append(Prompt).Append(Printable.OneLineExactly(editor.Line.Text)).Append("\r\n");
            output.Write(drawing);
            output.Flush();
            _editor = null;
        }
    }

    public void Redraw()
    {
        lock (_gate)
        {
            if (_editor is not null) Draw();
        }
    }

    /// <summary>What stands above the line being typed; null: nothing.</summary>
    public void Status(string? text)
    {
        lock (_gate)
        {
            _status = text;
            if (_editor is not null) Draw();
        }
    }

    /// <summary>A line of the log, above the line being typed.</summary>
    public void Print(string line)
    {
        lock (_gate)
        {
            var drawing = _editor is null ? new StringBuilder() : Erase();
            output.Write(drawing.Append(Printable.OneLine(line)).Append("\r\n"));
            if (_editor is not null) Draw();
            output.Flush();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            output.Write("\e[H\e[2J");
            _rowsAbove = 0;
            if (_editor is not null) Draw();
        }
    }

    private int Cells => Math.Max(20, width()) - 1;

    private void Draw()
    {
        var drawing = Erase();
        if (_status is { } status)
        {
            drawing.Append(Styled(Fit(status), "2")).Append("\r\n");
            _rowsAbove = 1;
        }
        var line = _editor!.Line;
        var window = LineWindow.Of(line.Text, line.Cursor, Cells - Prompt.Length);
        drawing.Append(Prompt).Append(window.Shown);
        var rowsBelow = DrawCompletions(drawing);
        if (rowsBelow > 0) drawing.Append(CultureInfo.InvariantCulture, $"\e[{rowsBelow}A");
        drawing.Append(CultureInfo.InvariantCulture, $"\r\e[{Prompt.Length + window.Column}C");
        output.Write(drawing);
        output.Flush();
    }

    private int DrawCompletions(StringBuilder drawing)
    {
        if (_editor!.Completions is not { } list) return 0;
        var labels = list.Choices.Select(choice => Printable.OneLine(choice.Label)).ToList();
        var longest = labels.Max(label => label.GetCellWidth());
        for (var i = 0; i < labels.Count; i++)
        {
            var space = new string(' ', longest - labels[i].GetCellWidth());
            var row = Fit($"{(i == list.Taken ? "›" : " ")} {labels[i]}{space}  {Printable.OneLine(list.Choices[i].Detail)}");
            drawing.Append("\r\n").Append(Styled(row, i == list.Taken ? "1" : "2"));
        }
        return labels.Count;
    }

    /// <summary>From the row the cursor is in back to the first that was drawn, and all below taken away.</summary>
    private StringBuilder Erase()
    {
        var drawing = new StringBuilder();
        if (_rowsAbove > 0) drawing.Append(CultureInfo.InvariantCulture, $"\e[{_rowsAbove}A");
        _rowsAbove = 0;
        return drawing.Append("\r\e[J");
    }

    private string Styled(string text, string code) => styled ? $"\e[{code}m{text}\e[0m" : text;

    private string Fit(string text) => LineWindow.Of(text, 0, Cells).Shown;
}
