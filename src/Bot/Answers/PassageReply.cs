using System.Globalization;
using Bot.Chat;
using Bot.Text;

namespace Bot.Answers;

/// <summary>A passage as a quote and the line that says where it stands.</summary>
internal static class PassageReply
{
    /// <param name="lead">What the passage is listed under: a time, a place, a speaker; null for nothing.</param>
    public static IEnumerable<ReplyBlock> Of(AnswerPassage passage, string? lead = null)
    {
        var highlights = passage.Highlights.Select(span => new TextSpan(span.Start - passage.Start, span.End - passage.Start));
        yield return new Quote(passage.Text, [.. highlights], lead);
        yield return new CitationLine(passage.Citation, Where(passage), [.. passage.Badges.Select(Words).Distinct()]);
    }

    private static string Where(AnswerPassage passage)
    {
        List<string> parts = [passage.Title];
        if (passage.Source is { } source) parts.Add(source);
        parts.Add(passage.Date is { } date ? Day(date) : "date unknown");
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"paragraph {passage.Paragraph}"));
        return string.Join(" · ", parts);
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(AnswerBadge badge) => $"{badge.Kind}: {badge.Text}";
}
