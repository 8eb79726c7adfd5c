namespace Bot.Chat;

/// <summary>One passage with what belongs to it. <paramref name="CitationId"/> is what <c>/source</c> takes.</summary>
public sealed record ReplyItem(IReadOnlyList<ReplyBlock> Blocks, string? CitationId);

/// <summary>
/// A reply cut into its passages, three of which make a page. What stands before the first is shown with the first page; what stands
/// after the last, a count or something to do next, with each.
/// </summary>
public sealed record ReplyPages(IReadOnlyList<ReplyBlock> Before, IReadOnlyList<ReplyItem> Items, IReadOnlyList<ReplyBlock> After)
{
    public const int ItemsPerPage = 3;

    /// <summary>Pages; one where there is no passage.</summary>
    public int Count => Math.Max(1, (Items.Count + ItemsPerPage - 1) / ItemsPerPage);

    public static ReplyPages Of(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var before = new List<ReplyBlock>();
        var items = new List<List<ReplyBlock>>();
        var pending = new List<ReplyBlock>();
        foreach (var block in reply.Blocks)
        {
            switch (block)
            {
                case Quote when items.Count == 0:
                    before.AddRange(pending);
                    items.Add([block]);
                    pending.Clear();
                    break;
                case Quote:
                    // A heading or line between two passages speaks of the second.
                    items.Add([.. pending, block]);
                    pending.Clear();
                    break;
                case CitationLine when items.Count > 0:
                    items[^1].AddRange([.. pending, block]);
                    pending.Clear();
                    break;
                default:
                    pending.Add(block);
                    break;
            }
        }
        // Without passages all that is left to say stands at the end, the count as well.
        if (items.Count == 0) return new ReplyPages([], [], pending);
        return new ReplyPages(before, [.. items.Select(Item)], pending);
    }

    /// <param name="page">Counted from 0.</param>
    /// <param name="perPage">How many make a page.</param>
    public IEnumerable<(int Number, ReplyItem Item)> ItemsOf(int page, int perPage = ItemsPerPage) =>
        Items.Select((item, index) => (index + 1, item)).Skip(page * perPage).Take(perPage);

    private static ReplyItem Item(List<ReplyBlock> blocks) => new(blocks, blocks.OfType<CitationLine>().FirstOrDefault()?.Id);
}
