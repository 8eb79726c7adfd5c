using System.Data.Common;
using Bot.State;
using Bot.Subscriptions;

namespace Bot.Digests;

/// <summary>
/// Which digests are due, being posted, posted: the reason why each comes once, through restarts and with several replicas. A replica claims a digest for as long as a
/// lease; whoever claims it after that knows from the number of tries that it may stand already. Every step is a conditional write: one whose claim was lost
/// changes nothing. Thread-safe.
/// </summary>
/// <param name="state">Opened when it is first asked for.</param>
internal sealed class DigestLedger(Lazy<SharedState> state)
{
    private const string Columns = "subscription, due, window_from, window_to, state, attempts, message, problem, items, changed, content";

    public DigestLedger(SharedState state)
        : this(new Lazy<SharedState>(state))
    {
    }

    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    /// <summary>Takes up what a subscription's schedule says is due, unless another replica has done so. False then.</summary>
    /// <exception cref="Bot.Briefings.Storing.StateException">It cannot be kept for now.</exception>
    public bool Plan(Subscription subscription, IReadOnlyList<PlannedDigest> planned, DateTimeOffset now) => planned.Count > 0 && state.Value.Write(session =>
    {
        var last = planned[^1].Due;
        var isFirst = session.Execute(
            "UPDATE subscription SET last_due = @last, next_due = @next WHERE id = @id AND stopped IS NULL AND COALESCE(last_due, -1) = @before",
            ("@id", subscription.Id), ("@last", last.ToUnixTimeMilliseconds()), ("@next", subscription.Times.After(last)?.ToUnixTimeMilliseconds()),
            ("@before", subscription.LastDue?.ToUnixTimeMilliseconds() ?? -1)) > 0;
        if (!isFirst) return false;
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
        return true;
    });

