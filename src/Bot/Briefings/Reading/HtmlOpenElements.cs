using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Bot.Briefings.Reading;

/// <summary>
/// Counts the elements that a page leaves open. A parser looks through all open ones at each new one: a hundred thousand of them, which
/// is a small file, would take it hours.
/// </summary>
internal static partial class HtmlOpenElements
{
    public const int Most = 10_000;

    /// <summary>Elements that have no end, or whose end is mostly left out.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeedNoEnd = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td",
        "th", "tbody", "thead", "tfoot", "option", "optgroup", "rt", "rp", "path").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool AreTooMany(string html)
    {
        var open = 0;
        foreach (var tag in Tag.EnumerateMatches(html))
        {
            var name = html.AsSpan(tag.Index + 1, tag.Length - 1);
            var ends = name[0] == '/';
            if (NeedNoEnd.Contains(ends ? name[1..] : name)) continue;
            if (ends) open = Math.Max(0, open - 1);
            else if (++open > Most) return true;
        }

        return false;
    }

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9]{0,20}", RegexOptions.CultureInvariant)]
    private static partial Regex Tag { get; }
}
