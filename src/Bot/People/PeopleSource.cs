using Bot.Chat;
using Bot.Indexing;

namespace Bot.People;

/// <summary>
/// The directory of people for the newest snapshot of each scope. It is made when it is first asked for after a change; while that takes longer than
/// anybody should wait, the one before it serves.
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
        var key = scope.Key;
        lock (making)
        {
            var generation = index.Generation;
            if (entries.TryGetValue(key, out var known) && (known.Generation == generation || known.IsRenewing)) return known.Directory;
            if (known is null || known.Took < Bearable || known.Directory.People.Count < Few) return (entries[key] = Make(index, scope, generation)).Directory;
            known.IsRenewing = true;
            _ = Task.Run(() => Renew(index, scope, key));
            return known.Directory;
        }
    }

    private void Renew(PassageIndex index, Scope scope, string key)
    {
        Entry? made = null;
        try
        {
            made = Make(index, scope, index.Generation);
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the directory before it serves on; a bot that stops has closed its index
        {
            if (e is not ObjectDisposedException) index.Doubt();
        }
        finally
        {
            lock (making)
            {
                if (made is not null) entries[key] = made;
                else entries[key].IsRenewing = false;
            }
        }
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
