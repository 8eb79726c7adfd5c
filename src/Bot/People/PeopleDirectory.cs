using Bot.Indexing;
using Bot.Mentions;
using Bot.Text;

namespace Bot.People;

/// <summary>
/// Everybody whom the briefings of a scope name, as of one snapshot: what /who looks names up in, and what completion and did-you-mean
/// read. Immutable and wholly in memory, so that completion answers at once.
/// </summary>
internal sealed class PeopleDirectory
{
    private readonly Dictionary<string, List<Person>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> byKey = new(StringComparer.Ordinal);
    private readonly string[] words;
    private readonly RecentPeople recent;

    public PeopleDirectory(IEnumerable<BriefingPeople> briefings)
    {
        People = PersonMerger.Merge(briefings);
        foreach (var person in People)
        {
            foreach (var key in person.Keys) byKey.Add(key, person);
            foreach (var word in person.Keys.SelectMany(WordsOf).Distinct())
            {
                if (!byWord.TryGetValue(word, out var named)) byWord.Add(word, named = []);
                named.Add(person);
            }
        }
        words = [.. byWord.Keys.Order(StringComparer.Ordinal)];
        recent = new RecentPeople(People, [.. words.Select(word => byWord[word])]);
    }

    /// <summary>Most briefings first.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>Who has this folded full name; null for nobody.</summary>
    public Person? WithKey(string key) => byKey.GetValueOrDefault(key);

    /// <summary>
    /// Those whom <paramref name="name"/> may mean: whose full name it is, else whose full name holds all its words; the most named
    /// first. "Lavrov" is everybody of that name.
    /// </summary>
    public IReadOnlyList<Person> Named(string name)
    {
        var asked = WordsOf(NameFolding.Fold(name));
        if (asked.Length == 0 || !Array.TrueForAll(asked, byWord.ContainsKey)) return [];
        // The rarest word has the fewest to look through: "James" is many people, "Baker" few.
        var fewest = byWord[asked.MinBy(word => byWord[word].Count)!];
        if (asked.Length == 1) return fewest;
        var matching = fewest.Where(person => Array.TrueForAll(asked, word => person.Keys.Any(key => WordsOf(key).Contains(word)))).ToList();
        var key = string.Join(' ', asked);
        var exact = matching.Where(person => person.Keys.Contains(key)).ToList();
        return exact.Count > 0 ? exact : matching;
    }

    /// <summary>
    /// Those with a name whose words begin with the words typed, speakers alone where asked for; last seen first. They are looked for as they
    /// are taken, so that a few cost no more among very many.
    /// </summary>
    public IEnumerable<Person> StartingWith(string typed, bool speakersOnly)
    {
        var asked = WordsOf(NameFolding.Fold(typed));
        var candidates = asked.Length == 0
            ? recent.All
            : recent.OfWords(asked.Select(RangeFrom).MinBy(range => range.End.Value - range.Start.Value));
        return candidates
            .Where(person => !speakersOnly || person.Speaks)
            .Where(person => Array.TrueForAll(asked, word => person.Keys.Any(key => WordsOf(key).Any(part => part.StartsWith(word, StringComparison.Ordinal)))));
    }

    /// <summary>
    /// People whose names are spelled nearly like this one: each word at most one letter off, two in words of seven letters and more. The first
    /// letter must be right: it seldom is mistyped, and so the look-up stays fast. Nearest first.
    /// </summary>
    public IReadOnlyList<Person> SpelledLike(string name, int limit)
    {
        var near = new List<Dictionary<string, int>>();
        foreach (var word in WordsOf(NameFolding.Fold(name)).Where(word => word.Length >= 3))
        {
            near.Add(NearWords(word).ToDictionary(pair => pair.Word, pair => pair.Distance));
            if (near[^1].Count == 0) return [];
        }
        if (near.Count == 0) return [];
        // All words must be near: those near the rarest are looked through, not everybody called "James".
        var fewest = near.MinBy(words => words.Keys.Sum(word => byWord[word].Count))!;
        return [.. fewest.Keys
            .SelectMany(word => byWord[word]).Distinct()
            .Select(person => (Person: person, Distance: DistanceOf(person, near)))
            .Where(candidate => candidate.Distance is not null)
            .OrderBy(candidate => candidate.Distance).ThenByDescending(candidate => candidate.Person.Briefings)
            .ThenBy(candidate => candidate.Person.Name, StringComparer.Ordinal)
            .Take(limit).Select(candidate => candidate.Person)];
    }

    internal static string[] WordsOf(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int? DistanceOf(Person person, List<Dictionary<string, int>> near)
    {
        var own = person.Keys.SelectMany(WordsOf).ToHashSet();
        var total = 0;
        foreach (var words in near)
        {
            var best = words.Where(pair => own.Contains(pair.Key)).Select(pair => (int?)pair.Value).Min();
            if (best is null) return null;
            total += best.Value;
        }
        return total;
    }

    private IEnumerable<(string Word, int Distance)> NearWords(string word)
    {
        var most = word.Length >= 7 ? 2 : 1;
        foreach (var candidate in words[RangeFrom(word[..1])])
        {
            var distance = EditDistance.Between(word, candidate, most);
            if (distance <= most) yield return (candidate, distance);
        }
    }

    /// <summary>Where among the words those are that begin so: two halvings, for one letter may begin thousands.</summary>
    private Range RangeFrom(string prefix) => FirstFrom(prefix)..FirstFrom(prefix + char.MaxValue);

    private int FirstFrom(string word)
    {
        var at = Array.BinarySearch(words, word, StringComparer.Ordinal);
        return at < 0 ? ~at : at;
    }
}
