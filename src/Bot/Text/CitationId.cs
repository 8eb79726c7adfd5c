using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Text;

/// <summary>A citation id taken apart: eight hex digits of the text's hash, and the span.</summary>
internal readonly partial record struct CitationId(string HashPrefix, TextSpan Span)
{
    /// <summary>Reads "3f9a01bc:120-188"; null for anything else, also for a span that ends before it starts.</summary>
    public static CitationId? TryParse(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success
            || !int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(match.Groups[3].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || end < start) return null;
        return new CitationId(match.Groups[1].Value.ToLowerInvariant(), new TextSpan(start, end));
    }

    [GeneratedRegex(@"^([0-9a-fA-F]{8}):([0-9]{1,10})-([0-9]{1,10})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
