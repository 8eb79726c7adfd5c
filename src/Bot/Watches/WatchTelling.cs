using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Digests;
using Bot.Subscriptions;
using Bot.Text;

namespace Bot.Watches;

/// <summary>What a watch found, as it is posted: asked again of the briefing that answered it, so that nothing is told that stands there no more.</summary>
internal sealed class WatchTelling(WatchStore watches, WatchLedger ledger, CorpusReader corpora, TextStore texts, TimeProvider time) : IDeliverySource
{
    public bool Has(string id) => id.StartsWith(Watch.Prefix, StringComparison.Ordinal);

    public Task<DeliveryDraft?> WriteAsync(Delivery delivery, CancellationToken stop) => Task.FromResult(
        watches.Find(delivery.Subscription) is { Stopped: null, Told: not null } watch && watch.Briefing == delivery.Content?.Told[0].Briefing
            ? new DeliveryDraft(watch.Platform, watch.Conversation, delivery.Content ?? new DigestContent([]), _ => Task.FromResult(Say(watch, delivery))) { Waits = Quiet(watch) }
            : null);

    /// <summary>It may be late, and the hours quiet by now.</summary>
    private (DateTimeOffset, string)? Quiet(Watch watch)
    {
        var now = time.GetUtcNow();
        return ledger.QuietOf(watch.Person) is { } hours && hours.After(now) is var end && end > now ? (end, $"Quiet hours, {hours}.") : null;
    }

    private SaidDelivery Say(Watch watch, Delivery delivery)
    {
        using var corpus = corpora.Open(watch.Scope);
        // Another replica has read it: it tells, when this one's claim is over.
        if (corpus.Log.Find(new BriefingId(watch.Briefing!)) is not { } read || (!read.IsGone && read.Revision > corpus.Revision))
        {
            throw new InvalidOperationException($"The briefing that answers the watch {watch.Id} is not in the index here yet.");
        }
        if (Find(watch, corpus, texts) is var (draft, command))
        {
            // What may have been posted is told again as it was.
            var news = delivery.MayStandAlready ? draft : draft with { Snippets = [.. draft.Snippets.Where(snippet => !KnownBefore.Says(snippet, watch, corpus))] };
            var answer = new AnswerWriter(corpus).Write(news, command, delivery.Key, () => 0);
            if (answer.Passages.Count > 0) return new SaidDelivery(answer, 1);
        }
        watches.WaitAgain(watch);
        return new SaidDelivery(null, 0);
    }

    /// <summary>Null where the briefing is gone, or answers it no more.</summary>
    public static (Draft Draft, Command Command)? Find(Watch watch, CorpusView corpus, TextStore texts)
    {
        if (watch.Briefing is not { } id || corpus.Log.Find(new BriefingId(id)) is not { IsGone: false } briefing) return null;
        // What it told before a correction was told of as new then.
        var asked = watch with { Created = DateTimeOffset.MinValue };
        if (WatchMatcher.Find(asked, briefing, corpus.Within(new HashSet<string>([id], StringComparer.Ordinal)), texts) is not var (draft, command)) return null;
        return (draft with
        {
            Status = AnswerStatus.Found,
            Suggestions = [],
            Person = null,
            Matching = null,
            Reason = $"A new briefing answers your watch, {Misses.Quoted(LookUp.TextOf(watch.Line))}:",
            // It is told once, and may not be what was meant.
            Next = [new NextStep("Watch again", $"/{CommandCatalog.WatchResume} {watch.Id[Watch.Prefix.Length..]}")],
        }, command);
    }
}
