using System.Text;
using Bot.Chat;
using Bot.Discord.Wire;
using Bot.Text;

namespace Bot.Discord;

/// <summary>
/// A page of a reply as one message: an embed for what stands above, one for each passage with its words, the match in bold, and where it stands; buttons for
/// the other pages and for what can be done next. Within Discord's limits by its making: long words are cut at the end of a sentence, never the message.
/// </summary>
internal sealed class DiscordReply(Action<string, string> keep)
{
    /// <summary>Characters over all embeds, in one embed's text, in its title; what a head, a line below a passage, and a field may take of them.</summary>
    private const int MostInAll = 6_000, MostDescription = 4_096, MostTitle = 256, MostHead = 2_000, MostField = 400, MostFooter = 400;

    /// <summary>What is left of a page's room for three passages must hold these and some words of each.</summary>
    private const int MostLead = 120, MostWhere = 250, MostBadges = 4, MostBadge = 40, MostAlso = 200;

    private const int MostInRow = 5, MostRows = 5, MostLabel = 80;

    private const int Colour = 0x3B6EA5;

    /// <param name="line">What was asked, for the buttons to ask it again; empty for what nobody asked, which has no other pages to turn to.</param>
    /// <param name="page">Counted from 0; one beyond the last shows the last.</param>
    /// <param name="isPrivate">Whether the asker alone sees it.</param>
    public MessageBody Write(Reply reply, string line, int page, bool isPrivate)
    {
        var pages = ReplyPages.Of(reply);
        page = Math.Clamp(page, 0, pages.Count - 1);
        var items = pages.ItemsOf(page).ToList();
        var embeds = new List<Embed>();
        if (Head(items.Count == 0 ? pages.After : page == 0 ? pages.Before : []) is { } head) embeds.Add(head);
        var left = MostInAll - MostFooter - embeds.Sum(LengthOf);
        embeds.AddRange(items.Select(item => new Embed(Description: Passage(item.Number, item.Item, Math.Min(MostDescription - MostFooter, left / items.Count)), Color: Colour)));
        if (pages.After.OfType<Footer>().FirstOrDefault() is { } footer)
        {
            var shown = Math.Min(pages.Items.Count, (page + 1) * ReplyPages.ItemsPerPage);
            var text = "-# " + VisibleText.Shorten(FooterText.Of(footer, shown, seen => $"<t:{seen.ToUnixTimeSeconds()}:R>"), MostFooter - 8);
            if (embeds.Count == 0) embeds.Add(new Embed(Description: text, Color: Colour));
            else embeds[^1] = embeds[^1] with { Description = $"{embeds[^1].Description}\n\n{text}".TrimStart() };
        }
        return new MessageBody(Embeds: embeds, Components: [.. Rows(pages, page, items, line, isPrivate).Take(MostRows)], Flags: isPrivate ? MessageFlags.Ephemeral : null);
    }

