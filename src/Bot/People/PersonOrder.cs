namespace Bot.People;

/// <summary>
/// The orders in which people are shown. No two people have one name, so each order has one place for everybody.
/// </summary>
internal static class PersonOrder
{
    /// <summary>Whom most briefings name first.</summary>
    public static readonly Comparer<Person> MostNamed = Comparer<Person>.Create(static (a, b) =>
        b.Briefings.CompareTo(a.Briefings) is not 0 and var order ? order : string.CompareOrdinal(a.Name, b.Name));

    /// <summary>Last seen first; those without a date come last. Those who are equal in that: whom most briefings name first.</summary>
    public static readonly Comparer<Person> LastSeen = Comparer<Person>.Create(static (a, b) =>
        b.Recency.CompareTo(a.Recency) is not 0 and var order ? order : string.CompareOrdinal(a.Name, b.Name));

    /// <summary>The same order, such that a person is looked at only where the number beside it does not decide.</summary>
    private static readonly Comparer<(long Recency, Person Person)> NextSeen = Comparer<(long Recency, Person Person)>.Create(static (a, b) =>
        b.Recency.CompareTo(a.Recency) is not 0 and var order ? order : string.CompareOrdinal(a.Person.Name, b.Person.Name));

    /// <summary>The people of several words, each once, last seen first: the words' lists are merged as far as they are read.</summary>
    public static IEnumerable<Person> Merged(IReadOnlyList<PeopleOfWord> words)
    {
        var next = new PriorityQueue<(int Word, int At), (long Recency, Person Person)>(
            words.Select((word, i) => ((i, 0), (word.Recency, word.LastSeen[0]))), NextSeen);
        for (Person? last = null; next.TryPeek(out var at, out var first);)
        {
            var people = words[at.Word].LastSeen;
            if (at.At + 1 < people.Length) next.DequeueEnqueue((at.Word, at.At + 1), (people[at.At + 1].Recency, people[at.At + 1]));
            else next.Dequeue();
            if (ReferenceEquals(first.Person, last)) continue;
            last = first.Person;
            yield return last;
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
