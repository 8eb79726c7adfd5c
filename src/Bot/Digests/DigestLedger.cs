using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.State;
using Bot.Subscriptions;

namespace Bot.Digests;

/// <summary>
/// Which digests are due, being posted, posted: the reason why each comes once, through restarts and with several replicas. A replica claims digests for as long as a
/// lease; whoever claims one after that knows whether one before may have sent it. Every step is a conditional write: where the claim was lost it
/// changes nothing. A step is made of several digests in one transaction, since each transaction waits for the disk. Thread-safe.
/// </summary>
/// <param name="state">Opened when it is first asked for.</param>
internal sealed class DigestLedger(Lazy<SharedState> state)
{
    private const string Columns = "subscription, due, window_from, window_to, state, attempts, message, problem, items, changed, content, claimed_by";

    /// <summary>As the index of those that are open says it; nothing is written as sent any more.</summary>
    private const string IsOpen = "state IN ('Due', 'Claimed', 'Sent')";

    /// <summary>Begins what stands in place of a content that another digest has too: the other's subscription and when it was due.</summary>
    private const char SameAs = '@';

    /// <summary>Where each content stands that was written from here, to be written once for all digests that tell the same.</summary>
    private readonly ConditionalWeakTable<DigestContent, string> places = [];

    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DigestLedger(SharedState state)
        : this(new Lazy<SharedState>(state))
    {
    }

    /// <summary>Completed when something was put in here that is not of a subscription's schedule.</summary>
    public Task NextChange => changed.Task;

