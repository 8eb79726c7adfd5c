using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Mentions;

/// <summary>
/// What the embedded word lists say of words and phrases in small letters. Loaded once, on first use, in about 20 ms; lookups
/// take spans and allocate nothing.
/// </summary>
internal static class Lexicon
{
    /// <summary>Longer words and phrases are in no list.</summary>
    public const int Longest = 64;

    /// <summary>The most words of a listed phrase.</summary>
    public const int LongestPhrase = 5;

    public static WordKinds Of(ReadOnlySpan<char> lowerCaseWord) => Tables.Value.Words.TryGetValue(lowerCaseWord, out var kinds)
        ? kinds : WordKinds.None;

    /// <param name="lowerCasePhrase">Two words or more with one space between.</param>
    public static WordKinds OfPhrase(ReadOnlySpan<char> lowerCasePhrase) =>
        Tables.Value.Phrases.TryGetValue(lowerCasePhrase, out var kinds) ? kinds : WordKinds.None;

    /// <summary>Whether a name in another script is a listed first name in Latin letters. The first call folds the whole list.</summary>
    public static bool IsGivenName(string folded) => FoldedGivenNames.Value.Contains(folded);

    /// <summary>The place that a demonym belongs to ("belarusian": "belarus"); null where the lists do not tell.</summary>
    public static string? PlaceOf(ReadOnlySpan<char> lowerCaseDemonym) =>
        Tables.Value.Places.TryGetValue(lowerCaseDemonym, out var place) ? place : null;

    /// <summary>The demonyms of a place ("belarus": "belarusian"); none where the lists do not tell.</summary>
    public static IEnumerable<string> DemonymsOf(string lowerCasePlace) => Demonyms.Value[lowerCasePlace];

    private static readonly Lazy<LexiconTables> Tables = new(Load);

    private static readonly Lazy<ILookup<string, string>> Demonyms = new(() => Tables.Value.Places.Dictionary.ToLookup(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> FoldedGivenNames = new(() =>
    {
        var folded = new HashSet<string>(10_000, StringComparer.Ordinal);
        foreach (var name in Lines("given-names")) folded.Add(NameFolding.Fold(name.ToString()));
        return folded;
    });

    private sealed record LexiconTables(
        Dictionary<string, WordKinds>.AlternateLookup<ReadOnlySpan<char>> Words,
        Dictionary<string, WordKinds>.AlternateLookup<ReadOnlySpan<char>> Phrases,
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Places);

    private static LexiconTables Load()
    {
        var words = new Dictionary<string, WordKinds>(48_000, StringComparer.Ordinal);
        var phrases = new Dictionary<string, WordKinds>(4_000, StringComparer.Ordinal);
        var places = new Dictionary<string, string>(1_000, StringComparer.Ordinal);

        var tables = new LexiconTables(words.GetAlternateLookup<ReadOnlySpan<char>>(), phrases.GetAlternateLookup<ReadOnlySpan<char>>(),
            places.GetAlternateLookup<ReadOnlySpan<char>>());

        AddList("given-names", WordKinds.GivenName);
        AddList("surnames", WordKinds.Surname);
        AddList("places", WordKinds.Place);
        AddList("organisations", WordKinds.Organisation);
        AddList("role-nouns", WordKinds.RoleNoun);
        foreach (var line in Lines("common-words"))
        {
            var tab = line.IndexOf('\t');
            Add(line[..tab], PartsOfSpeech(line[(tab + 1)..]));
        }
        foreach (var line in Lines("demonyms"))
        {
            var tab = line.IndexOf('\t');
            Add(line[..tab], WordKinds.Demonym);
            if (tab + 1 < line.Length) places[line[..tab].ToString()] = line[(tab + 1)..].ToString();
        }
        foreach (var line in Lines("name-words"))
        {
            var colon = line.IndexOf(':');
            var kind = KindNamed(line[..colon]);
            var entries = line[(colon + 1)..];
            foreach (var entry in entries.Split(' ')) if (!entries[entry].IsEmpty) Add(entries[entry].ToString().Replace('_', ' '), kind);
        }
        return tables;

        void AddList(string list, WordKinds kind)
        {
            foreach (var line in Lines(list)) Add(line, kind);
        }

        void Add(ReadOnlySpan<char> entry, WordKinds kind)
        {
            var space = entry.IndexOf(' ');
            CollectionsMarshal.GetValueRefOrAddDefault(space < 0 ? tables.Words : tables.Phrases, entry, out _) |= kind;
            if (space > 0) CollectionsMarshal.GetValueRefOrAddDefault(tables.Words, entry[..space], out _) |= WordKinds.PhraseStart;
        }
    }

    private static WordKinds PartsOfSpeech(ReadOnlySpan<char> letters)
    {
        var kinds = WordKinds.None;
        foreach (var letter in letters)
        {
            kinds |= letter switch
            {
                'n' => WordKinds.Noun,
                'v' => WordKinds.Verb,
                'a' => WordKinds.Adjective,
                'r' => WordKinds.Adverb,
                _ => WordKinds.None,
            };
        }
        return kinds;
    }

    private static WordKinds KindNamed(ReadOnlySpan<char> name) =>
        Enum.TryParse<WordKinds>(name, out var kind) ? kind
            : throw new InvalidDataException($"name-words.txt: no kind is called \"{name}\".");

    /// <summary>A list's lines but for the empty ones and the first, which states its origin.</summary>
    private static ListLines Lines(string list)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"Words/{list}.txt")
            ?? throw new InvalidDataException($"The word list {list} is not embedded in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return new ListLines(text.AsSpan(text.IndexOf('\n') + 1));
    }

    private ref struct ListLines(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> rest = text;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly ListLines GetEnumerator() => this;

        public bool MoveNext()
        {
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOf('\n');
                Current = (end < 0 ? rest : rest[..end]).TrimEnd('\r');
                rest = end < 0 ? [] : rest[(end + 1)..];
                if (!Current.IsEmpty) return true;
            }
            return false;
        }
    }
}
