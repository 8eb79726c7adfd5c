using System.Globalization;
using System.Text;
using Bot.Chat;
using Bot.Discord.Wire;
using Bot.Text;

namespace Bot.Discord;

/// <summary>
/// A page of a reply as one message: an embed for what stands above, one for each passage with its words, the match in bold, and where it stands; buttons for
/// the other pages and for what can be done next. Within Discord's limits by its making: long words are cut at the end of a sentence, never the message.
/// </summary>
/// <param name="keep">Keeps a line that no button's id has room for, under a key; false when it cannot.</param>
internal sealed class DiscordReply(Func<string, string, bool> keep)
{
    /// <summary>Characters over all embeds, in one embed's text, in its title; what a head, a field of it, and the last line may take of them.</summary>
    private const int MostInAll = 6_000, MostDescription = 4_096, MostTitle = 256, MostHead = 2_000, MostField = 400, MostFooter = 400;

    /// <summary>With the footer's own markup.</summary>
    private const int MostKeyLine = 44;

    private const int MostEmbeds = 10, MostContent = 2_000, MostAsked = 300;

    private const int Colour = 0x3B6EA5;

    private readonly DiscordButtons buttons = new(keep);

    /// <param name="line">What was asked, for the buttons to ask it again; a message that all see begins with it, for they have not seen who asked what.</param>
    /// <param name="page">Counted from 0; one beyond the last shows the last.</param>
    /// <param name="isPrivate">Whether the asker alone sees it.</param>
    public MessageBody Write(Reply reply, string line, int page, bool isPrivate)
    {
        var pages = ReplyPages.Of(reply);
        page = Math.Clamp(page, 0, pages.Count - 1);
        var items = pages.ItemsOf(page).ToList();
        var embeds = new List<Embed>();
        var above = items.Count == 0 ? pages.After : page == 0 ? pages.Before : AboveLaterPage(pages, page);
        if (Head(above, items.Count == 0 ? MostDescription - MostFooter : MostHead) is { } head) embeds.Add(head);
        AddPassages(embeds, items);
        AddFooter(embeds, pages, Math.Min(pages.Items.Count, (page + 1) * ReplyPages.ItemsPerPage));
        return new MessageBody(
            Content: isPrivate || line.Length == 0 ? null : $"-# {Markdown.Short(line, MostAsked)}",
            Embeds: embeds, Components: buttons.Of(pages, page, items, line, isPrivate), Flags: isPrivate ? MessageFlags.Ephemeral : null);
    }

    /// <summary>What nobody asked, all of it at once: there is no line for buttons to ask again. Its first ten passages, and how many there are.</summary>
    /// <param name="key">Tells this message from every other; its last line.</param>
    public MessageBody WritePost(Reply reply, string key)
    {
        var pages = ReplyPages.Of(reply);
        var items = pages.ItemsOf(0, MostEmbeds).ToList();
        var head = Head(items.Count == 0 ? pages.After : pages.Before, MostContent - MostTitle - 8 - MostKeyLine);
        var embeds = new List<Embed>();
        AddPassages(embeds, items);
        AddFooter(embeds, pages, items.Count);
        if (embeds.Count > 0) embeds[^1] = embeds[^1] with { Description = embeds[^1].Description + KeyLine(key) };
        var above = string.Join('\n', new[] { head?.Title is { } title ? $"**{title}**" : null, head?.Description }.OfType<string>());
        return new MessageBody(Content: embeds.Count > 0 ? above : above + KeyLine(key), Embeds: embeds, Components: buttons.Of(pages, 0, items, "", isPrivate: false));
    }

    /// <summary>How a post ends that is to be found again.</summary>
    public static string KeyLine(string key) => $"\n-# `{key}`";

    /// <summary>What holds for every page: why there is no better answer, and the heading that the first passage still stands under.</summary>
    private static IEnumerable<ReplyBlock> AboveLaterPage(ReplyPages pages, int page) => pages.Before.Where(block => block is Line)
        .Concat(pages.Items.Take(page * ReplyPages.ItemsPerPage).SelectMany(item => item.Blocks).OfType<Heading>().TakeLast(1));

    private static void AddPassages(List<Embed> embeds, List<(int Number, ReplyItem Item)> items)
    {
        var left = MostInAll - MostFooter - embeds.Sum(LengthOf);
        foreach (var (number, item) in items)
        {
            embeds.Add(new Embed(Description: PassageText.Write(number, item, Math.Min(MostDescription - MostFooter, left / items.Count)), Color: Colour));
        }
    }

    private static void AddFooter(List<Embed> embeds, ReplyPages pages, int shown)
    {
        if (pages.After.OfType<Footer>().FirstOrDefault() is not { } footer) return;
        var text = "-# " + VisibleText.Shorten(FooterText.Of(footer, shown, seen => $"<t:{seen.ToUnixTimeSeconds()}:R>"), MostFooter - MostKeyLine);
        if (embeds.Count == 0) embeds.Add(new Embed(Description: text, Color: Colour));
        else embeds[^1] = embeds[^1] with { Description = $"{embeds[^1].Description}\n\n{text}".TrimStart() };
    }

    private static int LengthOf(Embed embed) => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0);

    /// <param name="most">Characters of its text. What has no more room is counted, not left out in silence.</param>
    private static Embed? Head(IEnumerable<ReplyBlock> blocks, int most)
    {
        string? title = null;
        var lines = new List<string>();
        foreach (var block in blocks)
        {
            if (block is Heading heading && title is null) title = Markdown.Short(heading.Text, MostTitle);
            else if (Written(block) is { } line) lines.Add(line);
        }
        if (title is null && lines.Count == 0) return null;
        var text = new StringBuilder();
        var left = lines.Count;
        foreach (var line in lines.TakeWhile(line => text.Length + line.Length + 1 <= most - 20))
        {
            text.Append(line).Append('\n');
            left--;
        }
        if (left > 0) text.Append(CultureInfo.InvariantCulture, $"*and {left} more*");
        return new Embed(title, text.Length == 0 ? null : text.ToString().TrimEnd(), Colour);
    }

    private static string? Written(ReplyBlock block) => block switch
    {
        Heading heading => $"**{Markdown.Short(heading.Text, MostField)}**",
        Line line => Markdown.Short(line.Text, 2 * MostField),
        Field field => $"**{Markdown.Short(field.Name, MostField)}:** {Markdown.Short(field.Value, MostField)}",
        _ => null,
    };
}
