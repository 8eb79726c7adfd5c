using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bot.Answers;
using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.Chat;
using Bot.Digests;
using Bot.Indexing;
using Bot.People;
using Bot.State;
using Bot.Subscriptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Watches;

/// <summary>
/// Asks the waiting watches of each briefing that is new in the index, and hands what they found to the ledger. How far it has come is noted as a revision of the log, so
/// that after any kind of end nothing is left out; what is asked twice then is told once, since a watch is told on the condition that it waits.
/// </summary>
internal sealed partial class WatchFollower(
    WatchStore watches, WatchLedger ledger, DataFolder data, CorpusReader corpora, PeopleSource people, IndexingProgress indexing, QuestionsFirst questions,
    PlatformNotes notes, SharedSightings sightings, TimeProvider time, ILogger<WatchFollower> logger) : BackgroundService
{
    private const string NoteOfRevision = "watches.revision";

    private static readonly TimeSpan AfterProblem = TimeSpan.FromSeconds(5);

    private WatchIndex? index;
    private (long? Version, string Languages) known = (null, "");

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong with watches, the bot goes on answering, and tries again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await indexing.CaughtUp.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!indexing.CaughtUp.IsCompletedSuccessfully) return; // the indexing says why
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before the look: what is added meanwhile is not overlooked.
            var next = data.Index.NextSnapshot;
            try
            {
                await LongWork.RunAsync(() => Turn(stoppingToken));
                await next.WaitAsync(stoppingToken);
            }
            catch (StateException e)
            {
                LogWaiting(e.Message);
                await Task.Delay(AfterProblem, time, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && e is not OutOfMemoryException)
            {
                LogFailed(e);
                await Task.Delay(AfterProblem, time, stoppingToken);
            }
        }
    }

    /// <summary>Asks of all that came into the index since the last turn.</summary>
    internal void Turn(CancellationToken stop)
    {
        var upTo = data.Index.SearchedRevision;
        sightings.Agree(stop);
        // A bot that has never asked its watches begins with what comes: all that is there is not news.
        if (notes.Read(NoteOfRevision) is not { } noted) Note(upTo);
        else if (long.Parse(noted, CultureInfo.InvariantCulture) is var from && from < upTo && watches.HasWaiting()) Ask(from, upTo, stop);
        else if (from != upTo) Note(upTo);
    }

    private void Ask(long from, long upTo, CancellationToken stop)
    {
        // Whom only the new briefings name is known by then.
        people.Renew(data.Index, Scope.Main);
        foreach (var batch in data.Log.ChangesAfter(from).TakeWhile(one => one.Revision <= upTo).Chunk(100))
        {
            using var corpus = corpora.Open(Scope.Main);
            var waiting = Index(corpus);
            foreach (var briefing in batch)
            {
                stop.ThrowIfCancellationRequested();
                if (briefing.IsGone) continue;
                questions.GiveWay();
                foreach (var (watch, line) in WatchMatcher.Ask(waiting, briefing, corpus, data.Texts, LogLeftOut))
                {
                    ledger.Tell(watch, new DigestTold(briefing.Id.Value, briefing.Text.Hex, line));
                    waiting.Remove(watch);
                }
            }
            Note(batch[^1].Revision);
        }
        Note(upTo);
    }

    /// <summary>Read anew where watches may have changed; weights are those of when a watch was first met.</summary>
    private WatchIndex Index(CorpusView corpus)
    {
        var now = (watches.Version, string.Join(' ', corpus.Languages));
        if (index is null || now != known || now.Version is null) index = WatchIndex.Of(watches.Waiting(), corpus, index, LogLeftOut);
        known = now;
        return index;
    }

    private void Note(long revision) => notes.Write(NoteOfRevision, revision.ToString(CultureInfo.InvariantCulture));

    [LoggerMessage(LogLevel.Warning, "Watches wait. {Reason}")]
    private partial void LogWaiting(string reason);

    private void LogLeftOut(Exception error, Watch watch) => LogLeftOut(error, watch.Id);

    [LoggerMessage(LogLevel.Error, "The watch {Watch} could not be asked; it is left out this time")]
    private partial void LogLeftOut(Exception error, string watch);

    [LoggerMessage(LogLevel.Error, "Watches could not be asked; that is tried again")]
    private partial void LogFailed(Exception error);
}
