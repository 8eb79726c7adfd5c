using System.Globalization;
using Bot.Chat;

namespace Bot.App.Terminal;

/// <summary>What to do after a line: show a page of an answer, a sentence, or leave.</summary>
internal sealed record Turn(ReplyPages? Reply, int Page, string? Note, bool Leaves)
{
    public static Turn Nothing { get; } = new(null, 0, null, false);

    public static Turn Leave { get; } = new(null, 0, null, true);

    public static Turn Show(ReplyPages reply, int page) => new(reply, page, null, false);

    public static Turn Say(string note) => new(null, 0, note, false);
}

/// <summary>
/// Line by line: a command or question is answered; <c>m</c> or an empty line shows more of the last answer, <c>2</c> its second passage
/// in its surroundings; <c>exit</c> and <c>quit</c> leave.
/// </summary>
internal sealed class Dialogue(Func<string, Reply> answer)
{
    private ReplyPages? _last;
    private int _page;

    public Turn Hear(string line)
    {
        var said = line.Trim();
        switch (said.ToUpperInvariant())
        {
            case "EXIT" or "QUIT" or "/EXIT" or "/QUIT":
                return Turn.Leave;
            case "" when !HasMore:
                return Turn.Nothing;
            case "M" when _last is not null && !HasMore:
                return Turn.Say("There is no more of this answer.");
            case "" or "M" when HasMore:
                return Turn.Show(_last!, ++_page);
        }
        if (_last is { Items.Count: > 0 } last && int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number < 1 || number > last.Items.Count || last.Items[number - 1].CitationId is not { } citation)
            {
                return Turn.Say($"There is no passage {said}: the last answer has {last.Items.Count}.");
            }
            said = $"/{CommandCatalog.Source} {citation}";
        }
        _last = ReplyPages.Of(answer(said));
        _page = 0;
        return Turn.Show(_last, 0);
    }

    /// <summary>How to go on after the page shown; null when there is nothing to say.</summary>
    public string? Hint
    {
        get
        {
            if (_last is not { Items.Count: > 0 } last) return null;
            var first = (_page * ReplyPages.ItemsPerPage) + 1;
            var final = Math.Min(last.Items.Count, first + ReplyPages.ItemsPerPage - 1);
            var numbers = first == final ? $"{first}" : $"{first}-{final}";
            var more = HasMore ? $"Enter or m: more ({final} of {last.Items.Count} shown). " : "";
            return $"{more}{numbers}: a passage in its surroundings.";
        }
    }

    /// <summary>That there is more than the page shown, for lines from a pipe; null where there is not.</summary>
    public string? MoreHint => HasMore && _last is { } last
        ? $"{(_page + 1) * ReplyPages.ItemsPerPage} of {last.Items.Count} shown. A line with m shows more."
        : null;

    private bool HasMore => _last is not null && _page + 1 < _last.Count;
}
