using System.Threading.Channels;
using Bot.Answers;
using Bot.Briefings.Storing;
using Bot.Chat;
using Bot.Indexing;
using Bot.Questions;
using Bot.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Askers;

/// <summary>
/// Keeps what people ask, behind the answers: a write takes longer than most of these. Whoever asks at once what is new since finds it here before it is written; what the
/// last moment before a crash brought is lost, and is told once more. Thread-safe.
/// </summary>
internal sealed partial class AskedRecorder(AskedStore store, DataFolder data, IndexingProgress indexing, TimeProvider time, ILogger<AskedRecorder> logger) : BackgroundService
{
    /// <summary>Waiting to be written; what comes beyond that is not kept.</summary>
    private const int MostWaiting = 10_000, MostAtOnce = 500;

    /// <summary>For so long what was new since stays new to whoever turns its pages or shares it, and to whoever asks it twice or loads the page anew.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(15), ShownToWhoAsksTwice = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterProblem = TimeSpan.FromSeconds(5);

    /// <summary>Passages of a /since that are remembered.</summary>
    private const int MostShown = 30;

    private readonly Lock turn = new(), writing = new();
    private readonly Dictionary<(string Platform, string Person, string Line), Asking> unwritten = [];
    private readonly Channel<Asking> waiting = Channel.CreateBounded<Asking>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private readonly Dictionary<(string Platform, string Person, string Line), (long At, AskedBefore Base)> shownSince = [];

    private volatile bool isRunning;

    /// <summary>Notes what somebody asked and was answered, where it is a look-up and somebody is known.</summary>
    /// <param name="still">What they were shown before and still stands, of an answer that shows only what is new.</param>
    public void Note(Command command, Answer answer, long revision, IEnumerable<ShownBefore>? still = null)
    {
        if (!isRunning || command.By is not { IsAgain: false } by || !LookUp.Is(command.Name) || answer.Status is AnswerStatus.Failed or AnswerStatus.NotAllowed) return;
        var line = LookUp.LineOf(command);
        var isFound = answer.Status is AnswerStatus.Found or AnswerStatus.Several;
        IReadOnlyList<ShownBefore> shown = isFound ? [.. answer.Passages.Select(Shows).Concat(still ?? []).Distinct().Take(MostShown)] : [.. still ?? []];
        // What is missed before everything was read may only not be read yet.
        var missed = isFound || still is not null || !indexing.CaughtUp.IsCompletedSuccessfully ? null : Missed(command, answer);
        var asking = new Asking(by, command.Scope.Whole, command.Name, line, time.GetUtcNow(), revision, shown, missed);
        lock (turn)
        {
            // Where the state cannot be written for long, what comes then is not kept.
            if (waiting.Writer.TryWrite(asking)) unwritten[KeyOf(asking)] = asking;
        }
    }

    /// <summary>Null where they never asked it, or not lately.</summary>
    /// <exception cref="StateException">It cannot be read for now.</exception>
    public AskedBefore? Find(Asker by, string line)
    {
        lock (turn)
        {
            if (unwritten.TryGetValue((by.Platform, by.Person, line.ToLowerInvariant()), out var asking)) return new AskedBefore(SearchedUpTo(asking), asking.Shown);
        }
        return store.Find(by, line);
    }

    /// <summary>
    /// What to tell what is new since: where it was told lately, from where that began, so that its pages, a copy for all and the page read anew show the same; else from when
    /// they last asked. Null where they never asked it, or not lately.
    /// </summary>
    /// <param name="at">From when it is told, in whole seconds, where a later page is asked for; then this memory is only of use.</param>
    /// <exception cref="StateException">It cannot be read for now.</exception>
    public AskedBefore? Base(Asker by, string line, DateTimeOffset? at = null)
    {
        var key = (by.Platform, by.Person, line.ToLowerInvariant());
        lock (turn)
        {
            if (at is { } from)
            {
                return shownSince.TryGetValue(key, out var first) && first.Base.At.ToUnixTimeSeconds() == from.ToUnixTimeSeconds() ? first.Base : new AskedBefore(from, []);
            }
            if (shownSince.TryGetValue(key, out var shown) && time.GetElapsedTime(shown.At) < (by.IsAgain ? Shown : ShownToWhoAsksTwice)) return shown.Base;
        }
        if (Find(by, line) is not { } found) return null;
        lock (turn)
        {
            if (shownSince.Count >= MostWaiting) shownSince.Clear();
            shownSince[key] = (time.GetTimestamp(), found);
        }
        return found;
    }

