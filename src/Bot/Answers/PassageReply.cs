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
        var highlights = passage.Highlights.Select(span => new TextSpan(span.Start - passage.Start, span.End - passage.Start));
        yield return new Quote(passage.Text, [.. highlights], lead);
        yield return new CitationLine(passage.Citation, Where(passage), [.. passage.Badges.Select(Words).Distinct()], OtherPlaces(shown));
    }

    private static string Where(AnswerPassage passage)
    {
        List<string> parts = [passage.Title];
        if (passage.Source is { } source) parts.Add(source);
        parts.Add(passage.Date is { } date ? Day(date) : "date unknown");
        parts.Add(Paragraph(passage));
        return string.Join(" · ", parts);
    }

    /// <summary>Each under its outlet, else its title; under its briefing's id where that would say nothing new.</summary>
    private static List<OtherPlace> OtherPlaces(ShownPassage shown)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { OutletOf(shown.First) };
        return [.. shown.Others.Select(passage => new OtherPlace(passage.Citation, NameOf(passage)))];

        string NameOf(AnswerPassage passage) =>
            passage.Briefing == shown.First.Briefing ? Paragraph(passage) : names.Add(OutletOf(passage)) ? OutletOf(passage) : passage.Briefing;
    }

    private static string OutletOf(AnswerPassage passage) => passage.Source ?? passage.Title;

    private static string Paragraph(AnswerPassage passage) => string.Create(CultureInfo.InvariantCulture, $"paragraph {passage.Paragraph}");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(AnswerBadge badge) => $"{badge.Kind}: {badge.Text}";
}
