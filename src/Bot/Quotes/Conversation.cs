using Bot.Text;

namespace Bot.Quotes;

/// <summary>Reads statements in order and keeps who is speaking: what was said so far decides whose the next quotation is.</summary>
internal sealed class Conversation(Prose prose, List<QuotedSpan> quotes, SpeakerFinder speakers)
{
    /// <summary>Items of "Friday, August 15, 2008".</summary>
    private const int LongestDate = 6;

    private readonly List<Quotation> found = [];

    // The quotations of the current paragraph that still wait for a speaker: the next one told is theirs as well.
    private readonly List<int> waiting = [];
    private int paragraph = -1;
    private Speaker current;
    private bool goesOn;

    // Whose words a dash may go on with; of this paragraph.
    private Speaker speaking;

    // The paragraph that was said without marks, and its quotation; -1 for none.
    private int displayed = -1, displayedAt = -1;

    public List<Quotation> Quotations()
    {
        found.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        return found;
    }

    public void Read(Statement statement, Statement? before, Statement? after)
    {
        if (statement.Paragraph != paragraph) EnterParagraph(statement, before);
        var attributions = AttributionFinder.Find(statement, prose.Text);
        var said = new Speaker[attributions.Count];
        for (var i = 0; i < said.Length; i++)
        {
            said[i] = speakers.Find(attributions[i].Source, statement, attributions[i].From, i > 0 ? said[i - 1] : null);
        }
        for (var at = 0; at < statement.Count; at++)
        {
            if (statement[at].Kind == ItemKind.Quote) AddDirect(statement, at, attributions, said, after);
        }
        ReadDisplayed(statement, attributions, said);
        ReadDialogue(statement, said);
        for (var i = 0; i < said.Length; i++) AddReported(statement, attributions[i], said[i], before);
        if (said.Length > 0 && said[0].Name is not null) current = said[0];
        speakers.Leave(statement, said.Length > 0 ? said[0] : null);
    }

    private void EnterParagraph(Statement statement, Statement? before)
    {
        paragraph = statement.Paragraph;
        speaking = default;
        waiting.Clear();
        // "Lavrov said:" and then the quotation as a paragraph of its own.
        var isLedTo = before is not null && AttributionFinder.LeadsOn(before);
        if (!goesOn && !isLedTo) current = default;
    }

    private void AddDirect(Statement statement, int at, List<Attribution> attributions, Speaker[] said, Statement? after)
    {
        if (IsTitleOfSource(statement, at)) return;
        var quote = quotes[statement[at].Index];
        var governing = Governing(statement, at, attributions);
        var isLedTo = governing >= 0 && IsBeside(statement, at, attributions[governing]);
        if (!SpeechTest.IsSpeech(prose.Text, quote, isGoverned: governing >= 0, isLedTo, isFirst: at == 0))
        {
            goesOn = false;
            return;
        }
        var speaker = governing >= 0 ? said[governing] : Unattributed(statement, at, after);
        Add(new Quotation(quote.Inner, true, speaker.Name, speaker.Span));
        goesOn = quote.Continued;
    }

    /// <summary>The attribution that a quotation belongs to: the one right behind it, else the one whose clause it stands in; -1 for none.</summary>
    private static int Governing(Statement statement, int at, List<Attribution> attributions)
    {
        var within = -1;
        for (var i = 0; i < attributions.Count; i++)
        {
            var attribution = attributions[i];
            if (IsRightBehind(statement, at, attribution)) return i;
            // “We must,” Haass said, “talk to them.”
            if (attribution.To <= at && AttributionFinder.TrimBack(statement, at) == attribution.To) within = i;
            if (attribution.Content > at || at >= attribution.ContentEnd) continue;
            // Of clauses within each other the innermost governs: "He added that he “never” lied, according to the White House".
            if (within < 0 || Length(attribution) <= Length(attributions[within])) within = i;
        }
        return within;
    }

    private static int Length(Attribution attribution) => attribution.ContentEnd - attribution.Content;

    private static bool IsRightBehind(Statement statement, int at, Attribution attribution) =>
        attribution.From > at && attribution.ContentEnd <= attribution.From && AttributionFinder.TrimBack(statement, attribution.From) == at + 1
        && attribution.Source.Kind != SourceKind.Inherited;

    private static bool IsBeside(Statement statement, int at, Attribution attribution) =>
        attribution.Content == at || IsRightBehind(statement, at, attribution)
        || (attribution.To <= at && AttributionFinder.TrimBack(statement, at) == attribution.To);

    private Speaker Unattributed(Statement statement, int at, Statement? after)
    {
        if (goesOn) return current;
        if (SignedBy(statement, at, after) is { } signature) return signature;
        if (current.Name is not null) return current;
        return speakers.NearestBefore(statement, at);
    }

