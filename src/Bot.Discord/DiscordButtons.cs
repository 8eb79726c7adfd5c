using Bot.Chat;
using Bot.Discord.Wire;
using Bot.Text;

namespace Bot.Discord;

/// <summary>The buttons under a message: pages, Share and a verdict in the first row, the passages in their surroundings in the second, then what can be done next.</summary>
/// <param name="keep">Keeps a line that no button's id has room for, under a key; false when it cannot.</param>
internal sealed class DiscordButtons(Func<string, string, bool> keep)
{
    private const int MostInRow = 5, MostRows = 5, MostLabel = 80;

    public IReadOnlyList<ActionRow> Of(ReplyPages pages, int page, List<(int Number, ReplyItem Item)> items, string line, bool isPrivate)
    {
        // The buttons of one message ask the same as a rule: it is kept once.
        var kept = new HashSet<string>();
        bool KeepOnce(string key, string text) => kept.Contains(key) || (keep(key, text) && kept.Add(key));
        var rows = new[] { About(pages, page, line, isPrivate), Sources(items, line), Next(pages) }
            .Select(row => row.Select(button => Written(button, KeepOnce)).OfType<ButtonBody>().Chunk(MostInRow));
        return [.. rows.SelectMany(row => row).Where(row => row.Length > 0).Take(MostRows).Select(row => new ActionRow(row))];
    }

    private static IEnumerable<Planned> About(ReplyPages pages, int page, string line, bool isPrivate)
    {
        if (line.Length == 0) yield break;
        if (pages.Count > 1)
        {
            // A button that cannot be pressed still has an id, and no id may stand twice in a message.
            yield return new("◀", page == 0 ? new ButtonId(ButtonAction.Page, 0, "<") : new ButtonId(ButtonAction.Page, page - 1, line), IsDisabled: page == 0);
            yield return new("▶", page == pages.Count - 1 ? new ButtonId(ButtonAction.Page, 0, ">") : new ButtonId(ButtonAction.Page, page + 1, line), IsDisabled: page == pages.Count - 1);
        }
        if (pages.Items.Count == 0) yield break;
        if (isPrivate) yield return new("Share", new ButtonId(ButtonAction.Share, page, line));
        if (!LookUp.IsLine(line)) yield break;
        yield return new("👍", new ButtonId(ButtonAction.Helped, page, line));
        yield return new("👎", new ButtonId(ButtonAction.Misled, page, line));
    }

    /// <summary>Under two of its times a passage stands twice, and no id may.</summary>
    private static IEnumerable<Planned> Sources(List<(int Number, ReplyItem Item)> items, string line) => items
        .Where(item => item.Item.CitationId is not null && !IsSourceOf(line)).DistinctBy(item => item.Item.CitationId)
        .Select(item => new Planned($"{item.Number}", new ButtonId(ButtonAction.Open, 0, $"/{CommandCatalog.Source} {item.Item.CitationId}")));

    private static IEnumerable<Planned> Next(ReplyPages pages) => pages.After.Concat(pages.Before).OfType<Button>().DistinctBy(button => button.CommandLine)
        .Select(button => new Planned(button.Label, new ButtonId(ButtonAction.Open, 0, button.CommandLine), ButtonStyle.Primary));

    private static bool IsSourceOf(string line) => line.StartsWith($"/{CommandCatalog.Source} ", StringComparison.Ordinal);

    private static ButtonBody? Written(Planned button, Func<string, string, bool> keep) => button.Id.Write(keep) is { } id
        ? new ButtonBody(button.Style, VisibleText.Shorten(button.Label, MostLabel), id, button.IsDisabled ? true : null)
        : null;

    private sealed record Planned(string Label, ButtonId Id, int Style = ButtonStyle.Secondary, bool IsDisabled = false);
}
