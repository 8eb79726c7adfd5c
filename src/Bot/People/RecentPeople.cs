namespace Bot.People;

/// <summary>
/// People in the order in which completion shows them, last seen first: everybody, and those of some neighbouring words. They are put in
/// order once, when the directory is made, so that the first few of a hundred thousand cost what the first few of ten cost.
/// </summary>
internal sealed class RecentPeople
{
    private readonly Person[] people;

    /// <summary>For each word the places of its people in the order of all, ascending.</summary>
    private readonly int[][] byWord;

    /// <param name="named">The people of each word.</param>
    public RecentPeople(IReadOnlyList<Person> everybody, IReadOnlyList<IReadOnlyList<Person>> named)
    {
        people = [.. everybody.OrderByDescending(person => person.LastSeen ?? DateOnly.MinValue)
            .ThenByDescending(person => person.Briefings).ThenBy(person => person.Name, StringComparer.Ordinal)];
        var places = new Dictionary<Person, int>(people.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < people.Length; i++) places.Add(people[i], i);
        byWord = [.. named.Select(ofWord => ofWord.Select(person => places[person]).Order().ToArray())];
    }

    public IEnumerable<Person> All => people;

    /// <summary>The people of a range of words, each once: the words' lists are merged as far as they are read.</summary>
    public IEnumerable<Person> OfWords(Range words)
    {
        var lists = byWord[words];
        var next = new PriorityQueue<(int List, int At), int>(lists.Select((list, i) => ((i, 0), list[0])));
        for (var last = -1; next.TryPeek(out var at, out var place);)
        {
            if (at.At + 1 < lists[at.List].Length) next.DequeueEnqueue((at.List, at.At + 1), lists[at.List][at.At + 1]);
            else next.Dequeue();
            if (place == last) continue;
            last = place;
            yield return people[place];
        }
    }
}
