using Bot.Answers;
using Bot.Chat;
using Bot.Indexing;
using Bot.Mentions;
using Bot.Questions;
using Bot.Subscriptions;

namespace Bot.Watches;

/// <summary>
/// The waiting watches by their words: which of thousands a briefing may answer is told by its own words (the search turned round; Yan and Garcia-Molina 1994).
/// Made anew when the watches or the corpus's languages change, of which only those are cut into words that are new. For one thread.
/// </summary>
internal sealed class WatchIndex
{
    /// <summary>
    /// The share of its words, by weight, that a briefing must have for a watch to be asked of it: less than any answer has (EvidenceBar), since words of the same meaning
    /// count there too.
    /// </summary>
    private const double LeastShare = 0.3;

    private readonly Dictionary<string, List<(Entry Entry, double Weight)>> byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> byPerson = new(StringComparer.Ordinal);

    private readonly HashSet<string> removed = new(StringComparer.Ordinal);

    private WatchIndex(IReadOnlyList<Entry> entries) => Entries = entries;

    private IReadOnlyList<Entry> Entries { get; }

    /// <param name="before">The index before, from which what is known is taken; null for none.</param>
    public static WatchIndex Of(IReadOnlyList<Watch> watches, CorpusView corpus, WatchIndex? before)
    {
        var languages = string.Join(' ', corpus.Languages);
        var known = before?.Entries.Where(entry => entry.Languages == languages).ToDictionary(entry => entry.Watch.Id, StringComparer.Ordinal) ?? [];
        var index = new WatchIndex([.. watches
            .Select(watch => known.GetValueOrDefault(watch.Id) is { } entry && entry.Watch == watch ? entry : Entry.Of(watch, corpus, languages)).OfType<Entry>()]);
        foreach (var entry in index.Entries) index.Add(entry);
        return index;
    }

    /// <summary>It waits no more.</summary>
    public void Remove(Watch watch) => removed.Add(watch.Id);

    /// <summary>The watches that a briefing may answer: those of whose words it has enough, and those of a person it names.</summary>
    public List<Watch> MayBeAnsweredBy(IReadOnlyList<IndexedPassage> passages, string title, CorpusView corpus)
    {
        if (passages.Count == 0) return [];
        var terms = new HashSet<string>(passages[0].TitleTermsOf(title), StringComparer.Ordinal);
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            if (corpus.WordsOf(passage) is not { } words) continue;
            foreach (var term in passage.TermsOf(words)) terms.Add(term.Term);
            foreach (var mention in passage.Passage.Annotations.Mentions.Where(mention => mention.Type == EntityType.Person)) people.Add(NameFolding.Fold(mention.Name));
        }
        var shares = new Dictionary<Entry, double>();
        foreach (var term in terms)
        {
            if (!byTerm.TryGetValue(term, out var entries)) continue;
            foreach (var (entry, weight) in entries) shares[entry] = shares.GetValueOrDefault(entry) + weight;
        }
        var named = people.SelectMany(person => byPerson.GetValueOrDefault(person) ?? []);
        return [.. shares.Where(one => one.Value >= LeastShare).Select(one => one.Key).Concat(named).Distinct().Select(entry => entry.Watch)
            .Where(watch => !removed.Contains(watch.Id)).OrderBy(watch => watch.Created)];
    }

    private void Add(Entry entry)
    {
        foreach (var (term, weight) in entry.Weights)
        {
            if (!byTerm.TryGetValue(term, out var entries)) byTerm[term] = entries = [];
            entries.Add((entry, weight));
        }
        foreach (var person in entry.People)
        {
            if (!byPerson.TryGetValue(person, out var entries)) byPerson[person] = entries = [];
            entries.Add(entry);
        }
    }

    /// <summary>A watch with its words.</summary>
    /// <param name="Weights">Of each term its share of all words' weight; of a word's several forms each has the whole of it.</param>
    /// <param name="People">Keys of whom it names.</param>
    /// <param name="Languages">Of the corpus, with spaces between.</param>
    private sealed record Entry(Watch Watch, IReadOnlyList<(string Term, double Weight)> Weights, IReadOnlyList<string> People, string Languages)
    {
        /// <summary>Null for a line that this program cannot read any more.</summary>
        public static Entry? Of(Watch watch, CorpusView corpus, string languages)
        {
            if (LookUp.Parse(watch.Line, watch.Scope).Command is not { } command) return null;
            var text = command.Option(CommandCatalog.Find(command.Name)!.Main!.Name)!;
            var topic = command.Name == CommandCatalog.Ask ? QuestionParser.Parse(text, watch.Scope).Topic : text;
            var words = QueryTerm.Of(topic, corpus.Languages, text);
            var weights = words.Select(corpus.Index.Idf).ToList();
            var total = Math.Max(weights.Sum(), double.Epsilon);
            var people = command.Name is CommandCatalog.Who or CommandCatalog.Says ? NameAsked.Find(text, corpus.People).People : [];
            return new Entry(
                watch, [.. words.Zip(weights).SelectMany(word => word.First.Terms.Select(term => (term, word.Second / total)))],
                [.. people.SelectMany(person => person.Keys).Distinct()], languages);
        }

        public bool Equals(Entry? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
