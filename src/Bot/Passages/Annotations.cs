using Bot.Mentions;
using Bot.Quotes;
using Bot.Text;
using Bot.Times;

namespace Bot.Passages;

/// <summary>All that the finders found in a stretch of prose, each list in text order.</summary>
internal sealed record Annotations(
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<TimeExpression> Times,
    IReadOnlyList<Quotation> Quotations,
    IReadOnlyList<HedgeCue> Cues)
{
    public static Annotations Of(Prose prose, DateOnly? documentDate)
    {
        var text = new NameText(prose);
        var mentions = MentionTagger.Tag(text);
        return new Annotations(
            mentions,
            RoleFinder.Find(text, mentions),
            TimeExpressionFinder.Find(prose, documentDate),
            QuotationFinder.Find(prose, mentions),
            HedgeCueFinder.Find(prose));
    }
}
