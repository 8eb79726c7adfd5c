using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Briefings.Reading;

/// <summary>A date that a file's name states: "2023-07-06-talks.txt", "20230706_talks.txt", "talks 2023.07.06.txt".</summary>
internal static partial class FileNameDate
{
    /// <summary>The date at the start of the name, else the only one in it; null when it states none, or several.</summary>
    public static DateOnly? Find(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        DateOnly? found = null;
        foreach (Match match in Pattern.Matches(name))
        {
            if (!DateOnly.TryParseExact(
                match.Groups["y"].Value + match.Groups["m"].Value + match.Groups["d"].Value, "yyyyMMdd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var date)) continue;
            if (match.Index == 0) return date;
            if (found is not null && found != date) return null;
            found = date;
        }

        return found;
    }

    // Letters or digits on either side make it a part of something else, such as a hash; "T0930" is a time of day.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<y>(?:19|20)[0-9]{2})(?<s>[-_.]?)(?<m>[0-9]{2})\k<s>(?<d>[0-9]{2})(?![\p{N}]|[\p{L}-[T]]|T(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
