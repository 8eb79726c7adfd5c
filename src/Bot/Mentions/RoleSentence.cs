namespace Bot.Mentions;

/// <summary>A sentence's words with the mentions among them and what roles have already used of them.</summary>
internal sealed class RoleSentence
{
    private readonly List<(int From, int To, Mention Mention)> people = [];
    private readonly List<bool> used = [];
    private readonly List<EntityType?> types = [];
    private NameText? all;
    private int first;

    public string Text { get; private set; } = "";

    public ReadOnlySpan<NameWord> Words => all is null ? [] : all.Words.Slice(first, Count);

    public int Count { get; private set; }

    /// <summary>The persons in order, each with its words [From, To).</summary>
    public IReadOnlyList<(int From, int To, Mention Mention)> People => people;

    /// <summary>Takes up another of the text's sentences; <paramref name="mentions"/> are those that lie within it.</summary>
    public void Read(NameText text, int sentence, ReadOnlySpan<Mention> mentions)
    {
        (all, Text, first) = (text, text.Text, text.Sentences[sentence].From);
        Count = text.Sentences[sentence].To - first;
        people.Clear();
        used.Clear();
        types.Clear();
        var words = Words;
        var at = 0;
        foreach (var mention in mentions)
        {
            while (at < words.Length && words[at].Start < mention.Span.Start) { types.Add(null); at++; }
            var from = at;
            while (at < words.Length && words[at].Start < mention.Span.End) { types.Add(mention.Type); at++; }
            if (mention.Type == EntityType.Person && at > from) people.Add((from, at, mention));
        }
        while (types.Count < words.Length) types.Add(null);
        for (var i = 0; i < words.Length; i++) used.Add(false);
    }

    /// <summary>What the mention names that holds the word; null where it is in none.</summary>
    public EntityType? TypeAt(int word) => types[word];

    public bool IsUsed(int word) => used[word];

    public void Use(int from, int to)
    {
        for (var i = from; i < to; i++) used[i] = true;
    }

    public bool IsMark(int word, char mark) => word >= 0 && word < Count && Words[word].Is(Text, mark);

    public bool IsWord(int word, ReadOnlySpan<char> lowerCase) =>
        word >= 0 && word < Count && Words[word].Slice(Text).Equals(lowerCase, StringComparison.OrdinalIgnoreCase);

    public bool IsRoleNoun(int word) =>
        Words[word].Shape >= WordShape.Lower && types[word] is null && !Words[word].IsPossessive
            && RoleNouns.IsRoleNoun(Words[word].Slice(Text), Words[word].Kinds) && !BelongsToNoun(word + 1);

    // "a conservative family", "the Republican victory": what is nothing but a noun behind it is what the phrase is about.
    private bool BelongsToNoun(int next) =>
        next < Count && Words[next].Shape == WordShape.Lower
            && (Words[next].Kinds & (WordKinds.Common | WordKinds.Function | WordKinds.RoleNoun)) == WordKinds.Noun;

    public bool IsPlural(int word) => RoleNouns.IsPlural(Words[word].Slice(Text));
}
