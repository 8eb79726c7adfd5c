using Bot.Chat;
using Bot.Indexing;

namespace Bot.People;

/// <summary>
/// The directory of people for the newest snapshot of each scope. It is made when a snapshot becomes current (PeopleFollower), or when it is asked
/// for before that; while that takes longer than anybody should wait, the one before it serves.
/// </summary>
internal sealed class PeopleSource(TimeProvider time)
{
    /// <summary>A directory that is made faster than this, or of so few people, is made while the asker waits.</summary>
    private static readonly TimeSpan Bearable = TimeSpan.FromMilliseconds(60);

    private const int Few = 5_000;

    private readonly Lock making = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public PeopleDirectory Of(PassageIndex index, Scope scope)
    {
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

    /// <summary>Null when the directory there is is of an earlier snapshot, and a new one would take longer than anybody should wait.</summary>
    private Entry? CurrentOrMade(PassageIndex index, Scope scope)
    {
        var generation = index.Generation;
        if (entries.TryGetValue(scope.Key, out var known))
        {
            if (known.Generation == generation) return known;
            if (known.IsRenewing || (known.Took >= Bearable && known.Directory.People.Count >= Few)) return null;
        }
        return entries[scope.Key] = Make(index, scope, generation);
    }

    private void Replace(PassageIndex index, Scope scope)
    {
        Entry? made = null;
        try
        {
            made = Make(index, scope, index.Generation);
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
                else entries[scope.Key].IsRenewing = false;
            }
        }
    }

    /// <summary>A bot that stops has closed its index: that is no damage.</summary>
    private static void DoubtAfter(Exception e, PassageIndex index)
    {
        if (e is not ObjectDisposedException) index.Doubt();
    }

    private Entry Make(PassageIndex index, Scope scope, long generation)
    {
        var start = time.GetTimestamp();
        using var snapshot = index.Snapshot();
        var directory = new PeopleDirectory(snapshot.People(scope));
        return new Entry(directory, generation, time.GetElapsedTime(start));
    }

    private sealed class Entry(PeopleDirectory directory, long generation, TimeSpan took)
    {
        public PeopleDirectory Directory => directory;

        public long Generation => generation;

        public TimeSpan Took => took;

        public bool IsRenewing { get; set; }
    }
}
