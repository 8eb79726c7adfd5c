using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Bot.Briefings.Reading;

/// <summary>The text of a part of a page: each block (paragraph, heading, list item, table row) one paragraph, with a blank line between.</summary>
internal sealed class HtmlBlocks
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul");

    private static readonly FrozenSet<string> NoText = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "script", "style", "noscript", "template", "head", "svg", "math", "canvas", "iframe", "object", "embed", "audio", "video", "button",
        "select", "textarea", "input", "datalist", "nav", "form", "menu", "dialog");

    /// <summary>What stands around the article of a whole page; within an article these are its own.</summary>
    private static readonly FrozenSet<string> Surroundings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "header", "footer", "aside");

    private readonly StringBuilder text = new();
    private readonly StringBuilder block = new();
    private readonly bool isPage;

    private HtmlBlocks(bool isPage) => this.isPage = isPage;

    /// <param name="isPage">True when the part may hold a page's header, footer and side columns: they are left out.</param>
    public static string Text(IElement part, bool isPage)
    {
        var blocks = new HtmlBlocks(isPage);
        blocks.Walk(part, preformatted: false);
        blocks.EndBlock();
        return blocks.text.ToString();
    }

    /// <summary>Recurses as deep as the parser lets a page be.</summary>
    private void Walk(INode parent, bool preformatted)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText words) Add(words.Data, preformatted);
            else if (node is IElement element && !IsLeftOut(element)) Enter(element, preformatted);
        }
    }

    private void Enter(IElement element, bool preformatted)
    {
        switch (element.LocalName)
        {
            case "br":
                Break();
                break;
            case "td" or "th":
                if (block.Length > 0) block.Append('\t');
                Walk(element, preformatted);
                break;
            case var name when Blocks.Contains(name):
                EndBlock();
                Walk(element, preformatted || name == "pre");
                EndBlock();
                break;
            default:
                Walk(element, preformatted);
                break;
        }
    }

    private bool IsLeftOut(IElement element) =>
        NoText.Contains(element.LocalName)
        || (isPage && Surroundings.Contains(element.LocalName))
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "").Contains("display:none", StringComparison.OrdinalIgnoreCase));

    /// <summary>Outside of pre, white space of any length is one space, as a browser shows it.</summary>
    private void Add(string words, bool preformatted)
    {
        foreach (var c in words)
        {
            if (c == '\0') continue;
            if (preformatted || !(c is ' ' or '\t' or '\n' or '\r' or '\f')) block.Append(c);
            else if (block.Length > 0 && !char.IsWhiteSpace(block[^1])) block.Append(' ');
        }
    }

    /// <summary>A line break; two of them end a paragraph.</summary>
    private void Break()
    {
        while (block.Length > 0 && block[^1] is ' ') block.Length--;
        if (block.Length == 0) return;
        if (block[^1] == '\n') EndBlock();
        else block.Append('\n');
    }

    private void EndBlock()
    {
        var words = block.ToString().Trim();
        block.Clear();
        if (words.Length == 0) return;
        if (text.Length > 0) text.Append("\n\n");
        text.Append(words);
    }
}
