using System.Text;
using System.Text.RegularExpressions;
using Bot.Text;

namespace Bot.Briefings.Reading;

/// <summary>
/// A .html file is one briefing: the article, not the menus around it. Its text is what was extracted, one block a paragraph with a
/// blank line between. Nothing in the page is run, and nothing is fetched.
/// </summary>
internal sealed partial class HtmlReader : IBriefingReader
{
    /// <summary>Larger pages are no articles; measuring all their parts against each other would take minutes.</summary>
    private const int Largest = 20 * 1024 * 1024;

    private const int HeadBytes = 1024;

    public IReadOnlyList<string> Endings { get; } = [".html", ".htm"];

    public bool ReadsRecords => false;

    public IEnumerable<ReadItem> Read(string path, Stream content)
    {
        if (content.Length > Largest) return [ReadItem.Warn($"is too large for a page: at most {Largest / 1048576} MB")];
        var bytes = WholeFile.Read(content)!;
        if (TextDecoder.Decode(bytes, Charset(bytes)) is not { } html) return [ReadItem.Warn(WholeFile.Binary)];
        if (string.IsNullOrWhiteSpace(html)) return [ReadItem.Warn(WholeFile.Empty)];

        if (HtmlOpenElements.AreTooMany(html)) return [ReadItem.Warn($"leaves more than {HtmlOpenElements.Most} elements open")];
        using var page = HtmlArticle.Parse(html);
        var metadata = HtmlMetadata.Of(page); // Before the article is cut out of the page.
        var article = HtmlArticle.Extract(page);
        if (article.Length == 0) return [ReadItem.Warn("has no text to read")];
        return [ReadItem.Read(new Briefing(
            new BriefingId(path),
            article,
            new TextSpan(0, article.Length),
            metadata.Title ?? TitleLine.Find(article) ?? Metadata.FileTitle(path),
            metadata.Date ?? DateLine.Find(article) ?? FileNameDate.Find(path),
            metadata.Source,
            metadata.Author,
            metadata.Language ?? LanguageGuesser.Guess(article)))];
    }

    /// <summary>What a page says of its own encoding, for when it is neither marked nor UTF-8.</summary>
    private static Encoding? Charset(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, HeadBytes));
        if (CharsetPattern.Match(head) is not { Success: true } match) return null;
        try
        {
            var encoding = Encoding.GetEncoding(match.Groups["name"].Value);
            return encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?(?<name>[A-Za-z0-9_-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CharsetPattern { get; }
}