    // “...” — Lavrov; or the name as a line of its own below.
    private Speaker? SignedBy(Statement statement, int at, Statement? after)
    {
        if (statement.IsKind(at + 1, ItemKind.Break) && at + 2 < statement.Count && statement[at + 2].IsNamed
            && (at + 3 == statement.Count || statement.IsKind(at + 3, ItemKind.Comma)))
        {
            return speakers.OfItem(statement[at + 2]);
        }
        if (at + 1 < statement.Count || after is null) return null;
        var isDash = after.IsKind(0, ItemKind.Break) && (after.Count == 2 || after.IsKind(2, ItemKind.Comma));
        if (!isDash && (after.Paragraph == statement.Paragraph || after.Count > 2)) return null;
        var name = isDash ? 1 : 0;
        return name < after.Count && after[name].IsNamed ? speakers.OfItem(after[name]) : null;
    }

    // “Russia and Ukraine could talk” — Nbc News, July 6, 2023: a list of what was read.
    private bool IsTitleOfSource(Statement statement, int at)
    {
        if (!statement.IsKind(at + 1, ItemKind.Break) || at + 2 >= statement.Count || !statement[at + 2].IsNamed || !statement.IsKind(at + 3, ItemKind.Comma)) return false;
        for (var i = at + 4; i < statement.Count && i < at + 4 + LongestDate; i++)
        {
            if (statement[i].Span.Length == 4 && statement[i].Span.Slice(prose.Text) is ['1' or '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9']) return true;
        }
        return false;
    }

    private void AddReported(Statement statement, Attribution attribution, Speaker speaker, Statement? before)
    {
        if (attribution.RefersBack)
        {
            if (before is null || before.Paragraph != statement.Paragraph || AttributionFinder.End(before) == 0) return;
            Add(new Quotation(SpanOf(before, 0, AttributionFinder.End(before)), false, speaker.Name, speaker.Span));
            return;
        }
        if (attribution.NamedOnly && speaker.Name is null) return;
        var (from, end) = (attribution.Content, attribution.ContentEnd);
        while (from < end && statement[from].Kind is ItemKind.Comma or ItemKind.Break) from++;
        if (attribution.QuotesOnly || end - from < 3 || end > statement.Count) return;
        // Direct speech, which stands on its own.
        if (statement[from].Kind == ItemKind.Quote || (end <= attribution.From && statement[end - 1].Kind == ItemKind.Quote)) return;
        Add(new Quotation(SpanOf(statement, from, end), false, speaker.Name, speaker.Span));
    }

    // "Lavrov denied this:", and what he said stands in a paragraph of its own, without marks.
    private void ReadDisplayed(Statement statement, List<Attribution> attributions, Speaker[] said)
    {
        var end = AttributionFinder.End(statement);
        if (statement.Paragraph != displayed || said.Length > 0 || end == 0 || IsQuoted(statement[0]))
        {
            var leadsOn = said.Length > 0 && attributions[^1].QuotesOnly && said[^1].Name is not null && statement.Is(statement.Count - 1, SpeechWord.Colon);
            (displayed, displayedAt) = (leadsOn ? statement.Paragraph + 1 : -1, -1);
            return;
        }
        var span = SpanOf(statement, 0, end);
        if (displayedAt < 0)
        {
            displayedAt = found.Count;
            Add(new Quotation(span, false, current.Name, current.Span));
        }
        else found[displayedAt] = found[displayedAt] with { Span = new TextSpan(found[displayedAt].Span.Start, span.End) };
    }

    // "– We must stop, – said Lavrov. – It is late.": a dash goes on with what was said before it.
    private void ReadDialogue(Statement statement, Speaker[] said)
    {
        var end = AttributionFinder.End(statement);
        if (said.Length == 0 && speaking.Name is not null && end > 1 && IsDash(statement[0]))
        {
            Add(new Quotation(SpanOf(statement, 1, end), false, speaking.Name, speaking.Span));
            return;
        }
        var isInserted = said.Length > 0 && statement.Items.Exists(IsDash);
        speaking = isInserted ? said[0] : default;
    }

    private bool IsDash(Item item) => item.Kind == ItemKind.Break && prose.Text[item.Span.Start] is '–' or '—';

    private bool IsQuoted(Item item) => item.Kind == ItemKind.Quote && quotes[item.Index].Style == QuoteStyle.Double;

    private static TextSpan SpanOf(Statement statement, int from, int end) => new(statement[from].Span.Start, statement[end - 1].Span.End);

    private void Add(Quotation quotation)
    {
        if (quotation.Direct && quotation.Speaker is null) waiting.Add(found.Count);
        found.Add(quotation);
        if (quotation.Speaker is null) return;
        foreach (var i in waiting) found[i] = found[i] with { Speaker = quotation.Speaker, SpeakerSpan = quotation.SpeakerSpan };
        waiting.Clear();
        current = new Speaker(quotation.Speaker, quotation.SpeakerSpan);
    }
}
