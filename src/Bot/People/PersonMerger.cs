using Bot.Indexing;
using Bot.Mentions;

namespace Bot.People;

/// <summary>
/// Counts people together over briefings. Names that fold to the same key are one person; so are those that share first and last word while
/// one has a middle name more ("Donald Trump", "Donald J. Trump"). A bare surname is the one person known by it, where there is just one:
/// two people of one surname are never merged.
/// </summary>
internal static class PersonMerger
{
    public static IReadOnlyList<Person> Merge(IEnumerable<BriefingPeople> briefings)
    {
        var byKey = new Dictionary<string, Tally>(StringComparer.Ordinal);
        // A name is written the same in most briefings: it is folded once.
        var bySpelling = new Dictionary<string, Tally?>(StringComparer.Ordinal);
        foreach (var briefing in briefings)
        {
            foreach (var person in briefing.People)
            {
                if (!bySpelling.TryGetValue(person.Name, out var tally)) bySpelling.Add(person.Name, tally = TallyOf(NameFolding.Fold(person.Name), byKey));
                tally?.Count(person, briefing.Day);
            }
        }
        MergeMiddleNames(byKey);
        MergeBareSurnames(byKey);
        return [.. byKey.Values.Select(tally => tally.ToPerson())
            .OrderByDescending(person => person.Briefings).ThenBy(person => person.Name, StringComparer.Ordinal)];
    }

    private static Tally? TallyOf(string key, Dictionary<string, Tally> byKey)
    {
        if (key.Length == 0) return null;
        if (!byKey.TryGetValue(key, out var tally)) byKey.Add(key, tally = new Tally(key));
        return tally;
    }

    private static void MergeMiddleNames(Dictionary<string, Tally> byKey)
    {
        var groups = byKey.Values.Where(tally => tally.Words.Length >= 2)
            .GroupBy(tally => (First: tally.Words[0], Last: tally.Words[^1])).Where(group => group.Count() > 1).ToList();
        foreach (var group in groups)
        {
            var plain = group.FirstOrDefault(tally => tally.Words.Length == 2);
            var longer = group.Where(tally => tally.Words.Length == 3).ToList();
            // With two different middle names there may be two people; initials of one name are one.
            if (plain is null || longer.Select(tally => tally.Words[1][0]).Distinct().Count() != 1) continue;
            foreach (var tally in longer)
            {
                plain.Absorb(tally);
                byKey.Remove(tally.Key);
            }
        }
    }

    private static void MergeBareSurnames(Dictionary<string, Tally> byKey)
    {
        var bySurname = byKey.Values.Where(tally => tally.Words.Length >= 2).ToLookup(tally => tally.Words[^1]);
        foreach (var bare in byKey.Values.Where(tally => tally.Words.Length == 1).ToList())
        {
            var named = bySurname[bare.Key].Take(2).ToList();
            if (named.Count != 1) continue;
            named[0].Absorb(bare);
            byKey.Remove(bare.Key);
        }
    }

    private sealed class Tally(string key)
    {
        private readonly Dictionary<string, int> spellings = new(StringComparer.Ordinal);
        private readonly List<string> keys = [key];
        private int briefings, passages;
        private bool speaks;
        private DateOnly? first, last;

        public string Key => key;

        public string[] Words { get; } = PeopleDirectory.WordsOf(key);

        public void Count(BriefingPerson person, DateOnly? day)
        {
            spellings[person.Name] = spellings.GetValueOrDefault(person.Name) + 1;
            briefings++;
            passages += person.Passages;
            speaks |= person.Speaks;
            See(day);
        }

        public void Absorb(Tally other)
        {
            foreach (var (spelling, count) in other.spellings) spellings[spelling] = spellings.GetValueOrDefault(spelling) + count;
            keys.AddRange(other.keys);
            briefings += other.briefings;
            passages += other.passages;
            speaks |= other.speaks;
            See(other.first);
            See(other.last);
        }

        public Person ToPerson()
        {
            var ordered = spellings.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key.Length)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToList();
            var name = ordered.FirstOrDefault(spelling => spelling.Contains(' ', StringComparison.Ordinal)) ?? ordered[0];
            return new Person(name, ordered, keys, briefings, passages, speaks, first, last);
        }

        private void See(DateOnly? day)
        {
            if (day is not { } seen) return;
            if (first is null || seen < first) first = seen;
            if (last is null || seen > last) last = seen;
        }
    }
}
