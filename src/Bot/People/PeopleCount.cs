using Bot.Indexing;
using Bot.Mentions;

namespace Bot.People;

/// <summary>
/// Counts people together over briefings, and takes briefings out again. Only the surnames that a change touches are merged anew
/// (<see cref="PersonMerger"/>). For one thread.
/// </summary>
internal sealed class PeopleCount
{
    // A name is written the same in most briefings: it is folded once.
    private readonly Dictionary<string, NameCount> bySpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameCount> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Surname> surnames = new(StringComparer.Ordinal);
    private readonly HashSet<Surname> touched = [];

    public void Add(BriefingPeople briefing) => Count(briefing, 1);

    /// <param name="briefing">One that was added.</param>
    public void Remove(BriefingPeople briefing) => Count(briefing, -1);

    /// <summary>What is to be changed in a directory of the people as they were when this was last asked.</summary>
    public PeopleChange TakeChange()
    {
        var change = new PeopleChange([], []);
        foreach (var surname in touched)
        {
            foreach (var name in surname.Names.Where(name => name.IsEmpty)) byKey.Remove(name.Key);
            surname.Names.RemoveAll(name => name.IsEmpty);
            var merged = PersonMerger.Merge(surname.Names);
            change.Gone.AddRange(surname.People.Except(merged));
            change.Come.AddRange(merged.Except(surname.People));
            surname.People = merged;
            if (merged.Count == 0) surnames.Remove(surname.Word);
        }
        touched.Clear();
        return change;
    }

    private void Count(BriefingPeople briefing, int sign)
    {
        foreach (var person in briefing.People)
        {
            if (!bySpelling.TryGetValue(person.Name, out var name))
            {
                var key = NameFolding.Fold(person.Name);
                if (key.Length == 0) continue;
                bySpelling.Add(person.Name, name = Of(key));
            }
            name.Count(person, briefing.Day, sign);
            touched.Add(name.Surname);
            if (sign < 0 && !name.IsSpelled(person.Name)) bySpelling.Remove(person.Name);
        }
    }

    private NameCount Of(string key)
    {
        if (byKey.TryGetValue(key, out var name)) return name;
        var word = key[(key.LastIndexOf(' ') + 1)..];
        if (!surnames.TryGetValue(word, out var surname)) surnames.Add(word, surname = new Surname(word));
        byKey.Add(key, name = new NameCount(key, surname));
        surname.Names.Add(name);
        return name;
    }
}

/// <summary>What names must share to be one person's: the last word of each.</summary>
internal sealed class Surname(string word)
{
    public string Word => word;

    public List<NameCount> Names { get; } = [];

    /// <summary>Whose the names are, as they were last merged.</summary>
    public IReadOnlyList<Person> People { get; set; } = [];
}

/// <summary>Who is no longer in a directory, and who is new in it; whoever changed is in both.</summary>
internal sealed record PeopleChange(List<Person> Gone, List<Person> Come);
