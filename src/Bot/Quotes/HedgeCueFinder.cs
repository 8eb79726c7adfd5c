using Bot.Text;

namespace Bot.Quotes;

/// <summary>
/// Finds the words that say a claim is uncertain, reported, denied or yet to come. One stretch of words may be a cue of two
/// kinds ("could not": hedged by "could", denied by both); of one kind the longest counts.
/// </summary>
internal static class HedgeCueFinder
{
    /// <summary>In text order; a cue never crosses the end of a sentence.</summary>
    public static IReadOnlyList<HedgeCue> Find(Prose prose)
    {
        var found = new List<HedgeCue>();
        var lexicon = HedgeLexicon.For(prose.Language);
        for (var sentence = 0; sentence < prose.Sentences.Count; sentence++)
        {
            var first = found.Count;
            var words = prose.Tokens[sentence];
            for (var at = 0; at < words.Length; at++)
            {
                if (words[at].Kind == TokenKind.Word) AddAt(prose.Text, words, at, lexicon, found);
            }
            // A cue that is widened to its source ("two of the sources said") may begin before the one found just before it.
            found.Sort(first, found.Count - first, TextOrder);
        }
        return found;
    }

    private static void AddAt(string text, ReadOnlySpan<Token> words, int at, HedgeLexicon lexicon, List<HedgeCue> found)
    {
        foreach (var phrase in lexicon.BeginningWith(words[at].Slice(text)))
        {
            if (!Matches(text, words, at, phrase.Words)) continue;
            if (lexicon.IsEnglish && !HedgeGuard.IsCue(text, words, at, phrase)) continue;
            var from = lexicon.IsEnglish && phrase.Kind == HedgeKind.Reported ? HedgeGuard.SourceBefore(text, words, at) : at;
            var span = new TextSpan(words[from].Span.Start, words[at + phrase.Words.Length - 1].Span.End);
            if (!IsCovered(found, phrase.Kind, span)) found.Add(new HedgeCue(phrase.Kind, span));
        }
    }

    private static bool Matches(string text, ReadOnlySpan<Token> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Length) return false;
        for (var i = 1; i < phrase.Length; i++)
        {
            if (!words[at + i].Is(text, phrase[i])) return false;
        }
        return true;
    }

    private static bool IsCovered(List<HedgeCue> found, HedgeKind kind, TextSpan span)
    {
        // Cues are short, so what overlaps is among the last few.
        for (var i = found.Count - 1; i >= 0 && i >= found.Count - 6; i--)
        {
            if (found[i].Kind == kind && found[i].Span.Overlaps(span)) return true;
        }
        return false;
    }

    private static readonly Comparer<HedgeCue> TextOrder = Comparer<HedgeCue>.Create((a, b) =>
        a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start)
        : a.Span.End != b.Span.End ? b.Span.End.CompareTo(a.Span.End) : a.Kind.CompareTo(b.Kind));
}
