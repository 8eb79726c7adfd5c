using System.Globalization;
using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Digests;
using Bot.Subscriptions;
using Bot.Text;
using Microsoft.Extensions.Options;

namespace Bot.Askers;

/// <summary>/since: of what somebody asked before, only the sentences that are new or changed since, and which of those they were shown are there no more.</summary>
internal sealed class SinceAnswers(AskedRecorder asked, TextStore texts, IOptions<DigestsOptions> digests, TimeProvider time)
{
    /// <summary>Briefings; after a bulk import the newest.</summary>
    private const int MostRead = 2_000;

    /// <summary>Sentences that are looked for, the best; each page shows as many as whoever asks wants to see at most.</summary>
    private const int MostFound = 50;

    /// <returns>The answer, and what is to be kept of it: the look-up that it was about, and what still stands of what was shown before.</returns>
    /// <exception cref="Briefings.Storing.StateException">What was asked before cannot be read for now.</exception>
    public (Draft Draft, Command? LookUp, IReadOnlyList<ShownBefore>? Still) Find(Command command, CorpusView corpus)
    {
        if (command.By is not { } by) return (Draft.Failed("What is new since somebody asked belongs to a person: ask in the chat, at the prompt, or on the page."), null, null);
        var (lookUp, problem) = LookUp.Parse(command.Option("what")!, command.Scope, command.Limit, by);
        if (lookUp is null) return (Draft.Failed(problem!), null, null);
        var at = command.Option("asked") is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)) : (DateTimeOffset?)null;
        if (asked.Base(by, LookUp.LineOf(lookUp), at) is not { } before)
        {
            var all = AnswerFinder.Find(lookUp, corpus, default);
            return (all with { Reason = string.Join(' ', new[] { "You have not asked that before: this is all there is.", all.Reason }.OfType<string>()) }, lookUp, null);
        }
        var page = int.Parse(command.Option("page") ?? "1", CultureInfo.InvariantCulture);
        var (draft, still) = Since(before, lookUp, page, corpus);
        // Which pages are looked at changes nothing of what was told: the first counts them all.
        return (draft, page == 1 && at is null ? lookUp : null, still);
    }

    private (Draft Draft, IReadOnlyList<ShownBefore> Still) Since(AskedBefore before, Command lookUp, int page, CorpusView corpus)
    {
        var changed = corpus.Log.ChangedBetween(before.At, time.GetUtcNow(), corpus.Scope, MostRead).ToDictionary(one => one.Id);
        var all = changed.Count == 0 ? [] : New(before, lookUp with { Limit = MostFound }, corpus, changed);
        var skip = Math.Min(page - 1, MostFound) * lookUp.Limit;
        List<(Snippet Snippet, string Kind, string? Before)> items = [.. all.Skip(skip).Take(lookUp.Limit)];
        var stands = before.Shown.ToLookup(shown => Stands(shown, corpus));
        // What was corrected is told with the correction.
        var corrected = all.Select(item => item.Before).OfType<string>().ToList();
        var withdrawn = stands[false].Where(shown => !IsTold(shown, corrected)).Select(shown => new AnswerWithdrawn(
            CitationOf(shown), shown.Briefing, corpus.Log.Find(new BriefingId(shown.Briefing)) is not { IsGone: false })).DistinctBy(one => one.Citation).ToList();
        if (page > 1) withdrawn = [];
        var since = DigestReply.Moment(before.At, digests.Value.Zone);
        var line = LookUp.LineOf(lookUp).TrimStart('/');
        if (page > 1 && items.Count == 0) return (Draft.NotFound($"page:{page} is beyond the last page. /{CommandCatalog.Since} {line} shows the first."), []);
        var draft = all.Count + withdrawn.Count == 0
            ? Draft.NotFound($"Nothing is new since you asked that, on {since} ({digests.Value.Zone}).")
            : new Draft(AnswerStatus.Found)
            {
                Reason = $"Since you asked that, on {since} ({digests.Value.Zone}){Part(skip, items.Count, all.Count)}:",
                Snippets = [.. items.Select(item => item.Snippet)],
                Next = skip + items.Count < all.Count ? [new NextStep("More", string.Create(
                    CultureInfo.InvariantCulture, $"/{CommandCatalog.Since} page:{page + 1} asked:{before.At.ToUnixTimeSeconds()} {line}"))] : [],
            };
        return (draft with { Since = new SinceDraft(before.At, items, withdrawn) }, [.. stands[true], .. all.Skip(items.Count).Select(item => ShownIn(item.Snippet, corpus)).OfType<ShownBefore>()]);
    }

    /// <summary>Which of them are shown; empty where all are.</summary>
    private static string Part(int skip, int shown, int all) => shown == all ? "" : string.Create(
        CultureInfo.InvariantCulture, $", {skip + 1} to {skip + shown} of {(all == MostFound ? "at least " : "")}{all}");

    private List<(Snippet Snippet, string Kind, string? Before)> New(AskedBefore before, Command lookUp, CorpusView corpus, Dictionary<BriefingId, LoggedBriefing> changed)
    {
        var within = corpus.Within(changed.Keys.Select(id => id.Value).ToHashSet(StringComparer.Ordinal));
        var draft = AnswerFinder.Find(lookUp, within, default);
        if (draft.Status is not (AnswerStatus.Found or AnswerStatus.Several)) return [];
        var shown = before.Shown.Select(CitationOf).ToHashSet(StringComparer.Ordinal);
        var items = new List<(Snippet Snippet, string Kind, string? Before)>();
        foreach (var snippet in draft.Snippets.Where(snippet => !shown.Contains(snippet.Source.Cite(snippet.Span).Id)))
        {
            var logged = changed[snippet.Source.Briefing];
            if (logged.FirstSeen > before.At) items.Add((snippet, "new", null));
            else if (Correction(snippet, logged, before, corpus) is { } correction) items.Add((snippet, "changed", correction.Before));
        }
        return items;
    }

    /// <summary>Null where the sentence stood there before the correction.</summary>
    private (string? Before, bool IsNew)? Correction(Snippet snippet, LoggedBriefing logged, AskedBefore asked, CorpusView corpus)
    {
        if (logged.Previous is not { } previous || texts.Read(previous.Text) is not { } before || texts.Read(logged.Text) is not { } now) return null;
        if (corpus.WordsOf(snippet.Source, snippet.Span) is not { } words) return null;
        // Corrected twice since then: of the text of then only what was shown is known, and what was not may be new.
        if (previous.Since > asked.At && !asked.Shown.Any(shown => shown.Briefing == logged.Id.Value && shown.Text == previous.Text.Hex))
        {
            var hash = TextHash.Of(words).Hex;
            return asked.Shown.Any(shown => shown.Briefing == logged.Id.Value && shown.Words == hash) ? null : (null, true);
        }
        if (before.Contains(words, StringComparison.Ordinal)) return null;
        var change = TextChange.Between(before, previous.Body, now, logged.Body, logged.Language);
        return (change is { Before: { } old, After: { } after } && after.Overlaps(snippet.Span) ? old.Slice(before).ToString() : null, true);
    }

    /// <summary>Whether the words that were shown are still in the briefing.</summary>
    private bool Stands(ShownBefore shown, CorpusView corpus)
    {
        if (corpus.Log.Find(new BriefingId(shown.Briefing)) is not { IsGone: false } logged)
        {
            // A file that was renamed is another briefing with the same text.
            return corpus.Log.WithText(new TextHash(shown.Text), corpus.Scope).Count > 0;
        }
        if (logged.Text.Hex == shown.Text) return true;
        // Of a text that is kept no more nobody can tell which words were shown.
        if (texts.Read(new TextHash(shown.Text)) is not { } before || shown.End > before.Length || texts.Read(logged.Text) is not { } now) return true;
        return now.Contains(before[shown.Start..shown.End], StringComparison.Ordinal);
    }

    private static ShownBefore? ShownIn(Snippet snippet, CorpusView corpus) => corpus.WordsOf(snippet.Source, snippet.Span) is { } words
        ? new ShownBefore(snippet.Source.Briefing.Value, snippet.Source.Text.Hex, snippet.Span.Start, snippet.Span.End, TextHash.Of(words).Hex)
        : null;

    private bool IsTold(ShownBefore shown, List<string> corrected) => corrected.Count > 0
        && texts.Read(new TextHash(shown.Text)) is { } text && shown.End <= text.Length && corrected.Exists(text[shown.Start..shown.End].Contains);

    private static string CitationOf(ShownBefore shown) => new Citation(new BriefingId(shown.Briefing), new TextHash(shown.Text), new TextSpan(shown.Start, shown.End)).Id;
}
