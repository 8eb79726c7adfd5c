using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bot.Briefings.Reading;

/// <summary>
/// The article of a page as plain text. SmartReader (after Mozilla's Readability) finds it by its density of text; where it finds none,
/// or less than half of what the page itself marks as its article, the page's own mark-up decides.
/// </summary>
internal static class HtmlArticle
{
    /// <summary>Elements within one another; what is deeper is lifted up. Pages are 20 to 60 deep; tree walks recurse.</summary>
    private const int MostDepth = 200;

    /// <summary>
    /// SmartReader reads the text below an element again for each element above it: what it costs grows with the sum of all elements'
    /// depths, and, as it steps to the next sibling by counting from the first, with the squares of their numbers. A long article comes to
    /// 100,000; beyond this it would take seconds.
    /// </summary>
    private const long MostWork = 500_000;

    private const int SiblingsPerWork = 100;

    /// <summary>Only relative links are told by it, and no link is followed.</summary>
    private const string NoAddress = "https://briefing.invalid/";

    private static readonly HtmlParserOptions ParserOptions = new() { IsScripting = false, MaximumDepth = MostDepth };

    public static IHtmlDocument Parse(string html) => new HtmlParser(ParserOptions).ParseDocument(html);

    /// <summary>The article's blocks with a blank line between; "" when the page holds no text. The page is changed by it.</summary>
    public static string Extract(IHtmlDocument page)
    {
        var marked = Marked(page) is { } root ? HtmlBlocks.Text(root, isPage: root is IHtmlBodyElement) : "";
        if (Work(page.DocumentElement, 1) > MostWork) return marked;
        var found = Found(page);
        return found.Length * 2 < marked.Length && page.QuerySelector("article, main") is not null || found.Length == 0 ? marked : found;
    }

    private static long Work(IElement element, int depth)
    {
        var children = element.ChildNodes;
        var work = depth + children.Length * (long)children.Length / SiblingsPerWork;
        foreach (var child in children)
        {
            if (work > MostWork) break;
            if (child is IElement its) work += Work(its, depth + 1);
        }

        return work;
    }

    /// <summary>What the page marks as its article, else as its main part; else the whole of it.</summary>
    private static IElement? Marked(IHtmlDocument page)
    {
        var articles = page.QuerySelectorAll("article");
        if (articles.Length > 0) return articles.MaxBy(article => article.TextContent.Length);
        return page.QuerySelector("main, [role=main]") ?? page.Body;
    }

    private static string Found(IHtmlDocument page)
    {
        using var reader = new SmartReader.Reader(NoAddress, page);
        var article = reader.GetArticle();
        if (!article.IsReadable || string.IsNullOrWhiteSpace(article.Content)) return "";
        using var content = Parse(article.Content);
        return content.Body is null ? "" : HtmlBlocks.Text(content.Body, isPage: false);
    }
}