    /// <summary>
    /// The first of those that nobody works on, for a while; null where there is none. Of a subscription one after the other: what the one before told, the next does not repeat.
    /// </summary>
    public Delivery? Claim(string holder, DateTimeOffset now, TimeSpan lease)
    {
        while (true)
        {
            var next = state.Value.Read(session => session.One(
                $"""
                SELECT {Columns} FROM delivery WHERE state IN ('Due', 'Claimed', 'Sent') AND claimed_until <= @now AND NOT EXISTS (
                    SELECT 1 FROM delivery AS earlier WHERE earlier.subscription = delivery.subscription AND earlier.due < delivery.due AND earlier.state IN ('Due', 'Claimed', 'Sent'))
                ORDER BY due, subscription LIMIT 1
                """,
                Read, ("@now", now.ToUnixTimeMilliseconds())));
            if (next is null) return null;
            // Sent stays sent: it is only confirmed.
            var isMine = state.Value.Write(session => session.Execute(
                """
                UPDATE delivery SET state = CASE WHEN state = 'Sent' THEN state ELSE 'Claimed' END, attempts = attempts + 1, claimed_by = @holder, claimed_until = @until, changed = @now
                WHERE subscription = @id AND due = @due AND attempts = @attempts AND claimed_until <= @now AND state IN ('Due', 'Claimed', 'Sent')
                """,
                ("@id", next.Subscription), ("@due", next.Due.ToUnixTimeMilliseconds()), ("@attempts", next.Attempts), ("@holder", holder),
                ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()))) > 0;
            if (isMine) return next with { State = next.State == DeliveryState.Sent ? DeliveryState.Sent : DeliveryState.Claimed, Attempts = next.Attempts + 1 };
        }
    }

    /// <summary>Settles what it tells of, before anything is sent. False where the claim was lost.</summary>
    public bool Settle(Delivery delivery, DigestContent content, string holder) => Step(delivery, holder, "content = @content", ("@content", content.Write()));

    /// <summary>The platform has it.</summary>
    public bool Sent(Delivery delivery, string? message, string holder, DateTimeOffset now) =>
        Step(delivery, holder, "state = 'Sent', message = @message, problem = NULL, changed = @now", ("@message", message), ("@now", now.ToUnixTimeMilliseconds()));

    /// <summary>Notes what was told, so that this subscription is not told it again, and that all is done.</summary>
    public bool Confirm(Delivery delivery, DigestContent content, int items, string holder, DateTimeOffset now) => state.Value.Write(session =>
    {
        if (!Step(session, delivery, holder, "state = 'Confirmed', items = @items, changed = @now", ("@items", items), ("@now", now.ToUnixTimeMilliseconds()))) return false;
        foreach (var told in content.Told)
        {
            session.Execute(
                """
                INSERT INTO delivered (subscription, briefing, text, line, due) VALUES (@id, @briefing, @text, @line, @due)
                ON CONFLICT (subscription, briefing, text) DO NOTHING
                """,
                ("@id", delivery.Subscription), ("@briefing", told.Briefing), ("@text", told.Text), ("@line", told.Line), ("@due", delivery.Due.ToUnixTimeMilliseconds()));
        }
        return true;
    });

    /// <summary>Gives it back, to be tried again not before an instant.</summary>
    public bool Release(Delivery delivery, string problem, DateTimeOffset notBefore, string holder) =>
        Step(delivery, holder, "state = CASE WHEN state = 'Sent' THEN state ELSE 'Due' END, problem = @problem, claimed_until = @until",
            ("@problem", problem), ("@until", notBefore.ToUnixTimeMilliseconds()));

    /// <summary>No further try would help.</summary>
    public bool End(Delivery delivery, DeliveryState state, string problem, string holder, DateTimeOffset now) =>
        Step(delivery, holder, "state = @state, problem = @problem, changed = @now", ("@state", state.ToString()), ("@problem", problem), ("@now", now.ToUnixTimeMilliseconds()));

    /// <summary>What a subscription was told since an instant, the newest first.</summary>
    public IReadOnlyList<DigestTold> ToldSince(string subscription, DateTimeOffset since) => state.Value.Read(session => session.Query(
        "SELECT briefing, text, line FROM delivered WHERE subscription = @id AND due >= @since ORDER BY due DESC",
        row => new DigestTold(row.GetString(0), row.GetString(1), row.GetString(2)), ("@id", subscription), ("@since", since.ToUnixTimeMilliseconds())));

    /// <summary>
    /// Before when nothing is told any more: the beginning of the first digest, or the end of one that was left out. Null where there was none yet.
    /// </summary>
    public DateTimeOffset? Floor(string subscription) => state.Value.Read(session => session.Query(
        "SELECT MIN(window_from), MAX(CASE WHEN state = 'Skipped' THEN window_to ELSE 0 END) FROM delivery WHERE subscription = @id",
        row => row.IsDBNull(0) ? (DateTimeOffset?)null : Instant(Math.Max(row.GetInt64(0), row.GetInt64(1))), ("@id", subscription)))[0];

    /// <summary>The newest digests of a subscription, the newest first.</summary>
    public IReadOnlyList<Delivery> Newest(string subscription, int most) => state.Value.Read(session => session.Query(
        $"SELECT {Columns} FROM delivery WHERE subscription = @id ORDER BY due DESC LIMIT @most", Read, ("@id", subscription), ("@most", most)));

    /// <summary>The newest digests of a conversation, or of all where none is named, the newest first.</summary>
    public IReadOnlyList<Delivery> NewestOf(string? platform, string? conversation, int most) => state.Value.Read(session => session.Query(
        // Which they are is told by keys alone: what a digest told of is read of those few.
        $"""
        SELECT {Columns} FROM delivery WHERE (subscription, due) IN (
            SELECT one.subscription, one.due FROM delivery AS one JOIN subscription AS wish ON wish.id = one.subscription
            WHERE @platform IS NULL OR (wish.platform = @platform AND wish.conversation = @conversation)
            ORDER BY one.due DESC, one.subscription LIMIT @most)
        ORDER BY due DESC, subscription
        """,
        Read, ("@platform", platform), ("@conversation", conversation), ("@most", most)));

    /// <summary>The digest of a subscription that was due then; null for none.</summary>
    public Delivery? Find(string subscription, DateTimeOffset due) => state.Value.Read(session => session.One(
        $"SELECT {Columns} FROM delivery WHERE subscription = @id AND due = @due", Read, ("@id", subscription), ("@due", due.ToUnixTimeMilliseconds())));

    /// <summary>When the next claim can succeed; null where nothing is left to do.</summary>
    public DateTimeOffset? NextClaim() => state.Value.Read(session => session.Query(
        "SELECT MIN(claimed_until) FROM delivery WHERE state IN ('Due', 'Claimed', 'Sent')", row => row.IsDBNull(0) ? (DateTimeOffset?)null : Instant(row.GetInt64(0))))[0];

    private bool Step(Delivery delivery, string holder, string set, params (string, object?)[] values) =>
        state.Value.Write(session => Step(session, delivery, holder, set, values));

    private static bool Step(StateSession session, Delivery delivery, string holder, string set, params (string, object?)[] values) => session.Execute(
        $"UPDATE delivery SET {set} WHERE subscription = @id AND due = @when AND claimed_by = @holder AND attempts = @attempts AND state IN ('Claimed', 'Sent')",
        [.. values, ("@id", delivery.Subscription), ("@when", delivery.Due.ToUnixTimeMilliseconds()), ("@holder", holder), ("@attempts", delivery.Attempts)]) > 0;

    private static Delivery Read(DbDataReader row) => new(
        row.GetString(0), Instant(row.GetInt64(1)), Instant(row.GetInt64(2)), Instant(row.GetInt64(3)), Enum.Parse<DeliveryState>(row.GetString(4)), row.GetInt32(5),
        row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), row.IsDBNull(8) ? null : row.GetInt32(8), Instant(row.GetInt64(9)),
        DigestContent.Read(row.IsDBNull(10) ? null : row.GetString(10)));

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
