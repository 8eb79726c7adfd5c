using System.Collections.Frozen;

namespace Bot.Quotes;

/// <summary>The words of one language that report speech, and those that stand around them. The tables are in SpeechTables.</summary>
internal sealed class SpeechLexicon
{
    private readonly FrozenDictionary<string, SpeechWord>.AlternateLookup<ReadOnlySpan<char>> words;

    private SpeechLexicon(string table)
    {
        var found = new Dictionary<string, SpeechWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':');
            var kind = SpeechWord.None;
            foreach (var name in line[..colon].Split(' ')) kind |= Enum.Parse<SpeechWord>(name);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                found[word] = found.GetValueOrDefault(word) | kind;
            }
        }
        words = found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tables of an ISO 639-1 code; English for a language that has none.</summary>
    public static SpeechLexicon For(string language) => ByLanguage.GetValueOrDefault(language) ?? English;

    public SpeechWord Of(ReadOnlySpan<char> word)
    {
        Span<char> straight = stackalloc char[Apostrophes.LongestWord];
        return words.TryGetValue(Apostrophes.Straighten(word, straight), out var kind) ? kind : SpeechWord.None;
    }

    /// <summary>"repeatedly", "angrily": English adverbs that no table can list.</summary>
    public bool IsAdverb(ReadOnlySpan<char> word) => this == English && word.Length > 5 && word.EndsWith("ly") && char.IsLower(word[0])
        && word is not ("family" or "supply" or "assembly" or "anomaly" or "monopoly");

    private static readonly SpeechLexicon English = new(SpeechTables.English);

    private static readonly FrozenDictionary<string, SpeechLexicon> ByLanguage = new Dictionary<string, SpeechLexicon>
    {
        ["ru"] = new(SpeechTables.Russian),
        ["uk"] = new(SpeechTables.Ukrainian),
        ["de"] = new(SpeechTables.German),
        ["fr"] = new(SpeechTables.French),
        ["es"] = new(SpeechTables.Spanish),
    }.ToFrozenDictionary();
}
