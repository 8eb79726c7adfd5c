using Bot.Digests;
using Bot.State;
using Bot.Subscriptions;
using Microsoft.Extensions.Options;

namespace Bot.Watches;

/// <summary>Hands what a watch found to the ledger of digests, which sees to it that it is posted once: in one write with the note that the watch was told.</summary>
internal sealed class WatchLedger(
    Lazy<SharedState> state, WatchStore watches, DigestLedger ledger, IOptions<WatchesOptions> options, IOptions<DigestsOptions> digests, TimeProvider time)
{
    /// <summary>Takes up what a briefing answers, to be posted after the quiet hours of whoever asked. False where the watch was told or stopped meanwhile.</summary>
    /// <exception cref="Bot.Briefings.Storing.StateException">It cannot be kept for now.</exception>
    public bool Tell(Watch watch, DigestTold told)
    {
        var now = time.GetUtcNow();
        var due = QuietOf(watch.Person)?.After(now) ?? now;
        var isTold = state.Value.Write(session =>
            WatchStore.Tell(session, watch, told.Briefing, now) && DigestLedger.Insert(session, watch.Id, due, watch.Created, now, new DigestContent([told]), now));
        if (isTold) ledger.TellOfChange();
        return isTold;
    }

    /// <summary>The hours that a person chose, or those of the setting; null for none.</summary>
    public QuietHours? QuietOf(string person) => watches.Quiet(person) ?? (options.Value.Quiet is { Length: > 0 } usual ? QuietHours.Read(usual, digests.Value.Zone).Hours : null);
}
