using Bot.Mentions;

namespace Bot.Quotes;

/// <summary>Mentions as the finders here need them: in text order and apart; of two that overlap, the first and longer.</summary>
internal static class MentionOrder
{
    public static IReadOnlyList<Mention> Of(IReadOnlyList<Mention> mentions)
    {
        for (var i = 1; i < mentions.Count; i++)
        {
            if (mentions[i].Span.Start < mentions[i - 1].Span.End) return Sorted(mentions);
        }
        return mentions;
    }

    private static List<Mention> Sorted(IReadOnlyList<Mention> mentions)
    {
        var apart = new List<Mention>(mentions.Count);
        foreach (var mention in mentions.OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End))
        {
            if (apart.Count == 0 || mention.Span.Start >= apart[^1].Span.End) apart.Add(mention);
        }
        return apart;
    }
}
