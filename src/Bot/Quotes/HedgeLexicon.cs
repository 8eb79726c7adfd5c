using System.Collections.Frozen;

namespace Bot.Quotes;

/// <summary>The words of a cue, lower case, and what it tells.</summary>
internal sealed record HedgePhrase(HedgeKind Kind, string[] Words);

/// <summary>The cues of one language by their first word, longest first. The tables are in HedgeTables.</summary>
internal sealed class HedgeLexicon
{
    private readonly FrozenDictionary<string, HedgePhrase[]>.AlternateLookup<ReadOnlySpan<char>> byFirstWord;

    private HedgeLexicon(string table)
    {
        var phrases = new List<HedgePhrase>();
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':');
            var kind = Enum.Parse<HedgeKind>(line[..colon]);
            foreach (var phrase in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries))
            {
                phrases.Add(new HedgePhrase(kind, phrase.Split(' ')));
            }
        }
        byFirstWord = phrases.GroupBy(p => p.Words[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The cues of an ISO 639-1 code; English for a language that has none.</summary>
    public static HedgeLexicon For(string language) => ByLanguage.GetValueOrDefault(language) ?? English;

    /// <summary>The cues that begin with this word, in any case; empty for most words.</summary>
    public HedgePhrase[] BeginningWith(ReadOnlySpan<char> word)
    {
        Span<char> straight = stackalloc char[Apostrophes.LongestWord];
        return byFirstWord.TryGetValue(Apostrophes.Straighten(word, straight), out var phrases) ? phrases : [];
    }

    public bool IsEnglish => this == English;

    private static readonly HedgeLexicon English = new(HedgeTables.English);

    private static readonly FrozenDictionary<string, HedgeLexicon> ByLanguage = new Dictionary<string, HedgeLexicon>
    {
        ["ru"] = new(HedgeTables.Russian),
        ["uk"] = new(HedgeTables.Ukrainian),
        ["de"] = new(HedgeTables.German),
        ["fr"] = new(HedgeTables.French),
        ["es"] = new(HedgeTables.Spanish),
    }.ToFrozenDictionary();
}
