using Bot.Mentions;
using Bot.Text;

namespace Bot.People;

/// <summary>
/// Everybody whom the briefings of a scope name, as of one snapshot: what /who looks names up in, and what completion and did-you-mean
/// read. Immutable and wholly in memory, so that completion answers at once.
/// </summary>
internal sealed class PeopleDirectory
{
    public static readonly PeopleDirectory Empty = new([], [], []);

    private readonly Person[] people, recent;
    private readonly PeopleOfWord[] words;

    private PeopleDirectory(Person[] people, Person[] recent, PeopleOfWord[] words) => (this.people, this.recent, this.words) = (people, recent, words);

    /// <summary>Most briefings first.</summary>
    public IReadOnlyList<Person> People => people;

    /// <summary>The directory after a change: what the change does not touch is taken over.</summary>
    public PeopleDirectory With(PeopleChange change)
    {
        var (gone, come) = PeopleOfWord.Changed(change, OfWord);
        return new PeopleDirectory(
            PersonOrder.Changed(people, change.Gone, change.Come, PersonOrder.MostNamed),
            PersonOrder.Changed(recent, change.Gone, change.Come, PersonOrder.LastSeen),
            PersonOrder.Changed(words, gone, come, PeopleOfWord.ByWord));
    }

    /// <summary>Who has this folded full name; null for nobody.</summary>
    public Person? WithKey(string key) => Rarest(WordsOf(key))?.MostNamed.FirstOrDefault(person => person.Keys.Contains(key));

    /// <summary>
    /// Those whom <paramref name="name"/> may mean: whose full name it is, else whose full name holds all its words; the most named
    /// first. "Lavrov" is everybody of that name.
    /// </summary>
    public IReadOnlyList<Person> Named(string name)
    {
        var found = NamedAs(name);
        if (found.Count > 0 || !CyrillicCases.IsCyrillic(name)) return found;
        // "Лаврову" is asked for: where nobody has that name, somebody's in another case is meant.
        var given = name[..(name.LastIndexOf(' ') + 1)];
        return CyrillicCases.Nominatives(name[given.Length..]).Select(surname => NamedAs(NominativeGiven(given) + surname)).FirstOrDefault(people => people.Count > 0) ?? [];
    }

    private static string NominativeGiven(string given) =>
        given.Length == 0 || CyrillicCases.GivenName(given.TrimEnd()) is not { } nominative ? given : nominative + " ";

    private IReadOnlyList<Person> NamedAs(string name)
    {
        var asked = WordsOf(NameFolding.Fold(name));
        if (Rarest(asked)?.MostNamed is not { } fewest) return [];
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
            ? recent
            : PersonOrder.Merged(new ArraySegment<PeopleOfWord>(words)[asked.Select(RangeFrom).MinBy(range => range.End.Value - range.Start.Value)]);
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
        var near = new List<List<(PeopleOfWord Word, int Distance)>>();
        foreach (var word in WordsOf(NameFolding.Fold(name)).Where(word => word.Length >= 3))
        {
            near.Add([.. NearWords(word)]);
            if (near[^1].Count == 0) return [];
        }
        if (near.Count == 0) return [];
        // All words must be near: those near the rarest are looked through, not everybody called "James".
        var fewest = near.MinBy(words => words.Sum(found => found.Word.MostNamed.Length))!;
        return [.. fewest
            .SelectMany(found => found.Word.MostNamed).Distinct()
            .Select(person => (Person: person, Distance: DistanceOf(person, near)))
            .Where(candidate => candidate.Distance is not null)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Person, PersonOrder.MostNamed)
            .Take(limit).Select(candidate => candidate.Person)];
    }

    internal static string[] WordsOf(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int? DistanceOf(Person person, List<List<(PeopleOfWord Word, int Distance)>> near)
    {
        var own = person.Words().ToHashSet();
        var total = 0;
        foreach (var words in near)
        {
            var best = words.Where(found => own.Contains(found.Word.Word)).Select(found => (int?)found.Distance).Min();
            if (best is null) return null;
            total += best.Value;
        }
        return total;
    }

    private IEnumerable<(PeopleOfWord Word, int Distance)> NearWords(string word)
    {
        var most = word.Length >= 7 ? 2 : 1;
        foreach (var candidate in words[RangeFrom(word[..1])])
        {
            var distance = EditDistance.Between(word, candidate.Word, most);
            if (distance <= most) yield return (candidate, distance);
        }
    }

    /// <summary>The word that the fewest people have, for they are to be looked through: "James" is many people, "Baker" few. Null when any is nobody's.</summary>
    private PeopleOfWord? Rarest(string[] names)
    {
        var found = Array.ConvertAll(names, OfWord);
        return found.Contains(null) ? null : found.MinBy(word => word!.MostNamed.Length);
    }

    private PeopleOfWord? OfWord(string word) => FirstFrom(word) is var at && at < words.Length && words[at].Word == word ? words[at] : null;

    /// <summary>Where among the words those are that begin so: two halvings, for one letter may begin thousands.</summary>
    private Range RangeFrom(string prefix) => FirstFrom(prefix)..FirstFrom(prefix + char.MaxValue);

    private int FirstFrom(string word)
    {
        var at = Array.BinarySearch(words, new PeopleOfWord(word, [], []), PeopleOfWord.ByWord);
        return at < 0 ? ~at : at;
    }
}
