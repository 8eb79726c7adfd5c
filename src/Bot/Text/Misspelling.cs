namespace Bot.Text;

/// <summary>Tells misspellings that are more than a letter off from other words. Case counts.</summary>
internal static class Misspelling
{
    /// <summary>Letters that a word must share with another from its beginning, for the two to be forms of one word, and by how many their ends may differ.</summary>
    private const int LeastStem = 7, LongestEnding = 2;

    /// <summary>Letters: of a longer word, which nobody writes by hand, there would be thousands.</summary>
    private const int LongestWord = 40;

    /// <summary>All other words that come of it when one letter stands elsewhere: "gandhi" of "ghandi". None of a word longer than 40 letters.</summary>
    /// <param name="right">So many UTF-16 code units at the beginning stand where they belong.</param>
    public static IReadOnlySet<string> WithLetterMoved(string word, int right = 0)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (word.Length > LongestWord) return words;
        for (var from = right; from < word.Length; from++)
        {
            var without = word.Remove(from, 1);
            for (var to = right; to < word.Length; to++) words.Add(without.Insert(to, word[from..(from + 1)]));
        }
        words.Remove(word);
        return words;
    }

    /// <summary>True when only the endings differ, by two letters at most, of a word that is long enough to be told by its stem: "septicemia" and "septicem".</summary>
    public static bool IsOtherEnding(string a, string b)
    {
        var shared = a.AsSpan().CommonPrefixLength(b);
        return shared >= LeastStem && a.Length - shared <= LongestEnding && b.Length - shared <= LongestEnding;
    }

    /// <summary>What every word begins with that differs from this one in its ending alone; null for a word too short to be told by its stem.</summary>
    public static string? StemOf(string word) => word.Length < LeastStem ? null : word[..Math.Max(LeastStem, word.Length - LongestEnding)];
}
