using System.Runtime.CompilerServices;
using Bot.Mentions;
using Bot.Passages;
using Bot.Text;

namespace Bot.Indexing;

/// <summary>
/// A passage as the index holds it. <paramref name="Checksum"/> is that of its words when it was indexed: words that are sliced out of the
/// stored text later must still have it. <paramref name="Day"/> is the document date; null where it is unknown.
/// </summary>
internal sealed record IndexedPassage(
    BriefingId Briefing, string Collection, TextHash Text, string Language, DateOnly? Day, ulong Checksum, Passage Passage)
{
    private IReadOnlyList<AnalyzedTerm>? terms;
    private Tuple<string, string[]>? title;

    /// <summary>The terms of its words, cut once for as long as the passage is remembered.</summary>
    /// <param name="words">The passage's words, checked against its checksum.</param>
    public IReadOnlyList<AnalyzedTerm> TermsOf(string words) => terms ??= BriefingAnalyzer.Analyze(words, Language);

    /// <summary>The terms of its briefing's title, cut once for as long as the title is the same.</summary>
    public IReadOnlyList<string> TitleTermsOf(string words)
    {
        if (title is { } known && known.Item1 == words) return known.Item2;
        string[] cut = [.. BriefingAnalyzer.Analyze(words, Language).Select(term => term.Term)];
        title = Tuple.Create(words, cut);
        return cut;
    }

    /// <summary>A passage of an index is itself alone: to compare all that it holds would take longer than to read it.</summary>
    public bool Equals(IndexedPassage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public Citation Cite(TextSpan span) => new(Briefing, Text, span);

    /// <param name="what">One of <see cref="PassageFields.HeldThings"/>.</param>
    public bool Holds(string what) => what switch
    {
        PassageFields.Times => Passage.Annotations.Times.Count > 0,
        PassageFields.Roles => Passage.Annotations.Roles.Count > 0,
        PassageFields.Places => Passage.Annotations.Mentions.Any(mention => mention.Type == EntityType.Place),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Not a thing that passages are asked for."),
    };
}

/// <summary>A scored passage.</summary>
/// <param name="Score">BM25 (Robertson and Zaragoza 2009, k1 1.2, b 0.75) summed over the fields; comparable only within one search.</param>
internal sealed record Hit(IndexedPassage Passage, double Score);
