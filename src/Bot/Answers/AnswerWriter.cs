using Bot.Chat;
using Bot.Quotes;
using Bot.Text;

namespace Bot.Answers;

/// <summary>
/// Puts the words into a draft. Each snippet is sliced out of the stored text and checked; one that must not be shown is left out with all
/// that stands in it, and an answer that loses its last passage so is no longer "found".
/// </summary>
internal sealed class AnswerWriter(CorpusView corpus)
{
    private readonly Dictionary<Snippet, int> shown = [];
    private readonly Dictionary<Snippet, int> sayings = [];
    private readonly List<AnswerPassage> passages = [];

    public Answer Write(Draft draft, Command command, string id, Func<double> tookMs)
    {
        foreach (var snippet in draft.Snippets)
        {
            Show(snippet, draft.Ranking?.FirstOf(snippet) ?? snippet, draft.Ranking?.RepeatsOf(snippet) ?? 0);
        }
        var isAllWithheld = draft.Snippets.Count > 0 && passages.Count == 0;
        return new Answer(
            id,
            command.Name,
            CommandCatalog.Find(command.Name)?.Main is { } main ? command.Option(main.Name) : null,
            isAllWithheld ? AnswerStatus.NotFound : draft.Status,
            isAllWithheld ? "What was found has been changed or removed since. Ask again in a moment." : draft.Reason,
            isAllWithheld ? [] : draft.Suggestions,
            passages,
            draft.Person is null || isAllWithheld ? null : Card(draft.Person),
            [.. draft.Times.Where(found => shown.ContainsKey(found.Snippet)).Select(found => new AnswerTime(
                WordsOf(found.Snippet, found.Time.Span), found.Time.Type.ToString().ToUpperInvariant(), found.Time.Value,
                found.Time.Interval?.From, found.Time.Interval?.To, found.Time.Note,
                shown[found.Snippet], found.Time.Span.Start, found.Time.Span.End))],
            [.. draft.Places.Where(found => shown.ContainsKey(found.Snippet)).Select(found => new AnswerPlace(
                WordsOf(found.Snippet, found.Place.Span), found.Note, shown[found.Snippet], found.Place.Span.Start, found.Place.Span.End))],
            [.. draft.Quotations.Where(found => shown.ContainsKey(found.Snippet)).Select(found => new AnswerQuotation(
                WordsOf(found.Snippet, found.Quotation.Span), found.Quotation.Speaker, found.Quotation.Direct,
                shown[found.Snippet], found.Quotation.Span.Start, found.Quotation.Span.End))],
            // What is withheld was counted too: then no count is right.
            passages.Count == draft.Snippets.Distinct().Count() ? draft.Matching : null,
            draft.Commands,
            draft.Corpus,
            corpus.Size,
            tookMs())
        {
            Digest = draft.Digest is { } digest ? Digest(digest) : null,
            Subscriptions = draft.Subscriptions,
            Watches = draft.Watches,
            Since = draft.Since is { } since ? new AnswerSince(
                since.Asked,
                [.. since.Items.Where(item => shown.ContainsKey(item.Snippet)).Select(item => new AnswerSinceItem(shown[item.Snippet], item.Kind, item.Before))],
                since.Withdrawn) : null,
            Gaps = draft.Gaps,
            Next = draft.Next,
            Sent = draft.Sent,
        };
    }

    private AnswerDigest Digest(DigestDraft digest) => new(
        digest.From, digest.To, digest.Zone, digest.Topics,
        [.. digest.Items.Where(item => shown.ContainsKey(item.Snippet)).Select(item => new AnswerDigestItem(
            shown[item.Snippet], KindOf(item.Kind), item.Before, [.. item.Others.Select(Other).OfType<AnswerOther>()]))],
        digest.More, digest.People,
        [.. digest.Upcoming.Where(coming => shown.ContainsKey(coming.Snippet)).Select(coming => new AnswerUpcoming(shown[coming.Snippet], coming.Day))],
        digest.MoreLine);

    private static string KindOf(DigestKind kind) => kind switch { DigestKind.New => "new", DigestKind.TakenOut => "takenOut", _ => "changed" };

    private AnswerOther? Other(Snippet snippet) => corpus.Words.CurrentBriefingOf(snippet.Source) is { } briefing
        ? new AnswerOther(snippet.Source.Cite(snippet.Span).Id, briefing.Id.Value, briefing.Title, briefing.Source)
        : null;

    /// <param name="saying">What all snippets that say the same have in common; it need not be shown itself.</param>
    /// <param name="repeats">How many others say the same, shown or not.</param>
    private void Show(Snippet snippet, Snippet saying, int repeats)
    {
        if (shown.ContainsKey(snippet)) return;
        if (corpus.Words.CurrentBriefingOf(snippet.Source) is not { } briefing || corpus.Words.WordsOf(snippet.Source, snippet.Span) is not { } words) return;
        shown.Add(snippet, passages.Count);
        var isNew = sayings.TryAdd(saying, passages.Count);
        passages.Add(new AnswerPassage(
            snippet.Source.Cite(snippet.Span).Id,
            snippet.Source.Briefing.Value,
            briefing.Title,
            briefing.Date,
            briefing.Source,
            Paragraph(snippet),
            Page: null,
            snippet.Span.Start,
            snippet.Span.End,
            words,
            [.. snippet.Highlights.Select(span => new AnswerSpan(span.Start, span.End))],
            [.. snippet.Source.Passage.CuesIn(snippet.Span).Select(cue => Badge(cue, snippet.Span, words))],
            snippet.Speaker,
            Math.Round(snippet.Score, 3),
            RepeatOf: isNew ? null : sayings[saying],
            Repeats: isNew ? repeats : 0));
    }

    private static int Paragraph(Snippet snippet) =>
        1 + snippet.Source.Passage.Sentences.First(sentence => sentence.Span.End > snippet.Span.Start).Paragraph;

    private static AnswerBadge Badge(HedgeCue cue, TextSpan within, string words) => new(
        cue.Kind.ToString().ToLowerInvariant(), cue.Span.Start, cue.Span.End, words.Substring(cue.Span.Start - within.Start, cue.Span.Length));

    private string WordsOf(Snippet snippet, TextSpan span)
    {
        var passage = passages[shown[snippet]];
        return passage.Text.Substring(span.Start - passage.Start, span.Length);
    }

    private PersonCard Card(PersonDraft draft)
    {
        var roles =
            from found in draft.Roles
            let words = corpus.Words.WordsOf(found.Source, found.Role.Span)
            let briefing = corpus.Words.CurrentBriefingOf(found.Source)
            where words is not null && briefing is not null
            select new PersonRole(words, briefing.Id.Value, briefing.Date, found.Role.Span.Start, found.Role.Span.End, found.Role.Unsure);
        var person = draft.Person;
        return new PersonCard(
            person.Name, [.. person.Spellings.Where(spelling => spelling != person.Name)], person.FirstSeen, person.LastSeen, [.. roles], draft.With);
    }
}
