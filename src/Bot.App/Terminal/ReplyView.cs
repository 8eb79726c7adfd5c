using Bot.Chat;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.App.Terminal;

/// <summary>
/// Writes a reply to a terminal: headings and matches bold, citations dim, quotations behind a bar. Where the console knows no
/// styles the same words stand there without them.
/// </summary>
internal sealed class ReplyView(IAnsiConsole console, TimeProvider time)
{
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    /// <param name="page">Counted from 0; null: all pages.</param>
    public void Write(ReplyPages reply, int? page)
    {
        if (page is null or 0) Write(reply.Before);
        var items = (page is { } one ? reply.ItemsOf(one) : Enumerable.Range(0, reply.Count).SelectMany(number => reply.ItemsOf(number))).ToList();
        var isFirst = page is > 0 || reply.Before.Count == 0;
        foreach (var (number, item) in items)
        {
            if (!isFirst) console.WriteLine();
            isFirst = false;
            foreach (var block in item.Blocks) Write(block, number);
        }
        if (reply.Items.Count > 0 && reply.After.Count > 0) console.WriteLine();
        foreach (var block in reply.After)
        {
            if (block is Footer footer) WriteNote(FooterText.Of(footer, items.Count, time.GetUtcNow()));
            else Write(block, number: 0);
        }
    }

    /// <summary>A sentence about the answer, such as how to see more of it.</summary>
    public void WriteNote(string text) => WriteLine(new Paragraph(Printable.Text(text), Dim));

    private void Write(IReadOnlyList<ReplyBlock> blocks)
    {
        foreach (var block in blocks) Write(block, number: 0);
    }

    private void Write(ReplyBlock block, int number)
    {
        switch (block)
        {
            case Heading heading:
                WriteLine(new Paragraph(Printable.Text(heading.Text), Bold));
                break;
            case Line line:
                WriteLine(new Paragraph(Printable.Text(line.Text), Plain));
                break;
            case Field field:
                WriteLine(new Paragraph(Printable.Text(field.Name) + ": ", Dim).Append(Printable.Text(field.Value), Plain));
                break;
            case Quote quote:
                WriteQuote(quote, number);
                break;
            case CitationLine citation:
                WriteLine(new Prefixed(CitationOf(citation), "    ", "    ", Plain));
                break;
            case Button button:
                WriteLine(new Paragraph("  " + Printable.OneLine(button.CommandLine), Bold)
                    .Append(button.CommandLine.EndsWith(button.Label, StringComparison.Ordinal) ? "" : $"  {Printable.OneLine(button.Label)}", Dim));
                break;
        }
    }

    private void WriteQuote(Quote quote, int number)
    {
        var mark = number == 0 ? "  " : $"{number,2}";
        if (quote.Lead is { } lead)
        {
            WriteLine(new Prefixed(new Paragraph(Printable.Text(lead), Bold), mark + "  ", "    ", Dim));
            mark = "  ";
        }
        WriteLine(new Prefixed(WordsOf(quote), mark + "│ ", "  │ ", Dim));
    }

    private static Paragraph WordsOf(Quote quote)
    {
        var words = new Paragraph();
        var at = 0;
        foreach (var match in quote.Highlights)
        {
            // Cut first, made printable then: that may change the length.
            words.Append(Printable.Text(quote.Text[at..match.Start]), Plain);
            words.Append(Printable.Text(match.Slice(quote.Text).ToString()), Bold);
            at = match.End;
        }
        return words.Append(Printable.Text(quote.Text[at..]), Plain);
    }

    private static Paragraph CitationOf(CitationLine citation)
    {
        var line = new Paragraph(Printable.OneLine(citation.Where), Dim);
        foreach (var badge in citation.Badges) line.Append(" · ", Dim).Append(Printable.OneLine(badge), Plain);
        line.Append(" · ", Dim).Append(Printable.OneLine(citation.Id), Dim);
        return AlsoText.Of(citation) is { Length: > 0 } also ? line.Append(" · " + Printable.OneLine(also), Dim) : line;
    }

    private void WriteLine(IRenderable content)
    {
        console.Write(content);
        console.WriteLine();
    }

    /// <summary>Puts something before each line of its content, which is wrapped to what is left of the width.</summary>
    private sealed class Prefixed(IRenderable content, string first, string others, Style style) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            var isFirst = true;
            foreach (var line in Segment.SplitLines(content.Render(options, Math.Max(10, maxWidth - first.Length))))
            {
                if (!isFirst) yield return Segment.LineBreak;
                yield return new Segment(isFirst ? first : others, style);
                foreach (var segment in line) yield return segment;
                isFirst = false;
            }
        }
    }
}
