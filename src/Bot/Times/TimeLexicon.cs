using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Bot.Times;

/// <summary>
/// The words of one language that can stand in a time expression. A table has a line for each meaning: the kind's name, its value,
/// and the words. English month names are understood in every language: wire dates are written so everywhere.
/// </summary>
internal sealed class TimeLexicon
{
    private static readonly ConcurrentDictionary<string, TimeLexicon> ByLanguage = new();

    private readonly FrozenDictionary<string, TimeWord> _words;
    private readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    private TimeLexicon(string table)
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var kind = Enum.Parse<WordKind>(parts[0]);
            foreach (var text in parts.AsSpan(2).ToArray().SelectMany(Spellings))
            {
                if (!words.TryGetValue(text, out var word)) words[text] = word = new TimeWord(text);
                word.Add(kind, byte.Parse(parts[1], CultureInfo.InvariantCulture));
            }
        }
        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = words.Keys.Max(word => word.Length);
    }

    // The tables have one of the apostrophes that are written.
    private static IEnumerable<string> Spellings(string word) =>
        word.Contains('\'') ? [word, word.Replace('\'', '’'), word.Replace('\'', 'ʼ')] : [word];

    /// <summary>The lexicon of an ISO 639-1 code; English for a language that has no table.</summary>
    public static TimeLexicon For(string language)
    {
        var table = TimeWordTables.Of(language);
        return ByLanguage.GetOrAdd(table is null ? "en" : language, static code => new TimeLexicon(TimeWordTables.Of(code)!));
    }

    public TimeWord? Find(ReadOnlySpan<char> word) =>
        word.Length <= _longest && _lookup.TryGetValue(word, out var found) ? found : null;
}
