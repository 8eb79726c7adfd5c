using Bot.Indexing;
using Bot.Mentions;
using Bot.People;
using Bot.Text;

namespace Bot.Answers;

/// <summary>
/// Takes a name out of the ways people give one: "who is Lavrov?", "Lavrov's", "Lavrov, Sergey", "President Lukashenko". Only where the words
/// as they stand are nobody's name, and the rest is somebody's: a description stays whole.
/// </summary>
internal static class NameAsked
{
    /// <summary>Before a name in a question, and no part of one.</summary>
    private static readonly HashSet<string> Openings =
        new(["who", "is", "was", "are", "were", "the", "about"], StringComparer.OrdinalIgnoreCase);

    /// <returns>The people, and the words that are their name; nobody and all the words where they are no name.</returns>
    public static (IReadOnlyList<Person> People, string Name) Find(string asked, PeopleDirectory directory)
    {
        foreach (var name in Readings(asked))
        {
            if (directory.Named(name) is { Count: > 0 } people) return (people, name);
        }
        return ([], asked);
    }

    private static IEnumerable<string> Readings(string asked)
    {
        yield return asked;
        var words = Words(asked);
        if (words.Count == 0) yield break;
        yield return string.Join(' ', words);
        var parts = asked.Split(',');
        if (parts.Length == 2) yield return string.Join(' ', Words(parts[1]).Concat(Words(parts[0])));
        if (CyrillicCases.IsCyrillic(words[^1])) foreach (var name in InNominative(words)) yield return name;
        var hasRole = false;
        while (words.Count > 1 && (Openings.Contains(words[0]) || IsRole(words[0]) || IsOfRole(words[0])))
        {
            var isOpening = Openings.Contains(words[0]) && !hasRole;
            hasRole |= IsRole(words[0]);
            words.RemoveAt(0);
            // "the Belarusian president" without "Belarusian" is no name, and "Paris Hilton" without "Paris" is somebody else's.
            if ((hasRole || isOpening) && !RoleNouns.IsRoleNoun(words[^1])) yield return string.Join(' ', words);
        }
    }

    /// <summary>"Лаврова", "Сергея Лаврова": whoever asks puts a name into a case as well.</summary>
    private static IEnumerable<string> InNominative(List<string> words) =>
        from surname in CyrillicCases.Nominatives(words[^1])
        select string.Join(' ', words.Take(words.Count - 1).Select(word => CyrillicCases.GivenName(word) ?? word).Append(surname));

    private static List<string> Words(string text) => [.. Tokenizer.Tokenize(text)
        .Where(token => token.Kind != TokenKind.Punctuation)
        .Select(token => QueryTerm.WithoutPossessive(token.Slice(text).ToString()))];

    /// <summary>"President", "Mr".</summary>
    private static bool IsRole(string word) => RoleNouns.IsRoleNoun(word) || (KindsOf(word) & WordKinds.Title) != 0;

    /// <summary>"Prime", "Belarusian": what may stand before it.</summary>
    private static bool IsOfRole(string word) => (KindsOf(word) & (WordKinds.Demonym | WordKinds.Adjective | WordKinds.Place)) != 0;

    private static WordKinds KindsOf(string word)
    {
        if (word.Length > Lexicon.Longest) return WordKinds.None;
        var lower = word.ToLowerInvariant();
        return Lexicon.Of(lower) | Inflection.KindsOf(lower);
    }
}