    public void TellOfChange() =>
        Interlocked.Exchange(ref changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Puts something in that is due once, with what it tells of, within a transaction. False where it stands there.</summary>
    public static bool Insert(
        StateSession session, string id, DateTimeOffset due, DateTimeOffset from, DateTimeOffset to, DigestContent content, DateTimeOffset now) => session.Execute(
        """
        INSERT INTO delivery (subscription, due, window_from, window_to, state, attempts, claimed_until, changed, content)
        VALUES (@id, @due, @from, @to, 'Due', 0, @due, @now, @content) ON CONFLICT (subscription, due) DO NOTHING
        """,
        ("@id", id), ("@due", due.ToUnixTimeMilliseconds()), ("@from", from.ToUnixTimeMilliseconds()), ("@to", to.ToUnixTimeMilliseconds()),
        ("@content", content.Write()), ("@now", now.ToUnixTimeMilliseconds())) > 0;

    /// <summary>Takes up what the schedules of subscriptions say is due, but for those that another replica has taken up.</summary>
    /// <exception cref="Bot.Briefings.Storing.StateException">It cannot be kept for now.</exception>
    public void Plan(IEnumerable<(Subscription Subscription, IReadOnlyList<PlannedDigest> Planned)> some, DateTimeOffset now) => state.Value.Write(session =>
    {
        foreach (var (subscription, planned) in some)
        {
            if (planned.Count > 0) Plan(session, subscription, planned, now);
        }
        return true;
    });

    private static void Plan(StateSession session, Subscription subscription, IReadOnlyList<PlannedDigest> planned, DateTimeOffset now)
    {
        var last = planned[^1].Due;
        var isFirst = session.Execute(
            "UPDATE subscription SET last_due = @last, next_due = @next WHERE id = @id AND stopped IS NULL AND COALESCE(last_due, -1) = @before",
            ("@id", subscription.Id), ("@last", last.ToUnixTimeMilliseconds()), ("@next", subscription.Times.After(last)?.ToUnixTimeMilliseconds()),
            ("@before", subscription.LastDue?.ToUnixTimeMilliseconds() ?? -1)) > 0;
        if (!isFirst) return;
        if (Overtake(session, subscription, now) is { } from && from < planned[0].From) planned = [planned[0] with { From = from }, .. planned.Skip(1)];
        foreach (var digest in planned)
        {
            session.Execute(
                """
                INSERT INTO delivery (subscription, due, window_from, window_to, state, attempts, claimed_until, changed)
                VALUES (@id, @due, @from, @to, @state, 0, 0, @now) ON CONFLICT (subscription, due) DO NOTHING
                """,
                ("@id", subscription.Id), ("@due", digest.Due.ToUnixTimeMilliseconds()), ("@from", digest.From.ToUnixTimeMilliseconds()), ("@to", digest.To.ToUnixTimeMilliseconds()),
                ("@state", (digest.IsSkipped ? DeliveryState.Skipped : DeliveryState.Due).ToString()), ("@now", now.ToUnixTimeMilliseconds()));
        }
    }

    /// <summary>
    /// What is late because its channel was away goes the way of what passed while the bot was: into the next, or out. But what may stand in the channel already stays.
    /// </summary>
    /// <returns>Since when the next tells; null where it takes nothing over.</returns>
    private static DateTimeOffset? Overtake(StateSession session, Subscription subscription, DateTimeOffset now)
    {
        if (subscription.AfterDowntime == AfterDowntime.Late) return null;
        var isMerged = subscription.AfterDowntime == AfterDowntime.Merged;
        var overtaken = session.Query(
            """
            UPDATE delivery SET state = @state, problem = @problem, changed = @now
            WHERE subscription = @id AND state = 'Due' AND claimed_by IS NULL AND due < @late RETURNING window_from
            """,
            row => Instant(row.GetInt64(0)),
            ("@id", subscription.Id), ("@late", (now - DigestSchedule.Grace).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()),
            ("@state", (isMerged ? DeliveryState.Merged : DeliveryState.Skipped).ToString()), ("@problem", isMerged ? "Told with the next one." : "The channel was away."));
        return isMerged && overtaken.Count > 0 ? overtaken.Min() : null;
    }

    /// <summary>
    /// The first of those that nobody works on, in the order they are due, for a while. Of a subscription one after the other: what the one before told, the next does not
    /// repeat.
    /// </summary>
    public IReadOnlyList<Delivery> Claim(string holder, DateTimeOffset now, TimeSpan lease, int most = 1)
    {
        while (true)
        {
            var next = state.Value.Read(session => Deliveries(
                session,
                $"""
                WHERE {IsOpen} AND claimed_until <= @now AND NOT EXISTS (
                    SELECT 1 FROM delivery AS earlier WHERE earlier.subscription = delivery.subscription AND earlier.due < delivery.due AND earlier.{IsOpen})
                ORDER BY due, subscription LIMIT @most
                """,
                ("@now", now.ToUnixTimeMilliseconds()), ("@most", most)));
            if (next.Count == 0) return [];
            var mine = state.Value.Write(session => next.Where(one => session.Execute(
                $"""
                UPDATE delivery SET state = 'Claimed', attempts = attempts + 1, claimed_by = @holder, claimed_until = @until, changed = @now
                WHERE subscription = @id AND due = @due AND attempts = @attempts AND claimed_until <= @now AND {IsOpen}
                """,
                ("@id", one.Subscription), ("@due", one.Due.ToUnixTimeMilliseconds()), ("@attempts", one.Attempts), ("@holder", holder),
                ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds())) > 0).ToList());
            if (mine.Count > 0) return mine.ConvertAll(one => one with { State = DeliveryState.Claimed, Attempts = one.Attempts + 1 });
        }
    }

    /// <summary>Claims it for longer. False where the claim was lost.</summary>
    public bool Renew(Delivery delivery, string holder, DateTimeOffset until) => Step(delivery, holder, "claimed_until = @until", ("@until", until.ToUnixTimeMilliseconds()));

    /// <summary>Settles what each tells of, before anything is sent.</summary>
    /// <returns>Those whose claim still holds.</returns>
    public IReadOnlyList<Delivery> Settle(IReadOnlyList<(Delivery Delivery, DigestContent Content)> some, string holder)
    {
        var written = new Dictionary<DigestContent, string>(ReferenceEqualityComparer.Instance);
        var settled = state.Value.Write(session => some.Where(one => Settle(session, one.Delivery, one.Content, holder, written)).Select(one => one.Delivery).ToList());
        // Only now does it stand there.
        foreach (var (content, place) in written) places.AddOrUpdate(content, place);
        return settled;
    }

