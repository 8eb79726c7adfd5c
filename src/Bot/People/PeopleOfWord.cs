namespace Bot.People;

/// <summary>Those who have a word in one of their names; never nobody.</summary>
/// <param name="MostNamed">In the order of <see cref="PersonOrder.MostNamed"/>.</param>
/// <param name="LastSeen">The same people in the order of <see cref="PersonOrder.LastSeen"/>.</param>
internal sealed record PeopleOfWord(string Word, Person[] MostNamed, Person[] LastSeen)
{
    /// <summary>Of the first of <see cref="LastSeen"/>.</summary>
    public long Recency { get; } = LastSeen.Length > 0 ? LastSeen[0].Recency : 0;

    public static readonly Comparer<PeopleOfWord> ByWord = Comparer<PeopleOfWord>.Create(static (a, b) => string.CompareOrdinal(a.Word, b.Word));

    /// <summary>The words of those who changed, as they are after that; <paramref name="before"/> finds them as they were.</summary>
    public static (List<PeopleOfWord> Gone, List<PeopleOfWord> Come) Changed(PeopleChange change, Func<string, PeopleOfWord?> before)
    {
        var touched = new Dictionary<string, PeopleChange>(StringComparer.Ordinal);
        foreach (var person in change.Gone) Touch(person, ofWord => ofWord.Gone);
        foreach (var person in change.Come) Touch(person, ofWord => ofWord.Come);
        var (gone, come) = (new List<PeopleOfWord>(), new List<PeopleOfWord>());
        // In their order: neighbours then lie beside each other in memory, where completion goes through thousands of them.
        foreach (var (word, ofWord) in touched.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var known = before(word);
            if (known is not null) gone.Add(known);
            var people = PersonOrder.Changed(known?.MostNamed ?? [], ofWord.Gone, ofWord.Come, PersonOrder.MostNamed);
            if (people.Length == 0) continue;
            come.Add(new PeopleOfWord(
                word, people, people.Length == 1 ? people : PersonOrder.Changed(known?.LastSeen ?? [], ofWord.Gone, ofWord.Come, PersonOrder.LastSeen)));
        }
        return (gone, come);

        void Touch(Person person, Func<PeopleChange, List<Person>> list)
        {
            foreach (var word in person.Words())
            {
                if (!touched.TryGetValue(word, out var ofWord)) touched.Add(word, ofWord = new PeopleChange([], []));
                list(ofWord).Add(person);
            }
        }
    }
}
