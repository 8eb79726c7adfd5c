namespace Bot.Mentions;

/// <summary>Names of several words that stand in the lists: "New York", "White House".</summary>
internal static class ListedPhrases
{
    /// <summary>The longest listed phrase that begins the run, with its end; (from, null) where there is none.</summary>
    public static (int End, EntityType? Type) Longest(NameText text, int from, int to)
    {
        if (!text.Words[from].Is(WordKinds.PhraseStart)) return (from, null);
        Span<char> phrase = stackalloc char[Lexicon.Longest];
        for (var end = Math.Min(to, from + Lexicon.LongestPhrase); end > from + 1; end--)
        {
            var length = 0;
            for (var i = from; i < end && length >= 0; i++)
            {
                var word = text.Words[i].Slice(text.Text).TrimEnd('.');
                if (length + word.Length + 1 > phrase.Length) { length = -1; break; }
                if (i > from) phrase[length++] = ' ';
                length += word.ToLowerInvariant(phrase[length..]);
            }
            if (length <= 0) continue;
            var kinds = Lexicon.OfPhrase(phrase[..length]);
            if (kinds != WordKinds.None) return (end, (kinds & WordKinds.Place) != 0 ? EntityType.Place : EntityType.Organisation);
        }
        return (from, null);
    }
}
