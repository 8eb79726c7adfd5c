namespace Bot.Mentions;

/// <summary>
/// Finds what a briefing calls its persons, word for word: first the phrases that stand beside a name, then descriptions without one
/// ("the Russian foreign minister"), which are linked where one person of the briefing fits.
/// </summary>
internal static class RoleFinder
{
    /// <param name="mentions">What <see cref="MentionTagger"/> found in the same text, in text order.</param>
    public static IReadOnlyList<Role> Find(NameText text, IReadOnlyList<Mention> mentions)
    {
        var roles = new List<Role>();
        var all = mentions as Mention[] ?? [.. mentions];
        if (!Array.Exists(all, mention => mention.Type == EntityType.Person)) return roles;
        var sentence = new RoleSentence();
        var descriptions = new List<RoleDescription>();
        var at = 0;
        var prose = text.Prose;
        for (var i = 0; i < prose.Sentences.Count; i++)
        {
            var span = prose.Sentences[i].Span;
            while (at < all.Length && all[at].Span.Start < span.Start) at++;
            var from = at;
            while (at < all.Length && all[at].Span.Start < span.End) at++;
            sentence.Read(text, i, all.AsSpan(from, at - from));
            RolePatterns.Find(sentence, roles);
            RoleDescription.Collect(sentence, descriptions);
        }
        roles.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        RoleDescription.Link(prose.Text, descriptions, roles);
        return WithoutRepeats(prose.Text, roles);
    }

    /// <summary>
    /// In text order; the same words for the same person count once, where they stand first, a sure one before an unsure one.
    /// </summary>
    private static List<Role> WithoutRepeats(string text, List<Role> roles)
    {
        var known = new HashSet<(string Person, string Words)>();
        var kept = roles.Where(role => known.Add((role.Person, role.Span.Slice(text).ToString()))).ToList();
        kept.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return kept;
    }
}
