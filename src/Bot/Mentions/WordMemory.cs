namespace Bot.Mentions;

/// <summary>
/// What the lists say of a word in any case and with any English ending. News uses few words often, so each thread remembers
/// those it met last: that halves the time of reading.
/// </summary>
internal static class WordMemory
{
    private const int Size = 1 << 15;

    /// <summary>Room for all kinds: they lie in the low bits of what is remembered, the high bits of the hash above them. The place tells most of the others.</summary>
    internal const ulong AllKinds = (1 << 24) - 1;

    [ThreadStatic]
    private static ulong[]? remembered;

    /// <param name="hash">
    /// FNV-1a, 64 bits (Fowler, Noll and Vo), of the word in small letters: the same in every process, and so seldom the same for two
    /// words (one chance in 10^12 among a million) that it stands for the word.
    /// </param>
    public static WordKinds KindsOf(ReadOnlySpan<char> word, out ulong hash)
    {
        hash = HashOf(word);
        remembered ??= new ulong[Size];
        ref var place = ref remembered[hash & (Size - 1)];
        // Cyrillic capitals are looked up as names too, so they are remembered apart from their small letters.
        var isCyrillicName = word[0] is >= '\u0400' and <= '\u042F';
        var key = (isCyrillicName ? ~hash : hash) & ~AllKinds;
        if ((place & ~AllKinds) == key) return (WordKinds)(place & AllKinds);
        var kinds = Look(word, isCyrillicName);
        place = key | (ulong)kinds;
        return kinds;
    }

    private static WordKinds Look(ReadOnlySpan<char> word, bool isCyrillicName)
    {
        Span<char> buffer = stackalloc char[Lexicon.Longest];
        if (word.Length > buffer.Length) return WordKinds.None;
        var lower = buffer[..word.ToLowerInvariant(buffer)];
        lower.Replace('’', '\'');
        var kinds = Lexicon.Of(lower);
        if (kinds == WordKinds.None && isCyrillicName
            && CyrillicCases.GivenName(word.ToString()) is not null) kinds = WordKinds.GivenName;
        return (kinds & (WordKinds.Common | WordKinds.Function)) == 0 ? kinds | Inflection.KindsOf(lower) : kinds;
    }

    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            var lower = c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : c == '’' ? '\'' : char.ToLowerInvariant(c);
            hash = (hash ^ lower) * 1099511628211UL;
        }
        return hash;
    }
}
