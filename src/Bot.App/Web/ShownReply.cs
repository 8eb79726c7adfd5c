using Bot.Answers;
using Bot.App.Wording;
using Bot.Chat;

namespace Bot.App.Web;

/// <summary>An answer as it is read: the blocks that the terminal shows too, cut into passages.</summary>
/// <param name="Id">The answer's id, to quote when something is wrong with it.</param>
/// <param name="Before">What stands above the first passage.</param>
/// <param name="After">What stands below each page: suggestions, as a rule.</param>
/// <param name="PageSize">How many passages a page shows; <paramref name="Footers"/> has one line for each page, the first first.</param>
/// <param name="Footers">How much is shown of how much, with this page and all before it.</param>
/// <param name="Changes">Whether the line is one that changes something: a GET has not done it, and it has to be sent by POST.</param>
/// <param name="Note">What has to be known of the whole answer, such as that the folder is still being read; null for nothing.</param>
internal sealed record ShownReply(
    string Id,
    string Command,
    string? Query,
    AnswerStatus Status,
    IReadOnlyList<ReplyBlock> Before,
    IReadOnlyList<ShownItem> Passages,
    IReadOnlyList<ReplyBlock> After,
    int PageSize,
    IReadOnlyList<string> Footers,
    string? Note,
    bool Changes)
{
    public static ShownReply Of(Answer answer, bool isIndexing, DateTimeOffset now)
    {
        var pages = ReplyPages.Of(AnswerReply.For(answer));
        var footer = pages.After.OfType<Footer>().FirstOrDefault();
        return new ShownReply(
            answer.Id, answer.Command, answer.Query, answer.Status,
            pages.Before, [.. pages.Items.Select(item => new ShownItem(item.CitationId, item.Blocks))],
            [.. pages.After.Where(block => block is not Footer)],
            ReplyPages.ItemsPerPage,
            footer is null ? [] : [.. Enumerable.Range(1, pages.Count).Select(page =>
                FooterText.Of(footer, Math.Min(pages.Items.Count, page * ReplyPages.ItemsPerPage), now))],
            isIndexing ? IndexingPace.StillReading : null,
            CommandCatalog.Find(answer.Command) is { Changes: true });
    }
}

/// <summary>A passage with what belongs to it.</summary>
/// <param name="Citation">What <c>/source</c> takes; null where there is none.</param>
internal sealed record ShownItem(string? Citation, IReadOnlyList<ReplyBlock> Blocks);