    /// <summary>Forgets what of a person is not written yet, too.</summary>
    /// <exception cref="StateException">What was written is still there.</exception>
    public void Forget(Asker by)
    {
        lock (writing)
        {
            lock (turn)
            {
                foreach (var key in unwritten.Keys.Where(key => key.Platform == by.Platform && key.Person == by.Person).ToList()) unwritten.Remove(key);
                foreach (var key in shownSince.Keys.Where(key => key.Platform == by.Platform && key.Person == by.Person).ToList()) shownSince.Remove(key);
            }
            store.Forget(by);
        }
    }

    /// <summary>Writes what waits now. One at a time: whoever comes back knows that all noted before is written.</summary>
    internal void Write()
    {
        lock (writing)
        {
            var batch = new List<Asking>();
            while (waiting.Reader.TryRead(out var asking))
            {
                batch.Add(asking);
                if (batch.Count == MostAtOnce) Write(batch);
            }
            Write(batch);
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // From here on, not from when its thread begins: what is asked at once is kept too.
        isRunning = true;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                try
                {
                    await Task.Run(Write, stoppingToken);
                }
                catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
                {
                    LogNotKept(e is StateException ? e.Message : e.ToString());
                    await Task.Delay(AfterProblem, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // What was asked last is written before the end.
            WriteAtEnd();
        }
    }

    private void WriteAtEnd()
    {
        isRunning = false;
        try
        {
            Write();
        }
        catch (StateException e)
        {
            LogNotKept(e.Message);
        }
    }

    private void Write(List<Asking> batch)
    {
        if (batch.Count == 0) return;
        List<Asking> kept;
        // Who was forgotten meanwhile is not written.
        lock (turn) kept = batch.FindAll(asking => unwritten.ContainsKey(KeyOf(asking)));
        try
        {
            if (kept.Count > 0) store.Keep(kept.ConvertAll(asking => asking with { At = SearchedUpTo(asking) }));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            lock (turn)
            {
                foreach (var asking in kept.Where(asking => !waiting.Writer.TryWrite(asking))) unwritten.Remove(KeyOf(asking));
            }
            throw;
        }
        lock (turn)
        {
            foreach (var asking in kept)
            {
                if (unwritten.TryGetValue(KeyOf(asking), out var newest) && ReferenceEquals(newest, asking)) unwritten.Remove(KeyOf(asking));
            }
        }
        batch.Clear();
    }

    /// <summary>The instant up to which all that was logged was in the index that was asked.</summary>
    private DateTimeOffset SearchedUpTo(Asking asking) => CorpusView.SearchedUpTo(asking.Revision, data.Log, asking.At);

    private static MissedQuestion Missed(Command command, Answer answer)
    {
        var words = command.Option(CommandCatalog.Find(command.Name)!.Main!.Name)!;
        var topic = QuestionParser.Parse(words, command.Scope).Topic;
        var terms = BriefingAnalyzer.Analyze(topic, LanguageGuesser.Guess(words)).Select(term => term.Term).Distinct().Order(StringComparer.Ordinal);
        var status = answer.Status == AnswerStatus.Weak ? "weak" : "notFound";
        return new MissedQuestion(string.Join(' ', terms) is { Length: > 0 } meaning ? meaning : words.ToLowerInvariant(), words, status);
    }

    private ShownBefore Shows(AnswerPassage passage) => new(passage.Briefing, TextOf(passage), passage.Start, passage.End, TextHash.Of(passage.Text).Hex);

    /// <summary>A citation begins with eight digits of the hash; the log has all of it.</summary>
    private string TextOf(AnswerPassage passage) => data.Log.Find(new BriefingId(passage.Briefing))?.Text.Hex ?? "";

    private static (string, string, string) KeyOf(Asking asking) => (asking.By.Platform, asking.By.Person, asking.Line.ToLowerInvariant());

    [LoggerMessage(LogLevel.Warning, "What was asked last could not be kept for /since and /briefings gaps. {Reason}")]
    private partial void LogNotKept(string reason);
}