    private static int LengthOf(Embed embed) => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0);

    private static Embed? Head(IEnumerable<ReplyBlock> blocks)
    {
        string? title = null;
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            var written = block switch
            {
                Heading heading when title is null => Titled(heading),
                Heading heading => $"**{Short(heading.Text, MostField)}**",
                Line line => Short(line.Text, 2 * MostField),
                Field field => $"**{Short(field.Name, MostField)}:** {Short(field.Value, MostField)}",
                _ => null,
            };
            if (written is not null && text.Length + written.Length + 1 <= MostHead) text.Append(written).Append('\n');
        }
        return title is null && text.Length == 0 ? null : new Embed(title, text.Length == 0 ? null : text.ToString().TrimEnd(), Colour);

        string? Titled(Heading heading)
        {
            title = Short(heading.Text, MostTitle);
            return null;
        }
    }

    /// <param name="most">Characters that it may take.</param>
    private static string Passage(int number, ReplyItem item, int most)
    {
        var text = new StringBuilder();
        var where = string.Concat(item.Blocks.OfType<CitationLine>().Select(citation => "\n-# " + Where(citation)));
        foreach (var block in item.Blocks)
        {
            switch (block)
            {
                case Quote quote:
                    text.Append(quote.Lead is { } lead ? $"**{number} · {Short(lead, MostLead)}**\n> " : $"**{number}**\n> ");
                    text.Append(QuoteText.Fitting(quote, most - text.Length - where.Length));
                    break;
                case Heading heading:
                    text.Append("**").Append(Short(heading.Text, MostTitle)).Append("**\n");
                    break;
                case Line line:
                    text.Append(Short(line.Text, MostField)).Append('\n');
                    break;
            }
        }
        return text.Append(where).ToString();
    }

    private static string Where(CitationLine citation)
    {
        List<string> parts = [Short(citation.Where, MostWhere), .. citation.Badges.Take(MostBadges).Select(badge => $"*{Short(badge, MostBadge)}*"), $"`{citation.Id}`"];
        if (AlsoText.Of(citation) is { Length: > 0 } also) parts.Add(Short(also, MostAlso));
        return string.Join(" · ", parts);
    }

    /// <summary>Escaped, and then no longer than that.</summary>
    private static string Short(string text, int most)
    {
        var escaped = Markdown.Escape(text);
        for (var length = most; escaped.Length > most && length > 2; length = length * 3 / 4) escaped = Markdown.Escape(VisibleText.Shorten(text, length));
        return escaped;
    }

    private IEnumerable<ActionRow> Rows(ReplyPages pages, int page, List<(int Number, ReplyItem Item)> items, string line, bool isPrivate)
    {
        var first = new List<ButtonBody>();
        if (pages.Count > 1 && line.Length > 0)
        {
            first.Add(Button("◀", new ButtonId(ButtonAction.Page, Math.Max(0, page - 1), line), isDisabled: page == 0, unlike: "<"));
            first.Add(Button("▶", new ButtonId(ButtonAction.Page, Math.Min(pages.Count - 1, page + 1), line), isDisabled: page == pages.Count - 1));
        }
        if (isPrivate && pages.Items.Count > 0 && line.Length > 0) first.Add(Button("Share", new ButtonId(ButtonAction.Share, page, line)));
        if (first.Count > 0) yield return new ActionRow(first);
        List<ButtonBody> sources =
        [
            // Under two of its times a passage stands twice, and no id may.
            .. items.Where(item => item.Item.CitationId is not null && !IsSourceOf(line)).DistinctBy(item => item.Item.CitationId)
                .Select(item => Button($"{item.Number}", new ButtonId(ButtonAction.Open, 0, $"/{CommandCatalog.Source} {item.Item.CitationId}"))),
        ];
        if (sources.Count > 0) yield return new ActionRow(sources);
        var next = pages.After.Concat(pages.Before).OfType<Button>().DistinctBy(button => button.CommandLine)
            .Select(button => Button(button.Label, new ButtonId(ButtonAction.Open, 0, button.CommandLine), ButtonStyle.Primary));
        foreach (var row in next.Chunk(MostInRow)) yield return new ActionRow(row);
    }

    private static bool IsSourceOf(string line) => line.StartsWith($"/{CommandCatalog.Source} ", StringComparison.Ordinal);

    private ButtonBody Button(string label, ButtonId id, int style = ButtonStyle.Secondary) => Button(label, id, false, "", style);

    /// <param name="unlike">Tells two buttons apart that would do the same, for no id may stand twice in a message.</param>
    private ButtonBody Button(string label, ButtonId id, bool isDisabled, string unlike = "", int style = ButtonStyle.Secondary)
    {
        var written = (isDisabled ? id with { Line = unlike } : id).Write(keep);
        return new ButtonBody(style, VisibleText.Shorten(label, MostLabel), written, isDisabled ? true : null);
    }
}