    private bool Settle(StateSession session, Delivery delivery, DigestContent content, string holder, Dictionary<DigestContent, string> written)
    {
        // A second try tells the same as the first.
        if (delivery.Content is not null) return true;
        var place = content.Told.Count == 0 ? null : written.GetValueOrDefault(content) ?? (places.TryGetValue(content, out var known) ? known : null);
        if (!Step(session, delivery, holder, "content = @content", ("@content", place ?? content.Write()))) return false;
        if (place is null) written[content] = string.Create(CultureInfo.InvariantCulture, $"{SameAs}{delivery.Subscription} {delivery.Due.ToUnixTimeMilliseconds()}");
        return true;
    }

    /// <summary>The platform has them, or nothing was to be said: all is done, and what was settled counts as told.</summary>
    public void Confirm(IReadOnlyList<(Delivery Delivery, string? Message, int Items)> some, string holder, DateTimeOffset now) => state.Value.Write(session =>
        some.Count(one => Step(session, one.Delivery, holder, "state = 'Confirmed', message = @message, problem = NULL, items = @items, changed = @now",
            ("@message", one.Message), ("@items", one.Items), ("@now", now.ToUnixTimeMilliseconds()))));

    /// <summary>Gives it back, to be tried again not before an instant.</summary>
    /// <param name="wasSent">Whether this try may have got through. Who may have sent it last stays noted then.</param>
    public bool Release(Delivery delivery, string problem, DateTimeOffset notBefore, string holder, bool wasSent) =>
        Step(delivery, holder, "state = 'Due', problem = @problem, claimed_until = @until, claimed_by = @by",
            ("@problem", problem), ("@until", notBefore.ToUnixTimeMilliseconds()), ("@by", wasSent || delivery.MayStandAlready ? holder : null));

    /// <summary>No further try would help.</summary>
    public bool End(Delivery delivery, DeliveryState state, string problem, string holder, DateTimeOffset now) =>
        Step(delivery, holder, "state = @state, problem = @problem, changed = @now", ("@state", state.ToString()), ("@problem", problem), ("@now", now.ToUnixTimeMilliseconds()));

    /// <summary>What a subscription was told since an instant, digest by digest, the newest first: where each content stands.</summary>
    public IReadOnlyList<string> ToldSince(string subscription, DateTimeOffset since) => state.Value.Read(session => session.Query(
        // What is not the same as another's may be long, and is read when it is asked for.
        $"""
        SELECT due, CASE WHEN SUBSTR(content, 1, 1) = '{SameAs}' THEN content END FROM delivery
        WHERE subscription = @id AND due >= @since AND state = 'Confirmed' AND content IS NOT NULL ORDER BY due DESC
        """,
        row => row.IsDBNull(1) ? string.Create(CultureInfo.InvariantCulture, $"{SameAs}{subscription} {row.GetInt64(0)}") : row.GetString(1),
        ("@id", subscription), ("@since", since.ToUnixTimeMilliseconds())));

    /// <summary>The content at a place; empty where there is none.</summary>
    public DigestContent ContentAt(string place) => state.Value.Read(session => ContentAt(place, session)) ?? new DigestContent([]);

    private static DigestContent? ContentAt(string place, StateSession session)
    {
        var parts = place[1..].Split(' ');
        return DigestContent.Read(session.Query(
            "SELECT content FROM delivery WHERE subscription = @id AND due = @due AND content IS NOT NULL", row => row.GetString(0),
            ("@id", parts[0]), ("@due", long.Parse(parts[1], CultureInfo.InvariantCulture))).FirstOrDefault());
    }

