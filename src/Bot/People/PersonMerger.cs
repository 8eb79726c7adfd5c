namespace Bot.People;

/// <summary>
/// Tells which names of one surname are one person. Spellings that fold to the same key are one name; names that share first and last word are
/// one person while one has a middle name more ("Donald Trump", "Donald J. Trump"). A bare surname is the one person known by it, where there
/// is just one: two people of one surname are never merged. So nobody's names depend on those of another surname.
/// </summary>
internal static class PersonMerger
{
    /// <param name="names">All names of one surname, none twice.</param>
    public static List<Person> Merge(IEnumerable<NameCount> names)
    {
        var people = new List<List<NameCount>>();
        var bare = new List<NameCount>();
        foreach (var sharing in names.Select(name => (Name: name, Words: PeopleDirectory.WordsOf(name.Key))).GroupBy(name => name.Words[0]))
        {
            var plain = sharing.Where(name => name.Words.Length == 2).Select(name => name.Name).ToList();
            var longer = sharing.Where(name => name.Words.Length == 3).ToList();
            // With two different middle names there may be two people; initials of one name are one.
            var areOne = plain.Count > 0 && longer.Select(name => name.Words[1][0]).Distinct().Count() == 1;
            if (areOne) people.Add([.. plain, .. longer.Select(name => name.Name).OrderBy(name => name.Key, StringComparer.Ordinal)]);
            foreach (var (name, words) in sharing)
            {
                if (words.Length == 1) bare.Add(name);
                else if (!areOne || words.Length > 3) people.Add([name]);
            }
        }
        if (people.Count == 1) people[0].AddRange(bare);
        else if (bare.Count > 0) people.Add(bare);
        return people.ConvertAll(NameCount.ToPerson);
    }
}
