using System.Text;

namespace Bot.Briefings.Reading;

/// <summary>Turns files of one format into briefings. Several: plain text, Markdown, HTML, JSON lines.</summary>
internal interface IBriefingReader
{
    /// <summary>File name endings in lower case, with their dot.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>True when a file holds many briefings, which then bring ids of their own.</summary>
    bool ReadsRecords { get; }

    /// <summary>
    /// The briefings and warnings of one file, in its order, read as they are asked for. What is wrong with the content is a
    /// warning; only what is wrong with the stream throws (<see cref="IOException"/>).
    /// </summary>
    /// <param name="path">Path within the folder, with '/': the id of a file that is one briefing.</param>
    IEnumerable<ReadItem> Read(string path, Stream content);
}

/// <summary>A briefing, or why there is none.</summary>
/// <param name="Line">Where the record stands, from 1; null when the briefing is the whole file.</param>
internal readonly record struct ReadItem(Briefing? Briefing, string? Warning, int? Line)
{
    public static ReadItem Read(Briefing briefing, int? line = null) => new(briefing, null, line);

    public static ReadItem Warn(string reason, int? line = null) => new(null, reason, line);
}

/// <summary>The formats that the bot reads.</summary>
internal static class BriefingReaders
{
    static BriefingReaders() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<IBriefingReader> All { get; } =
    [
        new PlainTextReader(),
        new MarkdownReader(),
        new HtmlReader(),
        new JsonLinesReader(),
    ];

    /// <summary>The reader for a file's ending; null when it is none of a briefing's.</summary>
    public static IBriefingReader? For(string path)
    {
        var ending = Path.GetExtension(path.AsSpan());
        foreach (var reader in All)
            foreach (var its in reader.Endings)
                if (ending.Equals(its, StringComparison.OrdinalIgnoreCase))
                    return reader;
        return null;
    }
}
