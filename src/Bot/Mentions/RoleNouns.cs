namespace Bot.Mentions;

/// <summary>Nouns that say what a person is: "president", "lawyer", "officials".</summary>
internal static class RoleNouns
{
    // Used of persons in news far more often than their most frequent sense in WordNet suggests.
    private static readonly HashSet<string> Added = Set("""
        head chair founder cofounder co-founder co-chair star judge pilot winner aide envoy nominee monarch commander-in-chief
        whistleblower frontman vice-president undersecretary strongman spokesperson chairperson premier creator owner captain
        guard chief ruler major-general vice-chairman vice-chancellor businessperson frontwoman blogger youtuber activist
        oligarch attache attaché ex-president ex-minister rapper footballer cosmonaut hacker
        """);

    // Persons, but nothing that anybody is called in answer to "who is that?"; or words that mean something else in most places.
    private static readonly HashSet<string> Never = Set("""
        man woman person people human adult individual one other self soul figure body life hand case thing name face second
        third first nobody somebody someone anyone anybody everyone male female world party date beginning close power
        presence relation authority subject number material support cause model contact many black white lot image pair match
        character cold fire baby child children men women public masses folk folks enemy victim native religious wounded dead
        sick rich poor young old patient slave population common medium mortal foreign will hope visitor guest age lead equal
        best better associated married suicide claim national deceased mister miss madam sir witness accused wanted senior
        junior minor small boy girl boys girls couple group majority generation rest double interviewee insured sort like mine
        past being neighbor thousand dear love help cancer same modern federal hire have haves prior
        """);

    /// <summary>Singular or plural, in any case: "President", "officials", "spokesmen".</summary>
    public static bool IsRoleNoun(ReadOnlySpan<char> word) => IsRoleNoun(word, Inflection.ListedKindsOf(word));

    /// <summary>Whether a role noun stands in the plural and so may be shared: "officials and members".</summary>
    public static bool IsPlural(ReadOnlySpan<char> word) =>
        word.Length > 3 && (word[^1] is 's' or 'S' && word[^2] is not ('s' or 'S')
            || word.EndsWith("men", StringComparison.OrdinalIgnoreCase));

    /// <param name="kinds">What the lists say of the word, where the caller knows it already.</param>
    internal static bool IsRoleNoun(ReadOnlySpan<char> word, WordKinds kinds)
    {
        if (word.Length is < 2 or > Lexicon.Longest) return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        if (NeverWords.Contains(lower)) return false;
        return (kinds & WordKinds.RoleNoun) != 0 || AddedWords.Contains(lower) || (lower[^1] == 's' && AddedWords.Contains(lower[..^1]));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AddedWords = Added.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverWords = Never.GetAlternateLookup<ReadOnlySpan<char>>();

    private static HashSet<string> Set(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
