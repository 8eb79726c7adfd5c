namespace Bot.People;

/// <summary>
/// The orders in which people are shown. No two people have one name, so each order has one place for everybody.
/// </summary>
internal static class PersonOrder
{
    /// <summary>Whom most briefings name first.</summary>
    public static readonly Comparer<Person> MostNamed = Comparer<Person>.Create(static (a, b) =>
        b.Briefings.CompareTo(a.Briefings) is not 0 and var order ? order : string.CompareOrdinal(a.Name, b.Name));

    /// <summary>Last seen first; those without a date come last.</summary>
    public static readonly Comparer<Person> LastSeen = Comparer<Person>.Create(static (a, b) =>
        (b.LastSeen ?? DateOnly.MinValue).CompareTo(a.LastSeen ?? DateOnly.MinValue) is not 0 and var order ? order : MostNamed.Compare(a, b));

    /// <summary>The people of several lists, each once, last seen first: the lists are merged as far as they are read.</summary>
    /// <param name="lists">Each in that order, and none empty.</param>
    public static IEnumerable<Person> Merged(IReadOnlyList<Person[]> lists)
    {
        var next = new PriorityQueue<(Person[] List, int At), Person>(lists.Select(list => ((list, 0), list[0])), LastSeen);
        for (Person? last = null; next.TryPeek(out var at, out var person);)
        {
            if (at.At + 1 < at.List.Length) next.DequeueEnqueue((at.List, at.At + 1), at.List[at.At + 1]);
            else next.Dequeue();
            if (ReferenceEquals(person, last)) continue;
            last = person;
            yield return person;
        }
    }

    /// <summary>An array in order, with some taken out and others put in: what stays is copied as a whole, not looked at.</summary>
    /// <param name="gone">All of them in <paramref name="before"/>.</param>
    public static T[] Changed<T>(T[] before, List<T> gone, List<T> come, IComparer<T> order)
    {
        gone.Sort(order);
        come.Sort(order);
        var after = new T[before.Length - gone.Count + come.Count];
        var (from, to, taken, put) = (0, 0, 0, 0);
        while (taken < gone.Count || put < come.Count)
        {
            var takes = put == come.Count || (taken < gone.Count && order.Compare(gone[taken], come[put]) <= 0);
            var next = takes ? gone[taken++] : come[put++];
            var found = Array.BinarySearch(before, from, before.Length - from, next, order);
            CopyUpTo(found < 0 ? ~found : found);
            if (takes) from++;
            else after[to++] = next;
        }
        CopyUpTo(before.Length);
        return after;

        void CopyUpTo(int end)
        {
            Array.Copy(before, from, after, to, end - from);
            (from, to) = (end, to + end - from);
        }
    }
}
