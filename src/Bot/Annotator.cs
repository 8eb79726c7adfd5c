using Bot.Answers;
using Bot.Briefings.Reading;
using Bot.Passages;
using Bot.Text;

namespace Bot;

/// <summary>The core's second door: what the finders find in a text, without any index.</summary>
public static class Annotator
{
    /// <param name="date">The document date; null when it is unknown. Then the date at the head of the text is taken, as it is from a
    /// briefing.</param>
    public static AnnotatedText Annotate(string id, string text, DateOnly? date)
    {
        var prose = SentenceSplitter.Split(text, LanguageGuesser.Guess(text));
        var found = Annotations.Of(prose, date ?? DateLine.Find(text));
        return new AnnotatedText(
            id,
            [.. prose.Sentences.Select(sentence => new AnswerSpan(sentence.Span.Start, sentence.Span.End))],
            [.. found.Mentions.Select(mention => new AnnotatedMention(
                mention.Span.Start, mention.Span.End, mention.Type.ToString().ToLowerInvariant(), mention.Name))],
            [.. found.Times.Select(time => new AnnotatedTime(time.Span.Start, time.Span.End, time.Type.ToString().ToUpperInvariant(), time.Value))],
            [.. found.Roles.Select(role => new AnnotatedRole(
                role.Person, role.Span.Slice(text).ToString(), role.Span.Start, role.Span.End, role.Unsure))],
            [.. found.Quotations.Select(quotation => new AnnotatedQuotation(
                quotation.Span.Start, quotation.Span.End, quotation.Speaker, quotation.Direct))]);
    }
}
