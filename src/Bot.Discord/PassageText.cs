using System.Text;
using Bot.Chat;

namespace Bot.Discord;

/// <summary>A passage as the text of an embed: its number, what it is listed under, its words with the match in bold, and in small where it stands.</summary>
internal static class PassageText
{
    private const int MostLead = 300, MostTitle = 256, MostLine = 400, MostWhere = 250, MostBadges = 6, MostBadge = 40, MostAlso = 240;

    /// <param name="most">Characters that it may take, 400 or more; the words get what is left of them.</param>
    public static string Write(int number, ReplyItem item, int most)
    {
        var text = new StringBuilder();
        var where = string.Concat(item.Blocks.OfType<CitationLine>().Select(citation => "\n-# " + Where(citation, most / 2)));
        foreach (var block in item.Blocks)
        {
            switch (block)
            {
                case Quote quote:
                    text.Append(quote.Lead is { } lead ? $"**{number} · {Markdown.Short(lead, Math.Min(MostLead, most / 3))}**\n> " : $"**{number}**\n> ");
                    text.Append(QuoteText.Fitting(quote, most - text.Length - where.Length));
                    break;
                case Heading heading:
                    text.Append("**").Append(Markdown.Short(heading.Text, Math.Min(MostTitle, most / 8))).Append("**\n");
                    break;
                case Line line:
                    text.Append(Markdown.Short(line.Text, Math.Min(MostLine, most / 6))).Append('\n');
                    break;
            }
        }
        return text.Append(where).ToString();
    }

    /// <summary>The id always and whole; of the names, badges and other places what there is room for.</summary>
    private static string Where(CitationLine citation, int most)
    {
        var id = $"`{citation.Id}`";
        var left = most - id.Length - 6;
        List<string> parts = [Markdown.Short(citation.Where, Math.Min(MostWhere, left / 2))];
        left -= parts[0].Length;
        foreach (var badge in KindsFirst(citation.Badges).Take(MostBadges).Select(badge => $"*{Markdown.Short(badge, MostBadge)}*"))
        {
            if (badge.Length + 3 > left) break;
            parts.Add(badge);
            left -= badge.Length + 3;
        }
        parts.Add(id);
        if (Also(citation, Math.Min(MostAlso, left - 3)) is { Length: > 0 } also) parts.Add(also);
        return string.Join(" · ", parts);
    }

    /// <summary>One badge of each kind before a second of any: that something is denied must not fall behind four cues that it is reported.</summary>
    private static IEnumerable<string> KindsFirst(IReadOnlyList<string> badges) => badges
        .GroupBy(badge => badge.Split(':')[0]).SelectMany(kind => kind.Select((badge, rank) => (badge, rank))).OrderBy(one => one.rank).Select(one => one.badge);

    /// <summary>Names are shortened before ids are.</summary>
    private static string Also(CitationLine citation, int most)
    {
        var whole = Markdown.Escape(AlsoText.Of(citation));
        if (whole.Length <= most) return whole;
        var ids = Markdown.Escape($"also in {string.Join(", ", citation.Also.Select(place => place.Id))}");
        return ids.Length <= most ? ids : Markdown.Short($"also in {FooterText.Counted(citation.AlsoInAll, "other place")}", Math.Max(0, most));
    }
}
