using System.Globalization;
using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.Subscriptions;

namespace Bot.Digests;

/// <summary>
/// Where the digests that are due are written, one after the other, so that they take one core and what is read for one serves the others; whoever asks a question meanwhile
/// goes first. Thread-safe.
/// </summary>
internal sealed class DigestDesk(DigestLedger ledger, CorpusReader corpora, TextStore texts, QuestionsFirst questions) : IDisposable
{
    /// <summary>What was told longer ago may be told again, in the words of another outlet.</summary>
    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(30);

    /// <summary>How far before its window a digest looks for what was not told yet.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <summary>What is done in one go takes about so long.</summary>
    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(1);

    /// <summary>Briefings told before that are kept, some three hundred bytes each, and scopes.</summary>
    private const int MostTold = 50_000, MostScopes = 8;

    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, DigestReading> readings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DigestContent> told = new(StringComparer.Ordinal);
    private int toldCount;

    /// <summary>What a digest tells of.</summary>
    public async Task<(DigestDraft Digest, DigestContent Content)> WriteAsync(Delivery delivery, Subscription subscription, CancellationToken stop)
    {
        var places = ledger.ToldSince(subscription.Id, delivery.Due - ToldFor);
        var floor = FloorOf(delivery, subscription);
        await turn.WaitAsync(stop);
        try
        {
            using var corpus = corpora.Open(subscription.Scope);
            var reading = ReadingOf(corpus);
            (DigestDraft, DigestContent) Write() => DigestWriter.Write(
                new DigestRequest(delivery.From, delivery.To, subscription.Times.Zone, subscription.Topics, ToldAt(places)) { Floor = floor, Settled = delivery.Content }, corpus, reading);
            if (delivery.Content is { } settled) return (Write().Item1, settled);
            var key = string.Create(
                CultureInfo.InvariantCulture,
                $"{delivery.From:O} {delivery.To:O} {floor:O} {subscription.Times.Zone}\n{string.Join('\n', subscription.Topics)}\n\n{string.Join('\n', places)}");
            return reading.Known(key, Write);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Its words as they are to be sent now.</summary>
    public async Task<Answer> AnswerAsync(DigestDraft digest, Delivery delivery, Subscription subscription, CancellationToken stop)
    {
        var command = new Command(CommandCatalog.DigestNow, new Dictionary<string, string>(), subscription.Scope);
        await turn.WaitAsync(stop);
        try
        {
            questions.GiveWay(Piece);
            using var corpus = corpora.Open(subscription.Scope);
            return new AnswerWriter(corpus).Write(
                DigestAnswers.DraftOf(digest with { MoreLine = DigestAnswers.MoreLine(delivery, DigestWriter.MostItems) }), command, delivery.Key, () => 0);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Until digests are due again nothing of it is of use.</summary>
    public void Forget()
    {
        turn.Wait();
        try
        {
            readings.Clear();
            told.Clear();
            toldCount = 0;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private DigestReading ReadingOf(CorpusView corpus)
    {
        if (readings.TryGetValue(corpus.Scope.Key, out var known) && known.IsOf(corpus)) return known;
        if (readings.Count == MostScopes) readings.Clear();
        return readings[corpus.Scope.Key] = new DigestReading(corpus, texts, () => questions.GiveWay(Piece));
    }

    private List<DigestTold> ToldAt(IReadOnlyList<string> places)
    {
        var all = new List<DigestTold>();
        foreach (var place in places)
        {
            if (!told.TryGetValue(place, out var content))
            {
                if (toldCount > MostTold)
                {
                    told.Clear();
                    toldCount = 0;
                }
                content = ledger.ContentAt(place);
                toldCount += content.Told.Count;
                told[place] = content;
            }
            all.AddRange(content.Told);
        }
        return all;
    }

    /// <summary>Nothing from before the first digest, from the time of one that was left out, or from before the subscription was resumed.</summary>
    private DateTimeOffset FloorOf(Delivery delivery, Subscription subscription)
    {
        var floor = ledger.Floor(subscription.Id) ?? delivery.From;
        // A subscription that was resumed has digests from before; a new one begins with a day of what was there.
        if (floor < subscription.Created - DigestSchedule.FirstWindow) floor = subscription.Created;
        var back = delivery.From - LooksBack;
        return back > floor ? back : floor;
    }
}
