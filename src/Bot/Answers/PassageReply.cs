using System.Globalization;
using Bot.Chat;
using Bot.Text;

namespace Bot.Answers;

/// <summary>A passage as a quote and the line that says where it stands.</summary>
internal static class PassageReply
{
    /// <param name="lead">What the passage is listed under: a time, a place, a speaker; null for nothing.</param>
    public static IEnumerable<ReplyBlock> Of(ShownPassage shown, string? lead = null)
    {
        var passage = shown.First;
        yield return new Quote(passage.Text, Highlights(passage), lead);
        yield return new CitationLine(passage.Citation, Where(passage), [.. passage.Badges.Select(Words).Distinct()], OtherPlaces(shown))
        {
            // Where the limit left some out, those here are not all there are.
            AlsoInAll = Math.Max(passage.Repeats, shown.Indices.Count - 1),
            AlsoAtLeast = passage.Repeats > 0 && shown.Answer.Matching is not { AtLeast: false },
        };
    }

    /// <summary>A passage that stands for itself.</summary>
    public static IEnumerable<ReplyBlock> Of(AnswerPassage passage, string? lead)
    {
        yield return new Quote(passage.Text, Highlights(passage), lead);
        yield return new CitationLine(passage.Citation, Where(passage), [.. passage.Badges.Select(Words).Distinct()], []);
    }

    private static TextSpan[] Highlights(AnswerPassage passage) =>
        [.. passage.Highlights.Select(span => new TextSpan(span.Start - passage.Start, span.End - passage.Start))];

    private static string Where(AnswerPassage passage)
    {
        List<string> parts = [passage.Title];
        if (passage.Source is { } source) parts.Add(source);
        parts.Add(DateOf(passage));
        parts.Add(Paragraph(passage));
        return string.Join(" · ", parts);
    }

    /// <summary>
    /// Each under what tells it from the first: the same words under another title or of another day may speak of something else. Under its
    /// briefing's id where that would say nothing new.
    /// </summary>
    private static List<OtherPlace> OtherPlaces(ShownPassage shown)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "" };
        return [.. shown.Others.Select(passage => new OtherPlace(passage.Citation, NameOf(passage)))];

        string NameOf(AnswerPassage passage)
        {
            if (passage.Briefing == shown.First.Briefing) return Paragraph(passage);
            var differences = Differences(passage, shown.First);
            return names.Add(differences) ? differences : passage.Briefing;
        }
    }

    private static string Differences(AnswerPassage passage, AnswerPassage first)
    {
        List<string> parts = [];
        if (passage.Title != first.Title) parts.Add(passage.Title);
        if (passage.Source is { } source && source != first.Source) parts.Add(source);
        if (passage.Date != first.Date) parts.Add(DateOf(passage));
        return string.Join(", ", parts);
    }

    private static string DateOf(AnswerPassage passage) => passage.Date is { } date ? Day(date) : "date unknown";

    private static string Paragraph(AnswerPassage passage) => string.Create(CultureInfo.InvariantCulture, $"paragraph {passage.Paragraph}");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(AnswerBadge badge) => $"{badge.Kind}: {badge.Text}";
}
