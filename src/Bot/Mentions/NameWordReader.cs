using Bot.Text;

namespace Bot.Mentions;

/// <summary>Reads a sentence's words with their shape and what the lists say of them.</summary>
internal static class NameWordReader
{
    /// <summary>Adds the words of a sentence to <paramref name="words"/>, in text order.</summary>
    /// <param name="tokens">Those of the sentence.</param>
    /// <param name="limit">Where the sentence ends.</param>
    public static void Read(string text, ReadOnlySpan<Token> tokens, int limit, List<NameWord> words)
    {
        var isFirst = true;
        foreach (var token in tokens)
        {
            var (start, end) = (token.Span.Start, token.Span.End);
            if (token.Kind == TokenKind.Punctuation)
            {
                if (words.Count > 0 && text[start] == '.' && words[^1].End > start) continue; // an abbreviation has taken it in
                words.Add(new NameWord(start, end, WordShape.Punctuation, false, false, WordKinds.None, 0));
                // What follows an opening quote or a colon is written as a sentence's first word is.
                isFirst |= text[start] is '“' or '«' or '„' or ':' or '"' or '‘' or '•' or '|';
                continue;
            }
            if (token.Kind == TokenKind.Number)
            {
                words.Add(new NameWord(start, end, WordShape.Number, false, false, WordKinds.None, 0));
                isFirst = false;
                continue;
            }
            var cut = start;
            for (var at = start + 1; at < end - 1; at++)
            {
                if (text[at] is not ('-' or '‐' or '‑') || !IsJoint(text, cut, at, end)) continue;
                words.Add(WordAt(text, cut, at, isFirst, limit));
                words.Add(new NameWord(at, at + 1, WordShape.Punctuation, false, false, WordKinds.None, 0));
                cut = at + 1;
                isFirst = false;
            }
            words.Add(WordAt(text, cut, end, isFirst, limit));
            isFirst = false;
        }
    }

    /// <summary>"US-Russia" is two names, "Jean-Claude" one: only what stands in the lists of places or peoples is taken apart.</summary>
    private static bool IsJoint(string text, int start, int hyphen, int end)
    {
        if (!char.IsUpper(text[start]) || !char.IsUpper(text[hyphen + 1])) return false;
        Span<char> lower = stackalloc char[Lexicon.Longest];
        if (end - start > lower.Length) return false;
        var whole = lower[..text.AsSpan(start, end - start).ToLowerInvariant(lower)];
        return (Lexicon.Of(whole) & WordKinds.Name) == 0
            && (Lexicon.Of(whole[..(hyphen - start)]) & (WordKinds.Place | WordKinds.Demonym | WordKinds.Organisation)) != 0
            && (Lexicon.Of(whole[(hyphen - start + 1)..]) & (WordKinds.Place | WordKinds.Demonym | WordKinds.Organisation)) != 0;
    }

    private static NameWord WordAt(string text, int start, int end, bool isFirst, int limit)
    {
        // "d’Estaing", "l’Allemagne": the name begins after the apostrophe.
        if (end - start > 3 && text[start + 1] is '’' or '\'' && char.IsLower(text[start]) && char.IsUpper(text[start + 2])) start += 2;
        // "L'entretien": an article and a noun.
        else if (end - start > 3 && text[start + 1] is '’' or '\'' && char.IsUpper(text[start]) && char.IsLower(text[start + 2]))
        {
            return new NameWord(start, end, WordShape.Lower, false, isFirst, WordKinds.None, 0);
        }
        var isPossessive = end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '’' or '\'';
        if (isPossessive) end -= 2;
        var hash = 0UL;
        if (!char.IsUpper(text[start]) && !IsArabicName(text.AsSpan(start, end - start)))
        {
            var isNumber = char.IsDigit(text[start]);
            var plain = isNumber ? WordKinds.None : WordMemory.KindsOf(text.AsSpan(start, end - start), out hash);
            return new NameWord(start, end, isNumber ? WordShape.Number : WordShape.Lower, isPossessive, isFirst, plain, hash);
        }
        if (IsCompoundAdjective(text.AsSpan(start, end - start)))
        {
            return new NameWord(start, end, WordShape.Lower, isPossessive, isFirst, WordKinds.Adjective, 0);
        }
        var kinds = WordMemory.KindsOf(text.AsSpan(start, end - start), out hash);
        var shape = ShapeOf(text.AsSpan(start, end - start));
        if (shape == WordShape.Number) kinds = WordKinds.None;
        if (end < limit && text[end] == '.' && !isPossessive && TakesStop(text.AsSpan(start, end - start), shape, kinds)) end++;
        if (shape == WordShape.Initial && text[end - 1] == '.') kinds = WordKinds.None; // "Richard A. Haass": no article
        return new NameWord(start, end, shape, isPossessive, isFirst, kinds, hash);
    }

    /// <summary>"Minsk-based", "Kremlin-backed": describes the name that follows and is no part of it.</summary>
    private static bool IsCompoundAdjective(ReadOnlySpan<char> word)
    {
        var hyphen = word.LastIndexOfAny('-', '‐', '‑');
        return hyphen > 0 && word[(hyphen + 1)..] is "based" or "born" or "backed" or "led" or "owned" or "educated" or "trained" or "made" or "built"
            or "style" or "era" or "like" or "brokered" or "sponsored" or "funded" or "controlled" or "held" or "occupied" or "speaking" or "wide";
    }

    private static bool TakesStop(ReadOnlySpan<char> word, WordShape shape, WordKinds kinds) =>
        shape == WordShape.Initial || word.Contains('.') || (kinds & WordKinds.Suffix) != 0
        || word is "Inc" or "Corp" or "Ltd" or "Co" or "St" or "Mr" or "Mrs" or "Ms" or "Dr" or "Gen" or "Sen" or "Rep" or "Gov"
        or "Prof" or "Lt"
            or "Col" or "Sgt" or "Capt" or "Mt" or "Ft" or "Rev" or "Hon" or "Bros" or "Wm" or "Geo" or "Chas" or "Maj" or "Adm";

    /// <summary>"al-Assad", "ash-Sheikh": an article in small letters, joined to a name.</summary>
    private static bool IsArabicName(ReadOnlySpan<char> word) =>
        word.IndexOf('-') is >= 2 and <= 3 and var hyphen && hyphen + 2 < word.Length && char.IsUpper(word[hyphen + 1])
        && word[..hyphen] is "al" or "el" or "ul" or "as" or "ash" or "ad" or "an" or "ar" or "at" or "az" or "bin" or "ibn";

    private static WordShape ShapeOf(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        var hasSmall = false;
        foreach (var c in word)
        {
            if (char.IsUpper(c)) capitals++;
            else if (char.IsDigit(c)) return WordShape.Number; // "A320", "M-16"
            else hasSmall |= char.IsLower(c);
        }
        if (hasSmall) return WordShape.Capital;
        return capitals == 1 && word.Length <= 2 ? WordShape.Initial : WordShape.Capitals;
    }
}
