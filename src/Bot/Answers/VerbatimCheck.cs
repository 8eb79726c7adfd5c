using Bot.Briefings;
using Bot.Indexing;
using Bot.Text;
using Microsoft.Extensions.Logging;

namespace Bot.Answers;

/// <summary>
/// The one door that words of briefings come through. Words are sliced out of the stored text, and pass only while the passage they stand in
/// has the words that were indexed; just before they are sent, their briefing must also still be current. What does not pass is withheld
/// and logged, never shown; an altered text is reported, for the bot to read its file again.
/// </summary>
internal sealed partial class VerbatimCheck(TextStore texts, BriefingLog log, FolderWatcher watcher, ILogger<VerbatimCheck> logger)
{
    /// <summary>The passage's words; null when they must not be shown.</summary>
    public string? WordsOf(IndexedPassage passage)
    {
        var words = texts.Read(passage.Text, passage.Passage.Span);
        if (words is not null && TextHash.Checksum(words) == passage.Checksum) return words;
        LogAltered(passage.Briefing.Value, passage.Passage.Span.ToString());
        // Where the log has forgotten the text already, only its file can bring it back: a sweep for each question would find nothing new.
        if (CurrentBriefingOf(passage) is not null && texts.Doubt(passage.Text)) watcher.Wake();
        return null;
    }

    /// <summary>The words of a span of the passage; null when they must not be shown, or the span lies outside.</summary>
    public string? WordsOf(IndexedPassage passage, TextSpan span) =>
        passage.Passage.Span.Contains(span) && WordsOf(passage) is { } words
            ? words.Substring(span.Start - passage.Passage.Span.Start, span.Length)
            : null;

    /// <summary>What the log knows of the passage's briefing now; null when it was changed or removed since the passage was indexed.</summary>
    public LoggedBriefing? CurrentBriefingOf(IndexedPassage passage) =>
        log.Find(passage.Briefing) is { IsGone: false } current && current.Text == passage.Text ? current : null;

    [LoggerMessage(LogLevel.Warning, "Withheld words of {Briefing} at {Span}: the stored text is missing or no longer has the words that were indexed")]
    private partial void LogAltered(string briefing, string span);
}
