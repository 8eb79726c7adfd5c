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
    /// The share of its words, by weight, that a passage with its title must have for a watch to be asked of it. More than of whoever asks and looks at the nearest
    /// (EvidenceBar): who is told of something unasked is told of what it is about. Of a name all of it must be there. Less finds more of what answers, and tells
    /// more of what does not (QUALITY.md, Watches).
    /// </summary>
    private const double LeastShare = 0.7, WholeName = 0.999;

    /// <summary>What a name's word counts beside another of the same idf, as in QuestionTerms.</summary>
    private const double NameWeight = 2;

    private readonly Dictionary<string, List<(int Entry, double Weight)>> byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byPerson = new(StringComparer.Ordinal);

    private readonly HashSet<string> removed = new(StringComparer.Ordinal);

    private WatchIndex(IReadOnlyList<Entry> entries) => Entries = entries;

    private IReadOnlyList<Entry> Entries { get; }

    /// <param name="before">The index before, from which what is known is taken; null for none.</param>
    /// <param name="failed">Told of a watch that cannot be read: it is left out.</param>
    public static WatchIndex Of(IReadOnlyList<Watch> watches, CorpusView corpus, WatchIndex? before, Action<Exception, Watch>? failed = null)
    {
        var languages = string.Join(' ', corpus.Languages);
        var known = before?.Entries.Where(entry => entry.Languages == languages).ToDictionary(entry => entry.Watch.Id, StringComparer.Ordinal) ?? [];
        var index = new WatchIndex([.. watches
            .Select(watch => known.GetValueOrDefault(watch.Id) is { } entry && IsSame(entry.Watch, watch) ? entry with { Watch = watch } : Read(watch)).OfType<Entry>()]);
        for (var entry = 0; entry < index.Entries.Count; entry++) index.Add(entry);
        return index;

        Entry? Read(Watch watch)
        {
            try
            {
                return Entry.Of(watch, corpus, languages);
            }
            catch (Exception e) when (failed is not null && e is not OutOfMemoryException)
            {
                failed(e, watch);
                return null;
            }
        }
    }

    private static bool IsSame(Watch one, Watch other) => one.Line == other.Line && one.Created == other.Created && one.Scope.Key == other.Scope.Key;

    /// <summary>It waits no more.</summary>
    public void Remove(Watch watch) => removed.Add(watch.Id);

    /// <summary>The watches that a briefing may answer: those of whose words one of its passages has enough, and those of a person it names.</summary>
    public List<Watch> MayBeAnsweredBy(IReadOnlyList<IndexedPassage> passages, string title, CorpusView corpus)
    {
        if (passages.Count == 0) return [];
        var (found, shares) = (new HashSet<int>(), new Shares(Entries.Count));
        var ofTitle = passages[0].TitleTermsOf(title).Distinct().ToList();
        foreach (var passage in passages)
        {
            if (corpus.WordsOf(passage) is not { } words) continue;
            foreach (var term in passage.TermsOf(words).Select(term => term.Term).Concat(ofTitle).Distinct())
            {
                foreach (var (entry, weight) in byTerm.GetValueOrDefault(term) ?? []) shares.Add(entry, weight);
            }
            found.UnionWith(shares.Take((entry, share) => share >= Entries[entry].Least));
            foreach (var mention in passage.Passage.Annotations.Mentions.Where(mention => mention.Type == EntityType.Person))
            {
                found.UnionWith(byPerson.GetValueOrDefault(NameFolding.Fold(mention.Name)) ?? []);
            }
        }
        return [.. found.Select(entry => Entries[entry].Watch).Where(watch => !removed.Contains(watch.Id)).OrderBy(watch => watch.Created)];
    }

    private void Add(int entry)
    {
        foreach (var (term, weight) in Entries[entry].Weights)
        {
            if (!byTerm.TryGetValue(term, out var entries)) byTerm[term] = entries = [];
            entries.Add((entry, weight));
        }
        foreach (var person in Entries[entry].People)
        {
            if (!byPerson.TryGetValue(person, out var entries)) byPerson[person] = entries = [];
            entries.Add(entry);
        }
    }

    /// <summary>Adds up for each of many what few of them get.</summary>
    private sealed class Shares(int count)
    {
        private readonly double[] sums = new double[count];
        private readonly List<int> touched = [];

        public void Add(int entry, double weight)
        {
            if (sums[entry] == 0) touched.Add(entry);
            sums[entry] += weight;
        }

        /// <summary>Those of whose sum it is so; then all begin at nothing again.</summary>
        public List<int> Take(Func<int, double, bool> isSo)
        {
            var taken = touched.FindAll(entry => isSo(entry, sums[entry]));
            foreach (var entry in touched) sums[entry] = 0;
            touched.Clear();
            return taken;
        }
    }

    /// <summary>A watch with its words.</summary>
    /// <param name="Weights">Of each term its share of all words' weight; of a word's several forms each has the whole of it.</param>
    /// <param name="People">Keys of whom it names.</param>
    /// <param name="Least">The share of its words that a passage must have.</param>
    /// <param name="Languages">Of the corpus, with spaces between.</param>
    private sealed record Entry(Watch Watch, IReadOnlyList<(string Term, double Weight)> Weights, IReadOnlyList<string> People, double Least, string Languages)
    {
        /// <summary>Null for a line that this program cannot read any more.</summary>
        public static Entry? Of(Watch watch, CorpusView corpus, string languages)
        {
            if (LookUp.Parse(watch.Line, watch.Scope).Command is not { } command) return null;
            var text = command.Option(CommandCatalog.Find(command.Name)!.Main!.Name)!;
            var topic = command.Name == CommandCatalog.Ask ? QuestionParser.Parse(text, watch.Scope).Topic : text;
            var words = QueryTerm.Of(topic, corpus.Languages, text);
            var weights = words.Select(word => corpus.Index.Idf(word) * (char.IsUpper(word.Word[0]) && !text.StartsWith(word.Word, StringComparison.Ordinal) ? NameWeight : 1)).ToList();
            var total = Math.Max(weights.Sum(), double.Epsilon);
            var isName = command.Name is CommandCatalog.Who or CommandCatalog.Says;
            var people = isName ? NameAsked.Find(text, corpus.People).People : [];
            return new Entry(
                watch, [.. words.Zip(weights).SelectMany(word => word.First.Terms.Select(term => (term, word.Second / total)))],
                [.. people.SelectMany(person => person.Keys).Distinct()], isName ? WholeName : LeastShare, languages);
        }
    }
}
