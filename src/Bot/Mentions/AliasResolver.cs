namespace Bot.Mentions;

/// <summary>
/// Gives each person's mention the fullest name its briefing holds: a surname is its only bearer's, a title chooses between two
/// ("President Biden"), and what still fits two people stays as it stands. Nobody is merged by resemblance, or kept apart by gender.
/// </summary>
internal static class AliasResolver
{
    /// <summary>A surname of more people than this is not resolved: it would cost time, and fit several anyway.</summary>
    private const int MostBearers = 50;

    /// <param name="Titles">The titles that stand right before this name somewhere in the briefing.</param>
    private sealed record FullName(string Name, string Folded, string[] Words, HashSet<string> Titles);

    /// <param name="Written">In the nominative where the text has it in another case; on one line.</param>
    private readonly record struct FoldedName(string Key, string[] Words, string Written);

    public static IReadOnlyList<Mention> Resolve(string text, IReadOnlyList<Mention> mentions)
    {
        var resolved = new List<Mention>(mentions.Count);
        var folded = new Dictionary<string, FoldedName>(StringComparer.Ordinal);
        var foldedBySpan = folded.GetAlternateLookup<ReadOnlySpan<char>>();
        var isMan = CyrillicCases.MenOf(text, mentions);
        var people = FullNames(text, mentions, Fold);
        foreach (var mention in mentions)
        {
            var words = mention.Span.Slice(text);
            var name = mention.Type != EntityType.Person ? OneLine(words.ToString())
                : NameOf(text, mention, Fold(words), people) ?? Fold(words).Written;
            resolved.Add(mention with { Name = name });
        }
        return resolved;

        FoldedName Fold(ReadOnlySpan<char> name)
        {
            if (foldedBySpan.TryGetValue(name, out var known)) return known;
            var written = OneLine(name.ToString());
            written = CyrillicCases.NominativeOf(written, isMan) ?? written;
            var key = WithoutSuffix(NameFolding.Fold(written));
            return foldedBySpan[name] = new FoldedName(key, key.Split(' '), written);
        }
    }

    private delegate FoldedName Folding(ReadOnlySpan<char> name);

    private static Dictionary<string, List<FullName>> FullNames(string text, IReadOnlyList<Mention> mentions, Folding fold)
    {
        var byWord = new Dictionary<string, List<FullName>>(StringComparer.Ordinal);
        var known = new Dictionary<string, FullName>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (mention.Type != EntityType.Person) continue;
            var (key, words, written) = fold(mention.Span.Slice(text));
            if (words.Length < 2 || !HasSpace(mention.Span.Slice(text))) continue;
            var title = TitleBefore(text, mention.Span.Start);
            if (known.TryGetValue(key, out var seen))
            {
                if (title.Length > 0) seen.Titles.Add(title);
                continue;
            }
            var full = new FullName(written, key, words, title.Length > 0 ? [title] : []);
            known.Add(key, full);
            foreach (var word in words.Distinct())
            {
                if (byWord.TryGetValue(word, out var list)) list.Add(full);
                else byWord[word] = [full];
            }
        }
        return byWord;
    }

    private static string? NameOf(string text, Mention mention, FoldedName name, Dictionary<string, List<FullName>> people)
    {
        var (key, words, _) = name;
        if (!people.TryGetValue(words[^1], out var candidates) || candidates.Count > MostBearers) return null;
        // A surname may be several words: "von der Leyen", "Bailey-Ross", "al-Assad".
        var bearers = candidates.Where(full => full.Words[^1] == words[^1]
            && (full.Folded.EndsWith(" " + key, StringComparison.Ordinal) || (words.Length > 1
            && IsLongerForm(full.Words, words)))).ToList();
        // "Mao" of "Mao Zedong", "Sergey" of "Sergey Lavrov": the first word, where nobody bears it as a surname.
        if (bearers.Count == 0 && words.Length == 1) bearers = candidates.Where(full => full.Words[0] == words[0]).ToList();
        var longest = bearers.MaxBy(full => full.Words.Length);
        if (longest is null) return null;
        if (bearers.TrueForAll(full => IsLongerForm(longest.Words, full.Words))) return longest.Name;
        return TitleBefore(text, mention.Span.Start) is { Length: > 0 } title
            && bearers.Where(full => full.Titles.Contains(title)).ToList() is [var titled] ? titled.Name : null;
    }

    /// <summary>"John Fitzgerald Kennedy" is a longer form of "John Kennedy" and of "John F. Kennedy", not of "Jill Kennedy".</summary>
    private static bool IsLongerForm(string[] full, string[] brief)
    {
        var at = 0;
        foreach (var word in brief)
        {
            while (at < full.Length && full[at] != word && !(word.Length == 1 && full[at].StartsWith(word, StringComparison.Ordinal))) at++;
            if (at++ >= full.Length) return false;
        }
        return full[0] == brief[0] || brief[0].Length == 1 || brief.Length == 1;
    }

    private static string TitleBefore(string text, int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] is ' ' or '.') end--;
        var at = end;
        while (at > 0 && char.IsLetter(text[at - 1])) at--;
        var word = text.AsSpan(at, end - at);
        Span<char> lower = stackalloc char[Lexicon.Longest];
        if (word.IsEmpty || word.Length > lower.Length || !char.IsUpper(word[0])) return "";
        word.ToLowerInvariant(lower);
        return (Lexicon.Of(lower[..word.Length]) & WordKinds.Title) != 0 ? word.ToString() : "";
    }

    private static string WithoutSuffix(string folded)
    {
        var space = folded.LastIndexOf(' ');
        return space > 0 && (Lexicon.Of(folded.AsSpan(space + 1)) & WordKinds.Suffix) != 0 ? folded[..space].TrimEnd(',', ' ') : folded;
    }

    private static bool HasSpace(ReadOnlySpan<char> name) => name.ContainsAny(' ', '\n', '\u00A0');

    /// <summary>A name that a line break cuts in two is one name.</summary>
    private static string OneLine(string name) =>
        name.AsSpan().ContainsAny('\n', '\r', '\t')
            ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : name;
}
