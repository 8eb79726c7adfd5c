using Bot.Chat;
using Bot.Indexing;

namespace Bot.People;

/// <summary>
/// The directory of people for the newest snapshot of each scope. It is counted on from the one before when a snapshot becomes current (PeopleFollower),
/// or when it is asked for before that; while that takes longer than anybody should wait, the one before it serves.
/// </summary>
internal sealed class PeopleSource(TimeProvider time) : IDisposable
{
    /// <summary>So many briefings that are new or gone are counted in some ten milliseconds: while the asker waits.</summary>
    private const int Few = 1_000;

    private readonly Lock making = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private bool isDisposed;

    public PeopleDirectory Of(PassageIndex index, Scope scope)
    {
        // Nobody, whatever comes: to count them would keep a snapshot for nothing.
        if (scope.Collections.Count == 0) return PeopleDirectory.Empty;
        lock (making)
        {
            if (CurrentOrMade(index, scope) is { } current) return current.Directory;
            var before = entries[scope.Key];
            if (!before.IsRenewing) _ = LongWork.RunAsync(() => Replace(index, scope));
            before.IsRenewing = true;
            return before.Directory;
        }
    }

    /// <summary>True when the directory of the newest snapshot is there.</summary>
    public bool IsCurrent(PassageIndex index, Scope scope)
    {
        lock (making) return entries.TryGetValue(scope.Key, out var known) && known.Generation == index.Generation;
    }

    /// <summary>Makes the directory of the newest snapshot where there is none yet; while that takes long, those who ask have the one before.</summary>
    /// <returns>How long the newest directory took to make; zero when it could not be made, and whoever asks is told why.</returns>
    public TimeSpan Renew(PassageIndex index, Scope scope)
    {
        try
        {
            lock (making)
            {
                if (CurrentOrMade(index, scope) is { } current) return current.Took;
                if (entries[scope.Key].IsRenewing) return entries[scope.Key].Took;
                entries[scope.Key].IsRenewing = true;
            }
            Replace(index, scope);
            lock (making) return entries[scope.Key].Took;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            DoubtAfter(e, index);
            return TimeSpan.Zero;
        }
    }

    public void Dispose()
    {
        lock (making)
        {
            isDisposed = true;
            foreach (var entry in entries.Values.Where(entry => !entry.IsRenewing)) entry.People.Dispose();
        }
    }

    /// <summary>Null when the directory there is is of an earlier snapshot, and a new one would take longer than anybody should wait.</summary>
    private Entry? CurrentOrMade(PassageIndex index, Scope scope)
    {
        if (!entries.TryGetValue(scope.Key, out var known)) return entries[scope.Key] = Make(index, new CountedPeople(scope), int.MaxValue)!;
        if (known.Generation == index.Generation) return known;
        if (known.IsRenewing || Make(index, known.People, Few) is not { } made) return null;
        return entries[scope.Key] = made;
    }

    private void Replace(PassageIndex index, Scope scope)
    {
        Entry? made = null;
        Entry before;
        lock (making) before = entries[scope.Key];
        try
        {
            made = Make(index, before.People, int.MaxValue);
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the directory before it serves on
        {
            DoubtAfter(e, index);
        }
        finally
        {
            lock (making)
            {
                if (made is not null) entries[scope.Key] = made;
                else before.IsRenewing = false;
                if (isDisposed) before.People.Dispose();
            }
        }
    }

    /// <summary>A bot that stops has closed its index: that is no damage.</summary>
    private static void DoubtAfter(Exception e, PassageIndex index)
    {
        if (e is not ObjectDisposedException) index.Doubt();
    }

    /// <summary>Null when more than <paramref name="most"/> briefings are new or gone.</summary>
    private Entry? Make(PassageIndex index, CountedPeople people, int most)
    {
        var start = time.GetTimestamp();
        // Read before the snapshot: a directory is never kept for a newer one than it is of.
        var generation = index.Generation;
        return people.MoveTo(index.Snapshot(), most) ? new Entry(people, people.Directory, generation, time.GetElapsedTime(start)) : null;
    }

    private sealed class Entry(CountedPeople people, PeopleDirectory directory, long generation, TimeSpan took)
    {
        public CountedPeople People => people;

        public PeopleDirectory Directory => directory;

        public long Generation => generation;

        public TimeSpan Took => took;

        public bool IsRenewing { get; set; }
    }
}
