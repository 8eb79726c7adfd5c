using Bot.Mentions;
using Bot.Quotes;
using Bot.Text;
using Bot.Times;

namespace Bot.Passages;

/// <summary>
/// A few neighbouring sentences of one briefing, with what stands in them: the unit that is indexed and retrieved. All spans refer to the
/// briefing's original text. <paramref name="Ordinal"/> counts the briefing's passages from 0.
/// </summary>
internal sealed record Passage(
    int Ordinal,
    TextSpan Span,
    IReadOnlyList<Sentence> Sentences,
    Annotations Annotations)
{
    public IEnumerable<Mention> MentionsIn(TextSpan span) => Annotations.Mentions.Where(mention => span.Contains(mention.Span));

    public IEnumerable<TimeExpression> TimesIn(TextSpan span) => Annotations.Times.Where(time => span.Contains(time.Span));

    public IEnumerable<HedgeCue> CuesIn(TextSpan span) => Annotations.Cues.Where(cue => span.Contains(cue.Span));

    public IEnumerable<Quotation> QuotationsIn(TextSpan span) => Annotations.Quotations.Where(quotation => span.Overlaps(quotation.Span));
}
