namespace Bot.Mentions;

/// <summary>
/// Cuts out of a sentence what may hold names: runs of capitals with the small words and marks that may lie within a name. All other
/// words, five of six, are outside of any name and are not looked at.
/// </summary>
internal static class NameWindows
{
    /// <summary>"Bank of the West": so many words in a row may link two capitals.</summary>
    private const int LongestLink = 2;

    /// <summary>The next window [From, To) of the sentence at or behind <paramref name="at"/>; an empty one where none follows.</summary>
    public static (int From, int To) Next(NameText text, int at, (int From, int To, bool IsHeadline) sentence)
    {
        var words = text.Words;
        for (var from = at; from < sentence.To; from++)
        {
            if (!IsHead(words[from])) continue;
            var to = from + 1;
            var hasCapitalBehind = false;
            for (var i = to; i < sentence.To && i - to <= LongestLink; i++)
            {
                hasCapitalBehind |= words[i].IsCapital;
                if (IsHead(words[i])) to = i + 1;
                else if (!IsLink(text, words[i])) break;
            }
            // "He said", "In 1987", "11 of 12": no name begins so, and a number is part of one only beside a capital.
            if (!hasCapitalBehind && (words[from].Shape == WordShape.Number || IsOrdinaryStart(words[from])))
            {
                from = to - 1;
                continue;
            }
            return (from, to);
        }
        return (sentence.To, sentence.To);
    }

    private static bool IsOrdinaryStart(NameWord word) =>
        word.IsFirst && word.Is(WordKinds.Function) && word.Shape == WordShape.Capital && !word.Is(WordKinds.Name);

    private static bool IsHead(NameWord word) => word.IsCapital || word.Shape == WordShape.Number;

    private static bool IsLink(NameText text, NameWord word)
    {
        if (word.Shape == WordShape.Punctuation) return text.Text[word.Start] is ',' or '&' or '-' or '–' or '\'' or '’' or '.' or '/';
        return word.Shape == WordShape.Lower && word.Is(WordKinds.Particle | WordKinds.Function)
            && (word.Is(WordKinds.Particle) || word.Slice(text.Text) is "of" or "the" or "and" or "for" or "on" or "in" or "at" or "to");
    }
}
