using System.Data.Common;
using Bot.Chat;
using Bot.State;

namespace Bot.Subscriptions;

/// <summary>The subscriptions, in the state that replicas share. Thread-safe.</summary>
/// <param name="state">Opened when it is first asked for.</param>
internal sealed class SubscriptionStore(Lazy<SharedState> state)
{
    private const string Columns =
        "id, platform, conversation, collections, topics, at_minute, zone, days, when_empty, after_downtime, created, created_by, stopped, last_due";

    private const int MinutesOfHour = 60;

    /// <summary>Neither stands in a topic or a collection's name.</summary>
    private const char Between = '\n';

    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SubscriptionStore(SharedState state)
        : this(new Lazy<SharedState>(state))
    {
    }

    /// <summary>Whether other replicas add to them too.</summary>
    public bool IsShared => state.Value.IsShared;

    /// <summary>Completed when one is added or resumed here.</summary>
    public Task NextChange => changed.Task;

    /// <exception cref="Bot.Briefings.Storing.StateException">It cannot be kept for now.</exception>
    public void Add(Subscription one)
    {
        state.Value.Write(session => Insert(session, one));
        TellOfChange();
    }

    private void TellOfChange() =>
        Interlocked.Exchange(ref changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private static int Insert(StateSession session, Subscription one) => session.Execute(
        $"""
        INSERT INTO subscription ({Columns}, next_due)
        VALUES (@id, @platform, @conversation, @collections, @topics, @at, @zone, @days, @empty, @downtime, @created, '', @stopped, @last, @next)
        """,
        ("@id", one.Id), ("@platform", one.Platform), ("@conversation", one.Conversation), ("@collections", string.Join(Between, one.Scope.Collections)),
        ("@topics", string.Join(Between, one.Topics)), ("@at", one.Times.At.Hour * MinutesOfHour + one.Times.At.Minute), ("@zone", one.Times.Zone),
        ("@days", one.Times.Days.Bits), ("@empty", one.WhenEmpty.ToString()), ("@downtime", one.AfterDowntime.ToString()),
        ("@created", one.Created.ToUnixTimeMilliseconds()), ("@stopped", one.Stopped?.ToUnixTimeMilliseconds()),
        ("@last", one.LastDue?.ToUnixTimeMilliseconds()), ("@next", one.NextDue?.ToUnixTimeMilliseconds()));

    public Subscription? Find(string id) => state.Value.Read(session => session.One($"SELECT {Columns} FROM subscription WHERE id = @id", Read, ("@id", id)));

    /// <summary>Those of a conversation, stopped ones too, the oldest first.</summary>
    public IReadOnlyList<Subscription> Of(string platform, string conversation) => state.Value.Read(session => session.Query(
        $"SELECT {Columns} FROM subscription WHERE platform = @platform AND conversation = @conversation ORDER BY created, id", Read,
        ("@platform", platform), ("@conversation", conversation)));

    /// <summary>Those of every conversation, stopped ones too, the oldest first.</summary>
    public IReadOnlyList<Subscription> Everywhere() => state.Value.Read(session => session.Query($"SELECT {Columns} FROM subscription ORDER BY created, id", Read));

    /// <summary>Those of everybody that go on, the oldest first.</summary>
    public IReadOnlyList<Subscription> All() => state.Value.Read(session => session.Query($"SELECT {Columns} FROM subscription WHERE stopped IS NULL ORDER BY created, id", Read));

    /// <summary>Those that go on and whose next digest is due by <paramref name="now"/>, in the order they are due.</summary>
    public IReadOnlyList<Subscription> Due(DateTimeOffset now, int most) => state.Value.Read(session => session.Query(
        $"SELECT {Columns} FROM subscription WHERE stopped IS NULL AND next_due <= @now ORDER BY next_due, id LIMIT @most", Read,
        ("@now", now.ToUnixTimeMilliseconds()), ("@most", most)));

    /// <summary>When the next digest of all is due; null where none is.</summary>
    public DateTimeOffset? NextDue() => state.Value.Read(session => session.Query(
        "SELECT MIN(next_due) FROM subscription WHERE stopped IS NULL", row => row.IsDBNull(0) ? (DateTimeOffset?)null : Instant(row.GetInt64(0))))[0];

    /// <summary>False where it was stopped already.</summary>
    public bool Stop(string id, DateTimeOffset now) => state.Value.Write(session => session.Execute(
        "UPDATE subscription SET stopped = @now WHERE id = @id AND stopped IS NULL", ("@id", id), ("@now", now.ToUnixTimeMilliseconds()))) > 0;

    /// <summary>It goes on from now: nothing of the time between is told. False where it was not stopped.</summary>
    public bool Resume(Subscription one, DateTimeOffset now)
    {
        var goesOn = state.Value.Write(session => session.Execute(
            "UPDATE subscription SET stopped = NULL, last_due = NULL, created = @now, next_due = @next WHERE id = @id AND stopped IS NOT NULL",
            ("@id", one.Id), ("@now", now.ToUnixTimeMilliseconds()), ("@next", one.Times.After(now)?.ToUnixTimeMilliseconds()))) > 0;
        TellOfChange();
        return goesOn;
    }

    /// <summary>Reckons anew when each is due: the rules of its zone may have changed since.</summary>
    public void ReckonAnew()
    {
        var all = All();
        state.Value.Write(session => all.Sum(one => Reckon(session, one)));
    }

    /// <summary>The same of one.</summary>
    public void Reckon(Subscription one) => state.Value.Write(session => Reckon(session, one));

    private static int Reckon(StateSession session, Subscription one) => session.Execute(
        "UPDATE subscription SET next_due = @next WHERE id = @id AND COALESCE(last_due, -1) = @last",
        ("@id", one.Id), ("@next", one.NextDue?.ToUnixTimeMilliseconds()), ("@last", one.LastDue?.ToUnixTimeMilliseconds() ?? -1));

    private static Subscription Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), new Scope(Parts(row.GetString(3))), Parts(row.GetString(4)),
        new DigestTimes(new TimeOnly(row.GetInt32(5) / MinutesOfHour, row.GetInt32(5) % MinutesOfHour), row.GetString(6), new Weekdays(row.GetInt32(7))),
        Enum.Parse<WhenEmpty>(row.GetString(8)), Enum.Parse<AfterDowntime>(row.GetString(9)), Instant(row.GetInt64(10)),
        row.IsDBNull(12) ? null : Instant(row.GetInt64(12)), row.IsDBNull(13) ? null : Instant(row.GetInt64(13)));

    private static string[] Parts(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
