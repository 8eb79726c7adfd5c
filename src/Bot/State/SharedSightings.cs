using System.Globalization;
using Bot.Briefings;
using Bot.Indexing;
using Bot.Text;

namespace Bot.State;

/// <summary>
/// When each briefing was first seen by any of the replicas that share the state: one that begins with an empty data folder must not take the whole folder for
/// news. A bot alone has its own log for that. Thread-safe.
/// </summary>
/// <param name="state">Opened when it is first asked for.</param>
internal sealed class SharedSightings(Lazy<SharedState> state, DataFolder data, PlatformNotes notes)
{
    private const string NoteOfRevision = "sightings.revision", NameOfState = "sightings";

    /// <summary>Replicas read the same file some time one after the other; what one of them took for news then stays news.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromHours(1);

    /// <summary>Briefings that are agreed on in one write: a part of the pages in which the log is read, in which none stands twice.</summary>
    private const int AtOnce = 500;

    private readonly Lock turn = new();
    private string? id;

    /// <summary>Tells the others of what is new in the log, and takes over what one of them saw before.</summary>
    /// <exception cref="Briefings.Storing.StateException">It cannot be told or noted for now.</exception>
    public void Agree(CancellationToken stop)
    {
        if (!state.Value.IsShared) return;
        lock (turn)
        {
            // With another database all begins anew.
            var agreed = notes.Read(NoteOfRevision)?.Split(' ', 2) is [var revision, var other] && other == Id ? long.Parse(revision, CultureInfo.InvariantCulture) : 0;
            if (data.Log.LastRevision == agreed) return;
            foreach (var some in data.Log.ChangesAfter(agreed).Chunk(AtOnce))
            {
                stop.ThrowIfCancellationRequested();
                var first = state.Value.Write(session => First(session, some));
                var earlier = some.Where(one => first.TryGetValue(KeyOf(one), out var seen) && seen < one.FirstSeen - Lag).ToDictionary(one => one.Id, one => first[KeyOf(one)]);
                if (earlier.Count > 0) data.Log.SeeEarlier(earlier);
                notes.Write(NoteOfRevision, string.Create(CultureInfo.InvariantCulture, $"{some[^1].Revision} {Id}"));
            }
        }
    }

    /// <summary>Tells the state from every other.</summary>
    private string Id => id ??= state.Value.Write(session =>
    {
        session.Execute("INSERT INTO secret (name, value) VALUES (@name, @id) ON CONFLICT (name) DO NOTHING", ("@name", NameOfState), ("@id", Guid.NewGuid().ToString("N")));
        return session.One("SELECT value FROM secret WHERE name = @name", row => row.GetString(0), ("@name", NameOfState));
    })!;

    /// <summary>An id may be longer than a key.</summary>
    private static string KeyOf(LoggedBriefing briefing) => TextHash.Of(briefing.Id.Value).Hex;

    private static Dictionary<string, DateTimeOffset> First(StateSession session, LoggedBriefing[] some)
    {
        (string, object?)[] ids = [.. some.Select((one, i) => (Name("id", i), (object?)KeyOf(one)))];
        (string, object?)[] seen = [.. some.Select((one, i) => (Name("seen", i), (object?)one.FirstSeen.ToUnixTimeMilliseconds()))];
        // In one order, so that two replicas do not wait for each other.
        var rows = Enumerable.Range(0, some.Length).OrderBy(i => KeyOf(some[i]), StringComparer.Ordinal).Select(i => $"({Name("id", i)}, {Name("seen", i)})");
        session.Execute(
            $"""
            INSERT INTO sighting (briefing, first_seen) VALUES {string.Join(", ", rows)}
            ON CONFLICT (briefing) DO UPDATE SET first_seen = excluded.first_seen WHERE excluded.first_seen < sighting.first_seen
            """,
            [.. ids, .. seen]);
        return session.Query(
            $"SELECT briefing, first_seen FROM sighting WHERE briefing IN ({string.Join(", ", ids.Select(id => id.Item1))})",
            row => (Id: row.GetString(0), Seen: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), ids).ToDictionary(one => one.Id, one => one.Seen);
    }

    private static string Name(string what, int i) => string.Create(CultureInfo.InvariantCulture, $"@{what}{i}");
}
