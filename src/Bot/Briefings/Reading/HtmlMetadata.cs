using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Bot.Times;

namespace Bot.Briefings.Reading;

/// <summary>What a page says of itself: Open Graph, Dublin Core and schema.org names, and its own elements.</summary>
internal sealed record HtmlMetadata(string? Title, DateOnly? Date, string? Source, string? Author, string? Language)
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
        "date", "pubdate", "publishdate", "publish_date", "publish-date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    ];

    public static HtmlMetadata Of(IHtmlDocument page)
    {
        var named = Named(page);
        string? Meta(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (named.TryGetValue(name, out var content))
                    return content;
            return null;
        }

        var site = Metadata.OneLine(Meta("og:site_name"));
        return new HtmlMetadata(
            Metadata.OneLine(Meta("og:title", "dc.title", "dcterms.title") ?? Heading(page) ?? WithoutSite(page.Title, site)),
            DateOf(page, named),
            site ?? Metadata.OneLine(Meta("dc.publisher", "dcterms.publisher", "application-name")) ?? Host(page),
            Metadata.OneLine(AuthorOf(page, Meta("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"))),
            LanguageCode.Read(page.DocumentElement.GetAttribute("lang")) ?? LanguageCode.Read(Meta("content-language", "dc.language", "og:locale")));
    }

    /// <summary>The content of each meta element by its lower-case name; of several the first.</summary>
    private static Dictionary<string, string> Named(IHtmlDocument page)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            if (name is not null && !string.IsNullOrWhiteSpace(meta.GetAttribute("content"))) named.TryAdd(name.ToLowerInvariant(), meta.GetAttribute("content")!);
        }

        return named;
    }

    private static DateOnly? DateOf(IHtmlDocument page, Dictionary<string, string> named)
    {
        foreach (var name in DateNames)
            if (named.TryGetValue(name, out var content) && DateReader.TryRead(content) is { } date)
                return date;
        var marked = page.QuerySelector("[itemprop~=datePublished]");
        return DateReader.TryRead(marked?.GetAttribute("datetime") ?? marked?.TextContent) ?? LinkedDate(page) ?? TimeElement(page);
    }

    /// <summary>The article's first time element; outside of an article the only one, as others may date other articles.</summary>
    private static DateOnly? TimeElement(IHtmlDocument page)
    {
        var times = page.QuerySelectorAll("time");
        var time = page.QuerySelector("time[pubdate], article time, main time") ?? (times.Length == 1 ? times[0] : null);
        return DateReader.TryRead(time?.GetAttribute("datetime")) ?? DateReader.TryRead(time?.TextContent);
    }

    /// <summary>"datePublished" in the page's JSON-LD, wherever it stands in it.</summary>
    private static DateOnly? LinkedDate(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(script.TextContent));
                while (json.Read())
                    if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("datePublished"u8) && json.Read()
                        && json.TokenType == JsonTokenType.String && DateReader.TryRead(json.GetString()) is { } date)
                        return date;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Many pages get their JSON-LD wrong; what else they say of themselves still counts.
            }
        }

        return null;
    }

    private static string? AuthorOf(IHtmlDocument page, string? given) =>
        given is not null && !given.Contains("://", StringComparison.Ordinal) ? given : page.QuerySelector("[rel~=author], [itemprop~=author]")?.TextContent;

    /// <summary>The page's one first-level heading; several head several articles.</summary>
    private static string? Heading(IHtmlDocument page) =>
        page.QuerySelectorAll("h1") is { Length: 1 } headings && !string.IsNullOrWhiteSpace(headings[0].TextContent) ? headings[0].TextContent : null;

    /// <summary>"Talks in New York | NBC News" without its last part, when that is the site's name.</summary>
    private static string? WithoutSite(string? title, string? site)
    {
        if (title is null || site is null || !title.EndsWith(site, StringComparison.OrdinalIgnoreCase)) return title;
        var rest = title[..^site.Length].TrimEnd().TrimEnd('|', '-', '–', '—', '·', '«', ':').TrimEnd();
        return rest.Length > 0 ? rest : title;
    }

    private static string? Host(IHtmlDocument page)
    {
        var address = page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? page.QuerySelector("meta[property='og:url']")?.GetAttribute("content");
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? Metadata.OneLine(uri.IdnHost) : null;
    }
}
