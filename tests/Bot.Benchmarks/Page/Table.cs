using System.Text;

namespace Bot.Benchmarks.Page;

/// <summary>A Markdown table; the first column is text, the others are figures.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> rows = [];

    public void Add(params string[] cells) => rows.Add(cells.Length == headings.Length
        ? cells
        : throw new ArgumentException($"A row of {cells.Length} cells in a table of {headings.Length} columns."));

    public override string ToString()
    {
        var text = new StringBuilder();
        AddLine(text, headings);
        AddLine(text, [.. headings.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in rows) AddLine(text, row);
        return text.ToString();
    }

    private static void AddLine(StringBuilder text, string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
