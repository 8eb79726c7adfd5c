using System.Text;
using System.Text.RegularExpressions;

namespace Bot.App.Quality;

/// <summary>Words as the sets' own scorer compares them.</summary>
internal static partial class Comparable
{
    private static readonly HashSet<string> Pronouns = [.. """
        i me my mine myself we us our ours you your yours he him his himself she her hers herself it its itself they them their theirs
        who whom whose this that these those one
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Small words within names.</summary>
    private static readonly HashSet<string> Small = [.. "of the and for on de la von van der al bin ibn du di da".Split(' ')];

    /// <summary>Lower case, without punctuation, single blanks.</summary>
    public static string Of(string text) => string.Join(' ', Words(text));

    public static string[] Words(string text) => NoWord().Replace(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), " ")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Whether every word is written with a capital but for small ones within; no pronoun, and no description that begins with an article.
    /// </summary>
    public static bool IsName(string text)
    {
        var words = NameWord().Matches(text).Select(match => match.Value).ToList();
        return words.Count > 0 && !Pronouns.Contains(Of(text)) && words[0].ToLowerInvariant() is not ("the" or "a" or "an")
            && words.TrueForAll(word => char.IsUpper(word[0]) || char.IsDigit(word[0]) || Small.Contains(word));
    }

    [GeneratedRegex(@"[^\w\s]")]
    private static partial Regex NoWord();

    [GeneratedRegex(@"[^\W_][\w’'.-]*")]
    private static partial Regex NameWord();
}
