namespace Bot.Mentions;

/// <summary>One name means one thing in a briefing: what tells it in one place settles it in the others.</summary>
internal static class SameNames
{
    /// <summary>The names with a type, in text order; those that nothing tells of are left out.</summary>
    public static IEnumerable<NameSpan> Settle(NameText text, List<NameSpan> names, IReadOnlySet<ulong> surnames)
    {
        var types = new Dictionary<ulong, EntityType>();
        foreach (var name in names) if (name.Type is { } type) types.TryAdd(Key(text, name), type);
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var word = text.Words[name.From];
            // "Lincoln" is a place in the lists, but a person where Abraham Lincoln is spoken of, unless somebody is in it.
            var isIn = word.Is(WordKinds.Place) && name.From > 0 && text.Words[name.From - 1].Is(WordKinds.LocativePreposition);
            var isSurname = name.Length == 1 && (surnames.Contains(word.Hash) || IsGenitive(text, word, surnames)) && !isIn && !word.Is(WordKinds.Organisation);
            if (isSurname) yield return name with { Type = EntityType.Person };
            else if (name.Type is not null) yield return name;
            else if (types.TryGetValue(Key(text, name), out var type)) yield return name with { Type = type };
            else if (InList(text, names, i) is { } listed) yield return name with { Type = listed };
        }
    }

    /// <summary>"Lawrows" in German.</summary>
    internal static bool IsGenitive(NameText text, NameWord word, IReadOnlySet<ulong> surnames)
    {
        if (text.Language != "de" || word.Slice(text.Text) is not { Length: > 3 } name || name[^1] != 's') return false;
        WordMemory.KindsOf(name[..^1], out var hash);
        return surnames.Contains(hash);
    }

    /// <summary>"Haass, Kupchan and Graham": what one of a list is, the next is too.</summary>
    private static EntityType? InList(NameText text, List<NameSpan> names, int at)
    {
        if (names[at].Length > 1) return null;
        if (at > 0 && names[at - 1].Type is { } before && IsLink(text, names[at - 1].To, names[at].From)) return before;
        return at + 1 < names.Count && names[at + 1].Type is { } after && IsLink(text, names[at].To, names[at + 1].From) ? after : null;
    }

    private static bool IsLink(NameText text, int from, int to)
    {
        if (to - from is < 1 or > 2) return false;
        for (var i = from; i < to; i++)
        {
            if (!text.Words[i].Is(text.Text, ',') && !text.Words[i].Is(text.Text, '&') && text.Words[i].Slice(text.Text) is not ("and"
                or "or")) return false;
        }
        return true;
    }

    private static ulong Key(NameText text, NameSpan name)
    {
        var key = 0UL;
        for (var i = name.From; i < name.To; i++) key = key * 31 + text.Words[i].Hash;
        return key;
    }
}
