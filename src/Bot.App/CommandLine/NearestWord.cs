namespace Bot.App.CommandLine;

/// <summary>Did-you-mean for the few words of the command line and the settings (Levenshtein 1966, case ignored).</summary>
internal static class NearestWord
{
    /// <summary>The nearest of the known words, or null when none is near: two letters, or a third of a long word's.</summary>
    public static string? Of(string word, IEnumerable<string> known) => word.Length > 100 ? null : known
        .Select(candidate => (candidate, distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(pair => pair.distance <= Math.Max(2, pair.candidate.Length / 3) && pair.distance < pair.candidate.Length)
        .OrderBy(pair => pair.distance).Select(pair => pair.candidate).FirstOrDefault();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