    /// <summary>
    /// Before when nothing is told any more: the beginning of the first digest, or the end of one that was left out. Null where there was none yet.
    /// </summary>
    public DateTimeOffset? Floor(string subscription) => state.Value.Read(session => session.Query(
        "SELECT MIN(window_from), MAX(CASE WHEN state = 'Skipped' THEN window_to ELSE 0 END) FROM delivery WHERE subscription = @id",
        row => row.IsDBNull(0) ? (DateTimeOffset?)null : Instant(Math.Max(row.GetInt64(0), row.GetInt64(1))), ("@id", subscription)))[0];

    /// <summary>The newest digests of a subscription, the newest first.</summary>
    public IReadOnlyList<Delivery> Newest(string subscription, int most) => state.Value.Read(session => Deliveries(
        session, "WHERE subscription = @id ORDER BY due DESC LIMIT @most", ("@id", subscription), ("@most", most)));

    /// <summary>The newest digests of a conversation, or of all where none is named, the newest first.</summary>
    public IReadOnlyList<Delivery> NewestOf(string? platform, string? conversation, int most) => state.Value.Read(session => Deliveries(
        session,
        // Which they are is told by keys alone: what a digest told of is read of those few.
        """
        WHERE (subscription, due) IN (
            SELECT one.subscription, one.due FROM delivery AS one JOIN subscription AS wish ON wish.id = one.subscription
            WHERE @platform IS NULL OR (wish.platform = @platform AND wish.conversation = @conversation)
            ORDER BY one.due DESC, one.subscription LIMIT @most)
        ORDER BY due DESC, subscription
        """,
        ("@platform", platform), ("@conversation", conversation), ("@most", most)));

    /// <summary>The digest of a subscription that was due then; null for none.</summary>
    public Delivery? Find(string subscription, DateTimeOffset due) => state.Value.Read(session => Deliveries(
        session, "WHERE subscription = @id AND due = @due", ("@id", subscription), ("@due", due.ToUnixTimeMilliseconds()))).FirstOrDefault();

    /// <summary>When the next claim can succeed; null where nothing is left to do.</summary>
    public DateTimeOffset? NextClaim() => state.Value.Read(session => session.Query(
        $"SELECT MIN(claimed_until) FROM delivery WHERE {IsOpen}", row => row.IsDBNull(0) ? (DateTimeOffset?)null : Instant(row.GetInt64(0))))[0];

    private bool Step(Delivery delivery, string holder, string set, params (string, object?)[] values) =>
        state.Value.Write(session => Step(session, delivery, holder, set, values));

    private static bool Step(StateSession session, Delivery delivery, string holder, string set, params (string, object?)[] values) => session.Execute(
        $"UPDATE delivery SET {set} WHERE subscription = @id AND due = @when AND claimed_by = @holder AND attempts = @attempts AND state = 'Claimed'",
        [.. values, ("@id", delivery.Subscription), ("@when", delivery.Due.ToUnixTimeMilliseconds()), ("@holder", holder), ("@attempts", delivery.Attempts)]) > 0;

    private static List<Delivery> Deliveries(StateSession session, string which, params (string, object?)[] values) => session
        .Query($"SELECT {Columns} FROM delivery {which}", row => (Delivery: Read(row), Content: row.IsDBNull(10) ? null : row.GetString(10)), values)
        .ConvertAll(one => one.Delivery with { Content = one.Content?.StartsWith(SameAs) == true ? ContentAt(one.Content, session) : DigestContent.Read(one.Content) });

    private static Delivery Read(DbDataReader row) => new(
        row.GetString(0), Instant(row.GetInt64(1)), Instant(row.GetInt64(2)), Instant(row.GetInt64(3)), Enum.Parse<DeliveryState>(row.GetString(4)), row.GetInt32(5),
        row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), row.IsDBNull(8) ? null : row.GetInt32(8), Instant(row.GetInt64(9)),
        Content: null)
    {
        MayStandAlready = !row.IsDBNull(11),
    };

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
