using Bot.Briefings;
using Bot.Quotes;
using Bot.Text;

namespace Bot.Passages;

/// <summary>
/// Cuts a briefing into passages. A paragraph is one, as its author meant it to be read together; a longer one is cut between sentences, and
/// headings and one-line paragraphs go with what follows them.
/// </summary>
internal static class PassageSplitter
{
    /// <summary>UTF-16 code units: a paragraph up to this length stays whole. BM25 with b 0.75 is at its best on lengths that do not differ much.</summary>
    public const int LongestPassage = 1_200;

    /// <summary>UTF-16 code units: a paragraph below it (a heading, a by-line) says too little to be found by itself.</summary>
    public const int ShortParagraph = 60;

    /// <summary>
    /// UTF-16 code units. A book is annotated in sections of this size, at paragraph ends, so that memory stays bounded; names are then
    /// resolved within a section.
    /// </summary>
    private const int Section = 250_000;

    public static IEnumerable<Passage> Split(Briefing briefing)
    {
        var prose = SentenceSplitter.Split(briefing.Text, briefing.Body, briefing.Language);
        var ordinal = 0;
        foreach (var section in Sections(prose))
        {
            foreach (var passage in Cut(section, Annotations.Of(section, briefing.Date), ordinal))
            {
                yield return passage;
                ordinal++;
            }
        }
    }

    /// <param name="found">All that was found in <paramref name="prose"/>.</param>
    /// <param name="ordinal">Of the first passage.</param>
    internal static IEnumerable<Passage> Cut(Prose prose, Annotations found, int ordinal)
    {
        var cursor = new Cursor(found);
        foreach (var sentences in Group(prose.Sentences))
        {
            var span = new TextSpan(sentences[0].Span.Start, sentences[^1].Span.End);
            yield return new Passage(ordinal++, span, sentences, cursor.Take(span));
        }
    }

    private static IEnumerable<Prose> Sections(Prose prose)
    {
        if (prose.Text.Length <= 2 * Section)
        {
            yield return prose;
            yield break;
        }
        var section = new List<Sentence>();
        foreach (var sentence in prose.Sentences)
        {
            var isFull = section.Count > 0 && sentence.Span.End - section[0].Span.Start > Section;
            if (isFull && (sentence.Paragraph != section[^1].Paragraph || sentence.Span.End - section[0].Span.Start > 2 * Section))
            {
                yield return new Prose(prose.Text, section, prose.Language);
                section = [];
            }
            section.Add(sentence);
        }
        if (section.Count > 0) yield return new Prose(prose.Text, section, prose.Language);
    }

    private static IEnumerable<IReadOnlyList<Sentence>> Group(IReadOnlyList<Sentence> sentences)
    {
        var group = new List<Sentence>();
        foreach (var sentence in sentences)
        {
            if (group.Count > 0 && EndsBefore(sentence, group))
            {
                yield return group;
                group = [];
            }
            group.Add(sentence);
        }
        if (group.Count > 0) yield return group;
    }

    private static bool EndsBefore(Sentence next, List<Sentence> group)
    {
        if (next.Span.End - group[0].Span.Start > LongestPassage) return true;
        return next.Paragraph != group[^1].Paragraph && group[^1].Span.End - group[0].Span.Start >= ShortParagraph;
    }

    /// <summary>Hands out annotations passage by passage; the lists are in text order, so each is walked once.</summary>
    private sealed class Cursor(Annotations all)
    {
        private int mentions, roles, times, quotations, cues;

        public Annotations Take(TextSpan passage) => new(
            TakeWithin(all.Mentions, ref mentions, mention => mention.Span, passage),
            TakeWithin(all.Roles, ref roles, role => role.Span, passage),
            TakeWithin(all.Times, ref times, time => time.Span, passage),
            TakeQuotations(passage),
            TakeWithin(all.Cues, ref cues, cue => cue.Span, passage));

        private static List<T> TakeWithin<T>(IReadOnlyList<T> list, ref int next, Func<T, TextSpan> spanOf, TextSpan passage)
        {
            var taken = new List<T>();
            for (; next < list.Count && spanOf(list[next]).Start < passage.End; next++)
            {
                if (passage.Contains(spanOf(list[next]))) taken.Add(list[next]);
            }
            return taken;
        }

        /// <summary>A quotation that runs over the passage's end is cut there, and its rest goes to the passages that hold it.</summary>
        private List<Quotation> TakeQuotations(TextSpan passage)
        {
            var taken = new List<Quotation>();
            while (quotations < all.Quotations.Count && all.Quotations[quotations].Span.End <= passage.Start) quotations++;
            for (var i = quotations; i < all.Quotations.Count && all.Quotations[i].Span.Start < passage.End; i++)
            {
                var span = all.Quotations[i].Span;
                if (!span.Overlaps(passage)) continue;
                var part = new TextSpan(Math.Max(span.Start, passage.Start), Math.Min(span.End, passage.End));
                taken.Add(all.Quotations[i] with { Span = part });
            }
            return taken;
        }
    }
}
