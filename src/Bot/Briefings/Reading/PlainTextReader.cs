using Bot.Text;

namespace Bot.Briefings.Reading;

/// <summary>A .txt file is one briefing; its text is the whole decoded file.</summary>
internal sealed class PlainTextReader : IBriefingReader
{
    public IReadOnlyList<string> Endings { get; } = [".txt"];

    public bool ReadsRecords => false;

    public IEnumerable<ReadItem> Read(string path, Stream content)
    {
        if (WholeFile.Read(content) is not { } bytes) return [ReadItem.Warn(WholeFile.TooLarge)];
        if (TextDecoder.Decode(bytes) is not { } text) return [ReadItem.Warn(WholeFile.Binary)];
        if (string.IsNullOrWhiteSpace(text)) return [ReadItem.Warn(WholeFile.Empty)];
        return [ReadItem.Read(new Briefing(
            new BriefingId(path),
            text,
            new TextSpan(0, text.Length),
            TitleLine.Find(text) ?? Metadata.FileTitle(path),
            DateLine.Find(text) ?? FileNameDate.Find(path),
            Source: null,
            Author: null,
            LanguageGuesser.Guess(text)))];
    }
}
