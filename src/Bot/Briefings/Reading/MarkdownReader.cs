using System.Text.RegularExpressions;
using Bot.Text;
using Bot.Times;

namespace Bot.Briefings.Reading;

/// <summary>
/// A .md file is one briefing: its text is the whole decoded file, its body what follows the front matter. The title stands in the
/// front matter, else in the first first-level heading.
/// </summary>
internal sealed partial class MarkdownReader : IBriefingReader
{
    /// <summary>Headings further down head a part, not the whole.</summary>
    private const int MostHeadLines = 200;

    public IReadOnlyList<string> Endings { get; } = [".md"];

    public bool ReadsRecords => false;

    public IEnumerable<ReadItem> Read(string path, Stream content)
    {
        if (WholeFile.Read(content) is not { } bytes) return [ReadItem.Warn(WholeFile.TooLarge)];
        if (TextDecoder.Decode(bytes) is not { } text) return [ReadItem.Warn(WholeFile.Binary)];
        var front = FrontMatter.Read(text);
        var body = text.AsSpan(front.Length);
        if (body.IsWhiteSpace()) return [ReadItem.Warn(front.Length > 0 ? "has front matter, but no text" : WholeFile.Empty)];
        return [ReadItem.Read(new Briefing(
            new BriefingId(path),
            text,
            new TextSpan(front.Length, text.Length),
            Metadata.OneLine(front["title"]) ?? Heading(body) ?? Metadata.FileTitle(path),
            DateReader.TryRead(front["date"]) ?? DateLine.Find(body) ?? FileNameDate.Find(path),
            Metadata.OneLine(front["source"]),
            Metadata.OneLine(front["author"] ?? front["authors"]),
            LanguageCode.Read(front["language"] ?? front["lang"]) ?? LanguageGuesser.Guess(body)))];
    }

    /// <summary>The first "# Heading", or line underlined with "===", that is not within a fence; without its markup.</summary>
    private static string? Heading(ReadOnlySpan<char> body)
    {
        var fence = "";
        var before = default(ReadOnlySpan<char>);
        var left = MostHeadLines;
        foreach (var line in body.EnumerateLines())
        {
            if (left-- == 0) break;
            var words = line.Trim();
            if (fence.Length > 0)
            {
                if (words.StartsWith(fence)) fence = "";
            }
            else if (words.StartsWith("```") || words.StartsWith("~~~")) fence = words[..3].ToString();
            else if (words.StartsWith("# ")) return Plain(words[2..]);
            else if (words.Length > 1 && words.TrimEnd('=').IsEmpty && !before.IsWhiteSpace()) return Plain(before);
            before = line;
        }

        return null;
    }

    private static string? Plain(ReadOnlySpan<char> heading)
    {
        var words = Link.Replace(heading.Trim().TrimEnd('#').TrimEnd().ToString(), "${words}");
        return Metadata.OneLine(Emphasis.Replace(words, "${words}"));
    }

    [GeneratedRegex(@"!?\[(?<words>[^\[\]]{0,300})\]\([^()]{0,500}\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"(?<mark>\*{1,3}|_{1,3}|`)(?<words>[^*_`]{1,300})\k<mark>(?!\w)")]
    private static partial Regex Emphasis { get; }
}
