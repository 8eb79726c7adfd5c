using Bot.Text;

namespace Bot.Briefings;

/// <summary>
/// One document as its author wrote it. <paramref name="Text"/> is the original text that every span refers to: the decoded
/// file for .txt and .md, what the reader extracted for .html, the record's text for .jsonl.
/// </summary>
/// <param name="Body">Where its sentences stand: the text without front matter.</param>
/// <param name="Title">From front matter, record, page or heading; else the file's name without its ending.</param>
/// <param name="Date">The document date; null when it is unknown. Never guessed.</param>
/// <param name="Source">Outlet or address, as given; null when it is unknown.</param>
/// <param name="Language">ISO 639-1, as given or told by its stop words; "en" where neither tells.</param>
internal sealed record Briefing(
    BriefingId Id,
    string Text,
    TextSpan Body,
    string Title,
    DateOnly? Date,
    string? Source,
    string? Author,
    string Language)
{
    public TextHash Hash { get; } = TextHash.Of(Text);
}
