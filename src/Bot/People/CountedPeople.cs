using Bot.Chat;
using Bot.Indexing;

namespace Bot.People;

/// <summary>
/// The people of the snapshot that was counted last, such that counting the next costs only what changed between the two. It keeps that
/// snapshot, for what is gone from the next is read in it. For one thread at a time.
/// </summary>
internal sealed class CountedPeople(Scope scope) : IDisposable
{
    /// <summary>Null before the first snapshot, and after one that could not be counted.</summary>
    private (IndexSnapshot Snapshot, PeopleCount Count, int Briefings)? counted;

    public PeopleDirectory Directory { get; private set; } = PeopleDirectory.Empty;

    /// <summary>Counts the people of a later snapshot.</summary>
    /// <param name="next">Is kept, or disposed of.</param>
    /// <param name="most">So many briefings are gone or new at most.</param>
    /// <returns>False when there are more of them; then nothing is changed.</returns>
    public bool MoveTo(IndexSnapshot next, int most = int.MaxValue)
    {
        var before = counted;
        // Half counted is not counted: after whatever goes wrong, the next is counted from nothing.
        counted = null;
        try
        {
            var gone = before?.Snapshot.BriefingsNotIn(next, scope) ?? [];
            var come = next.BriefingsNotIn(before?.Snapshot, scope);
            if (gone.Count + come.Count > most)
            {
                counted = before;
                return false;
            }
            var briefings = (before?.Briefings ?? 0) - gone.Count + come.Count;
            var (count, directory) = (before?.Count, Directory);
            if (count is null || gone.Count + come.Count > briefings)
            {
                // Also after a merge of large segments: it is less than to count what only moved.
                (gone, come) = ([], next.BriefingsNotIn(null, scope));
                (count, directory) = (new PeopleCount(), PeopleDirectory.Empty);
            }
            // In before out: a briefing that was only changed leaves the names that it keeps where they are.
            foreach (var briefing in come) count.Add(next.PeopleOf(briefing));
            foreach (var briefing in gone) count.Remove(before!.Value.Snapshot.PeopleOf(briefing));
            Directory = directory.With(count.TakeChange());
            counted = (next, count, briefings);
            return true;
        }
        finally
        {
            if (counted?.Snapshot != next) next.Dispose();
            if (counted?.Snapshot != before?.Snapshot) before?.Snapshot.Dispose();
        }
    }

    public void Dispose()
    {
        counted?.Snapshot.Dispose();
        counted = null;
    }
}
