using Bot.Text;

namespace Bot.App.CommandLine;

/// <summary>Did-you-mean for the few words of the command line and the settings, case ignored.</summary>
internal static class NearestWord
{
    /// <summary>The nearest of the known words, or null when none is near: of each three letters one may be off, of a shorter word one too.</summary>
    public static string? Of(string word, IEnumerable<string> known) => known
        .Select(candidate => (candidate, most: Math.Max(1, candidate.Length / 3)))
        .Select(pair => (pair.candidate, pair.most, distance: EditDistance.Between(word, pair.candidate, pair.most)))
        .Where(pair => pair.distance <= pair.most && pair.distance < pair.candidate.Length)
        .OrderBy(pair => pair.distance).Select(pair => pair.candidate).FirstOrDefault();
}
