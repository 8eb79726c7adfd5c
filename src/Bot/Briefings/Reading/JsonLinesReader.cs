using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Text;
using Bot.Times;

namespace Bot.Briefings.Reading;

/// <summary>
/// A .jsonl file is one briefing a line: text, and where known id, title, date, source, author, language. Other fields are passed
/// over. The file is streamed: only one line of it is in memory at a time.
/// </summary>
internal sealed class JsonLinesReader : IBriefingReader
{
    public IReadOnlyList<string> Endings { get; } = [".jsonl"];

    public bool ReadsRecords => true;

    public IEnumerable<ReadItem> Read(string path, Stream content)
    {
        using var lines = new LineReader(AsUtf8(content));
        var title = Metadata.FileTitle(path);
        var date = FileNameDate.Find(path);
        var any = false;
        for (var number = 1; lines.TryRead(out var line); number++)
        {
            if (IsBlank(line.Span)) continue;
            any = true;
            yield return Read(line, path, number, title, date);
        }

        if (!any) yield return ReadItem.Warn(WholeFile.Empty);
    }

    private static ReadItem Read(ReadOnlyMemory<byte> line, string path, int number, string fileTitle, DateOnly? fileDate)
    {
        try
        {
            var record = JsonRecord.Parse(Utf8Line(line.Span));
            if (record.Text is null) return ReadItem.Warn("has no \"text\"", number);
            if (string.IsNullOrWhiteSpace(record.Text)) return ReadItem.Warn("has an empty \"text\"", number);
            var text = record.Text;
            return ReadItem.Read(
                new Briefing(
                    new BriefingId(record.Id ?? string.Create(CultureInfo.InvariantCulture, $"{path}#{number}")),
                    text,
                    new TextSpan(0, text.Length),
                    Metadata.OneLine(record.Title) ?? TitleLine.Find(text) ?? fileTitle,
                    DateReader.TryRead(record.Date) ?? DateLine.Find(text) ?? fileDate,
                    Metadata.OneLine(record.Source),
                    Metadata.OneLine(record.Author),
                    LanguageCode.Read(record.Language) ?? LanguageGuesser.Guess(text)),
                number);
        }
        catch (JsonException e)
        {
            return ReadItem.Warn(Reason(e), number);
        }
        catch (InvalidOperationException)
        {
            // The reader's own word for an escape such as "\ud800" that stands for half a character.
            return ReadItem.Warn("is not valid JSON: an escape stands for half a character", number);
        }
    }

    /// <summary>The parser's own sentence speaks of its line and path, which are always 0 and unknown here.</summary>
    private static string Reason(JsonException e)
    {
        var column = e.BytePositionInLine is { } at ? string.Create(CultureInfo.InvariantCulture, $" at byte {at + 1}") : "";
        return e.Path is null ? $"is not a JSON object{column}" : e.Message;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;

    /// <summary>The line itself when it is UTF-8; else read as Windows-1252, as any other file would be.</summary>
    private static ReadOnlySpan<byte> Utf8Line(ReadOnlySpan<byte> line) =>
        System.Text.Unicode.Utf8.IsValid(line) ? line : Encoding.UTF8.GetBytes(TextDecoder.Windows1252.GetString(line));

    /// <summary>The stream as UTF-8 without a byte order mark, whatever mark it began with.</summary>
    private static Stream AsUtf8(Stream content)
    {
        Span<byte> head = stackalloc byte[4];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var mark = TextDecoder.Mark(head[..read]);
        content.Position = mark?.Length ?? 0;
        return mark is var (encoding, _) && encoding is not UTF8Encoding
            ? Encoding.CreateTranscodingStream(content, encoding, Encoding.UTF8)
            : content;
    }
}
