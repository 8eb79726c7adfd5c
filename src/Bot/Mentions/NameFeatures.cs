namespace Bot.Mentions;

/// <summary>
/// What is known of a word that may be part of a name, as keys into <see cref="NameModel"/>: the word, its neighbours, shape, affixes, what
/// the lists say, its run of capitals, its case elsewhere in the briefing (Ratinov and Roth 2009), and what the rules say that it is.
/// </summary>
internal ref struct NameFeatures
{
    /// <summary>No word has more.</summary>
    public const int Most = 40;

    private const WordKinds Told = WordKinds.GivenName | WordKinds.Surname | WordKinds.Place | WordKinds.Organisation | WordKinds.Demonym
        | WordKinds.RoleNoun | WordKinds.Title | WordKinds.OrganisationWord | WordKinds.PlaceWord | WordKinds.Function | WordKinds.Calendar;

    private readonly NameText text;
    private readonly ReadOnlySpan<NameWord> words;
    private readonly ReadOnlySpan<NameLabel> rules;
    private readonly (int From, int To, bool IsHeadline) sentence;
    private readonly Span<uint> keys;
    private int count;

    /// <param name="rules">What the rules say of each of the text's words.</param>
    /// <param name="keys">Room for <see cref="Most"/>.</param>
    public NameFeatures(NameText text, ReadOnlySpan<NameLabel> rules, (int From, int To, bool IsHeadline) sentence, Span<uint> keys)
    {
        this.text = text;
        words = text.Words;
        this.rules = rules;
        this.sentence = sentence;
        this.keys = keys;
    }

    /// <summary>Puts the features of word <paramref name="i"/> into the keys, always in the same order.</summary>
    /// <returns>How many they are.</returns>
    public int Collect(int i)
    {
        count = 0;
        var word = words[i];
        var (from, to) = RunAround(i);
        ulong own = Identity(i), before = Identity(i - 1), after = Identity(i + 1);
        var isFirst = word.IsFirst ? 1UL : 0;
        var shape = (ulong)word.Shape;
        var rule = (ulong)rules[i];
        var (kinds, kindsBefore, kindsAfter) = (KindsAt(i), KindsAt(i - 1), KindsAt(i + 1));

        Add(0);
        Add(own);
        Add(before);
        Add(after);
        Add((shape << 1) | isFirst);
        Add((ShapeAt(i - 1) << 8) | (shape << 4) | ShapeAt(i + 1));
        Add(kinds);
        Add(kindsBefore);
        Add(kindsAfter);
        Add(Pair(kindsBefore & (ulong)Told, kinds & (ulong)Told));
        Add(Pair(kinds & (ulong)Told, kindsAfter & (ulong)Told));
        Affixes(word);
        Add(rule);
        Add((RuleAt(i - 1) << 8) | (rule << 4) | RuleAt(i + 1));
        Add(Pair(rule + 1, kinds & (ulong)Told));
        Add((rule << 1) | isFirst);
        var seen = (text.IsSeenInSmallLetters(word) ? 1UL : 0) | (text.IsSeenCapitalWithin(word) ? 2UL : 0);
        Add((seen << 8) | (shape << 1) | isFirst);
        Add((Math.Min((ulong)(i - from), 3) << 8) | Math.Min((ulong)(to - from), 5));
        Add(Identity(to - 1));
        Add(Identity(from));
        Add(Pair((ulong)(i - from) + 1, KindsAt(to - 1) & (ulong)Told));
        Add(Pair((ulong)(to - i), KindsAt(from) & (ulong)Told));
        Add(Identity(from - 1));
        Add(Identity(to));
        Add(Pair(Identity(from - 1), Math.Min((ulong)(to - from), 3)));
        Add(Pair(Identity(from - 2), Identity(from - 1)));
        Add(Pair(Identity(to), Identity(to + 1)));
        Add((word.IsPossessive ? 1UL : 0) | (sentence.IsHeadline ? 2UL : 0));
        // "Haass, Kupchan and Graham": what one of a list is, its neighbours are.
        Add(Pair(Identity(from - 1), RuleAt(from - 2) + 1));
        Add(Pair(Identity(to), RuleAt(to + 1) + 1));
        return count;
    }

    private void Affixes(NameWord word)
    {
        var letters = word.Slice(text.Text);
        var hash = 0UL;
        for (var length = 1; length <= 4; length++)
        {
            if (length < letters.Length) hash = (hash * 31) + char.ToLowerInvariant(letters[^length]);
            if (length > 1) Add(length < letters.Length ? hash : 0);
        }
        hash = 0;
        for (var at = 0; at < 3 && at < letters.Length; at++) hash = (hash * 31) + char.ToLowerInvariant(letters[at]);
        Add(hash);
    }

    private readonly (int From, int To) RunAround(int i)
    {
        var (from, to) = (i, i + 1);
        while (from > sentence.From && words[from - 1].IsCapital) from--;
        while (to < sentence.To && words[to].IsCapital) to++;
        return (from, to);
    }

    private readonly ulong Identity(int i)
    {
        if (i < sentence.From) return 1;
        if (i >= sentence.To) return 2;
        var word = words[i];
        return word.Shape switch
        {
            WordShape.Punctuation => text.Text[word.Start],
            WordShape.Number => word.End - word.Start == 4 ? 4UL : 3UL,
            _ => word.Hash,
        };
    }

    private readonly ulong ShapeAt(int i) => i < sentence.From ? 14UL : i >= sentence.To ? 15UL : (ulong)words[i].Shape;

    private readonly ulong KindsAt(int i) => i < sentence.From || i >= sentence.To ? 1UL << 40 : (ulong)words[i].Kinds;

    private readonly ulong RuleAt(int i) => i < sentence.From || i >= sentence.To ? 0 : (ulong)rules[i];

    private static ulong Pair(ulong first, ulong second) => (first * 0x9E3779B97F4A7C15UL) ^ (second + 0x165667B19E3779F9UL);

    /// <summary>The same value means another thing at another place of the list.</summary>
    private void Add(ulong value)
    {
        var mixed = (value ^ ((ulong)count * 0xD6E8FEB86659FD93UL)) * 0xBF58476D1CE4E5B9UL;
        keys[count++] = (uint)((mixed ^ (mixed >> 29)) * 0x94D049BB133111EBUL >> 32);
    }
}
