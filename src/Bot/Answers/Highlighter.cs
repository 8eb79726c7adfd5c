using Bot.Text;

namespace Bot.Answers;

/// <summary>Chooses what is bold in a snippet.</summary>
internal static class Highlighter
{
    /// <summary>The question's words within <paramref name="span"/>.</summary>
    public static IEnumerable<TextSpan> Matches(TopicPassage passage, TextSpan span) =>
        passage.Sentences.SelectMany(sentence => sentence.Matches).Where(span.Contains);

    /// <summary>The union of several choices: in order, overlapping spans joined.</summary>
    public static IReadOnlyList<TextSpan> Join(IEnumerable<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End) joined[^1] = new TextSpan(joined[^1].Start, Math.Max(joined[^1].End, span.End));
            else joined.Add(span);
        }
        return joined;
    }
}
