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
    private readonly string[] words;

    public PeopleDirectory(IEnumerable<BriefingPeople> briefings)
    {
        People = PersonMerger.Merge(briefings);
        foreach (var person in People)
        {
            foreach (var word in person.Keys.SelectMany(WordsOf).Distinct())
            {
                if (!byWord.TryGetValue(word, out var named)) byWord.Add(word, named = []);
                named.Add(person);
            }
        }
        words = [.. byWord.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Most briefings first.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>
    /// Those whom <paramref name="name"/> may mean: whose full name it is, else whose full name holds all its words; the most named
    /// first. "Lavrov" is everybody of that name.
    /// </summary>
    public IReadOnlyList<Person> Named(string name)
    {
        var asked = WordsOf(NameFolding.Fold(name)).ToList();
        if (asked.Count == 0 || !byWord.TryGetValue(asked[0], out var candidates)) return [];
        var matching = candidates.Where(person => asked.TrueForAll(word => person.Keys.Any(key => WordsOf(key).Contains(word)))).ToList();
        var key = string.Join(' ', asked);
        var exact = matching.Where(person => asked.Count > 1 && person.Keys.Contains(key)).ToList();
        return exact.Count > 0 ? exact : matching;
    }

    /// <summary>Those with a name whose words begin with the words typed, speakers alone where asked for; last seen first.</summary>
    public IEnumerable<Person> StartingWith(string typed, bool speakersOnly)
    {
        var asked = WordsOf(NameFolding.Fold(typed)).ToList();
        IEnumerable<Person> candidates = asked.Count == 0 ? People : WithPrefix(asked[^1]);
        return candidates
            .Where(person => !speakersOnly || person.Speaks)
            .Where(person => asked.TrueForAll(word => person.Keys.Any(key => WordsOf(key).Any(part => part.StartsWith(word, StringComparison.Ordinal)))))
            .OrderByDescending(person => person.LastSeen ?? DateOnly.MinValue)
            .ThenByDescending(person => person.Briefings).ThenBy(person => person.Name, StringComparer.Ordinal);
    }

    /// <summary>
    /// People whose names are spelled nearly like this one: each word at most one letter off, two in words of seven letters and more. The first
    /// letter must be right: it seldom is mistyped, and so the look-up stays fast. Nearest first.
    /// </summary>
    public IReadOnlyList<Person> SpelledLike(string name, int limit)
    {
        var asked = WordsOf(NameFolding.Fold(name)).Where(word => word.Length >= 3).ToList();
        if (asked.Count == 0) return [];
        var near = asked.ConvertAll(word => NearWords(word).ToDictionary(pair => pair.Word, pair => pair.Distance));
        return [.. near.SelectMany(words => words.Keys).Distinct()
            .SelectMany(word => byWord[word]).Distinct()
            .Select(person => (Person: person, Distance: DistanceOf(person, near)))
            .Where(candidate => candidate.Distance is not null)
            .OrderBy(candidate => candidate.Distance).ThenByDescending(candidate => candidate.Person.Briefings)
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
        foreach (var candidate in WordsFrom(word[..1]))
        {
            var distance = EditDistance.Between(word, candidate, most);
            if (distance <= most) yield return (candidate, distance);
        }
    }

    private IEnumerable<Person> WithPrefix(string prefix) => WordsFrom(prefix).SelectMany(word => byWord[word]).Distinct();

    private IEnumerable<string> WordsFrom(string prefix)
    {
        var at = Array.BinarySearch(words, prefix, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < words.Length && words[i].StartsWith(prefix, StringComparison.Ordinal); i++) yield return words[i];
    }
}
