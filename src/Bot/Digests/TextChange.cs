using Bot.Text;

namespace Bot.Digests;

/// <summary>What a correction changed: a sentence of the text before and the one that stands there now.</summary>
/// <param name="Before">In the text before; null where something was only added.</param>
/// <param name="After">In the text now; null where something was only taken out.</param>
internal sealed record TextChange(TextSpan? Before, TextSpan? After)
{
    /// <summary>The first sentence that the text before did not have, and of those that are gone the one most like it. Null where no sentence differs.</summary>
    public static TextChange? Between(string before, TextSpan bodyBefore, string now, TextSpan bodyNow, string language)
    {
        var (old, current) = (Sentences(before, bodyBefore, language), Sentences(now, bodyNow, language));
        var (known, kept) = (old.Select(one => one.Words).ToHashSet(StringComparer.Ordinal), current.Select(one => one.Words).ToHashSet(StringComparer.Ordinal));
        var gone = old.Where(one => !kept.Contains(one.Words)).ToList();
        var come = current.Where(one => !known.Contains(one.Words)).ToList();
        if (come.Count == 0) return gone.Count == 0 ? null : new TextChange(gone[0].Span, null);
        var added = come[0];
        if (gone.Count == 0) return new TextChange(null, added.Span);
        var nearest = gone.MaxBy(one => Alike(one.Words, added.Words));
        return new TextChange(Alike(nearest.Words, added.Words) > 0 ? nearest.Span : null, added.Span);
    }

    private static List<(TextSpan Span, string Words)> Sentences(string text, TextSpan body, string language) =>
        [.. SentenceSplitter.Split(text, body, language).Sentences.Select(sentence => (sentence.Span,
            string.Join(' ', sentence.Span.Slice(text).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))];

    /// <summary>How many words two sentences share, as a share of both (Dice 1945).</summary>
    private static double Alike(string one, string other)
    {
        var (a, b) = (one.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase), other.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase));
        return 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }
}
