using System.Data.Common;
using Bot.Chat;
using Bot.State;

namespace Bot.Subscriptions;

/// <summary>The watches, in the state that replicas share. Thread-safe.</summary>
/// <param name="state">Opened when it is first asked for.</param>
internal sealed class WatchStore(Lazy<SharedState> state)
{
    private const string Columns = "id, platform, conversation, person, collections, line, created, stopped, told, briefing";

    private const string IsWaiting = "stopped IS NULL AND told IS NULL";

    private const int MinutesOfHour = 60;

    /// <summary>Stands in no collection's name.</summary>
    private const char Between = '\n';

    private long version;

    public WatchStore(SharedState state)
        : this(new Lazy<SharedState>(state))
    {
    }

    /// <summary>Grows with each change made here; null where other replicas change them too, so that nobody knows by it.</summary>
    public long? Version => state.Value.IsShared ? null : Interlocked.Read(ref version);

    /// <summary>Adds it, unless as many of the person wait already. False then.</summary>
    /// <exception cref="Bot.Briefings.Storing.StateException">It cannot be kept for now.</exception>
    public bool Add(Watch one, int mostOfPerson) => Changed(state.Value.Write(session => session.Execute(
        $"""
        INSERT INTO watch (id, platform, conversation, person, collections, line, created)
        SELECT @id, @platform, @conversation, @person, @collections, @line, @created
        WHERE (SELECT COUNT(*) FROM watch WHERE person = @person AND {IsWaiting}) < @most
        """,
        ("@id", one.Id), ("@platform", one.Platform), ("@conversation", one.Conversation), ("@person", one.Person),
        ("@collections", string.Join(Between, one.Scope.Collections)), ("@line", one.Line), ("@created", one.Created.ToUnixTimeMilliseconds()), ("@most", mostOfPerson))) > 0);

    public Watch? Find(string id) => state.Value.Read(session => session.One($"SELECT {Columns} FROM watch WHERE id = @id", Read, ("@id", id)));

    /// <summary>A person's in a conversation, also those that were told or stopped, the newest first.</summary>
    public IReadOnlyList<Watch> Of(string person, string platform, string conversation) => state.Value.Read(session => session.Query(
        $"SELECT {Columns} FROM watch WHERE person = @person AND platform = @platform AND conversation = @conversation ORDER BY created DESC, id", Read,
        ("@person", person), ("@platform", platform), ("@conversation", conversation)));

    /// <summary>Everybody's, the newest first.</summary>
    public IReadOnlyList<Watch> All() => state.Value.Read(session => session.Query($"SELECT {Columns} FROM watch ORDER BY created DESC, id", Read));

    /// <summary>Everybody's that wait to be told, the oldest first.</summary>
    public IReadOnlyList<Watch> Waiting() => state.Value.Read(session => session.Query($"SELECT {Columns} FROM watch WHERE {IsWaiting} ORDER BY created, id", Read));

    public bool HasWaiting() => state.Value.Read(session => session.Query($"SELECT 1 FROM watch WHERE {IsWaiting} LIMIT 1", _ => true)).Count > 0;

    /// <summary>Notes that a briefing answers it, within a transaction; false where it was told or stopped meanwhile.</summary>
    public static bool Tell(StateSession session, Watch one, string briefing, DateTimeOffset now) => session.Execute(
        $"UPDATE watch SET told = @now, briefing = @briefing WHERE id = @id AND {IsWaiting}",
        ("@id", one.Id), ("@now", now.ToUnixTimeMilliseconds()), ("@briefing", briefing)) > 0;

    /// <summary>What was to be told is there no more: it waits again.</summary>
    public void WaitAgain(Watch one) => Changed(state.Value.Write(session => session.Execute(
        "UPDATE watch SET told = NULL, briefing = NULL WHERE id = @id AND stopped IS NULL AND told = @told AND briefing = @briefing",
        ("@id", one.Id), ("@told", one.Told?.ToUnixTimeMilliseconds()), ("@briefing", one.Briefing))) > 0);

    /// <summary>False where it was stopped already.</summary>
    public bool Stop(string id, DateTimeOffset now) => Changed(state.Value.Write(session => session.Execute(
        "UPDATE watch SET stopped = @now WHERE id = @id AND stopped IS NULL", ("@id", id), ("@now", now.ToUnixTimeMilliseconds()))) > 0);

    /// <summary>It waits from an instant on: for what comes after. False where it waits already, or as many of the person do.</summary>
    public bool Resume(Watch one, DateTimeOffset from, int mostOfPerson) => Changed(state.Value.Write(session => session.Execute(
        $"""
        UPDATE watch SET stopped = NULL, told = NULL, briefing = NULL, created = @from
        WHERE id = @id AND NOT ({IsWaiting}) AND (SELECT COUNT(*) FROM watch AS other WHERE other.person = @person AND other.stopped IS NULL AND other.told IS NULL) < @most
        """,
        ("@id", one.Id), ("@from", from.ToUnixTimeMilliseconds()), ("@person", one.Person), ("@most", mostOfPerson))) > 0);

    /// <summary>Null where the person chose none.</summary>
    public QuietHours? Quiet(string person) => state.Value.Read(session => session.One(
        "SELECT from_minute, to_minute, zone FROM quiet WHERE person = @person",
        row => new QuietHours(Time(row.GetInt32(0)), Time(row.GetInt32(1)), row.GetString(2)), ("@person", person)));

    /// <param name="hours">Null for none.</param>
    public void SetQuiet(string person, QuietHours? hours) => state.Value.Write(session => hours is null
        ? session.Execute("DELETE FROM quiet WHERE person = @person", ("@person", person))
        : session.Execute(
            """
            INSERT INTO quiet (person, from_minute, to_minute, zone) VALUES (@person, @from, @to, @zone)
            ON CONFLICT (person) DO UPDATE SET from_minute = excluded.from_minute, to_minute = excluded.to_minute, zone = excluded.zone
            """,
            ("@person", person), ("@from", Minute(hours.From)), ("@to", Minute(hours.To)), ("@zone", hours.Zone)));

    /// <summary>How many are kept of a person, in whatever state.</summary>
    public int CountOf(string person) => (int)state.Value.Read(session => session.Query(
        "SELECT COUNT(*) FROM watch WHERE person = @person", row => row.GetInt64(0), ("@person", person)))[0];

    /// <summary>Removes all of a person's, and their quiet hours.</summary>
    /// <returns>How many watches there were.</returns>
    public int Forget(string person)
    {
        var removed = state.Value.Write(session =>
        {
            session.Execute("DELETE FROM quiet WHERE person = @person", ("@person", person));
            session.Execute("DELETE FROM delivery WHERE subscription IN (SELECT id FROM watch WHERE person = @person)", ("@person", person));
            return session.Execute("DELETE FROM watch WHERE person = @person", ("@person", person));
        });
        Changed(removed > 0);
        return removed;
    }

    private bool Changed(bool isSo)
    {
        if (isSo) Interlocked.Increment(ref version);
        return isSo;
    }

    private static TimeOnly Time(int minute) => new(minute / MinutesOfHour, minute % MinutesOfHour);

    private static int Minute(TimeOnly time) => time.Hour * MinutesOfHour + time.Minute;

    private static Watch Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), new Scope(row.GetString(4).Split(Between, StringSplitOptions.RemoveEmptyEntries)),
        row.GetString(5), Instant(row, 6)!.Value, Instant(row, 7), Instant(row, 8), row.IsDBNull(9) ? null : row.GetString(9));

    private static DateTimeOffset? Instant(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
