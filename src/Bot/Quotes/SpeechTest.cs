namespace Bot.Quotes;

/// <summary>Tells speech from other quoted words: titles, nicknames, terms and irony.</summary>
internal static class SpeechTest
{
    /// <summary>Words from which quoted words that no verb governs are taken for speech.</summary>
    private const int FewestWords = 5;

    /// <param name="isGoverned">A verb of reporting has the quotation in its clause.</param>
    /// <param name="isFirst">Its sentence begins with it.</param>
    /// <param name="isLedTo">The verb and its subject stand right beside the quotation.</param>
    public static bool IsSpeech(string text, QuotedSpan quote, bool isGoverned, bool isLedTo, bool isFirst)
    {
        var words = quote.Inner.Slice(text);
        var (count, capitalised) = Count(words);
        if (count == 0) return false;
        if (isLedTo) return true;
        // A gloss.
        if (!isFirst && text[quote.Outer.Start - 1] is '(' or '[') return false;
        var isSentence = words[^1] is '.' or '!' or '?' or ',' or '…' && count > 1;
        if (quote.Style == QuoteStyle.Single && !isSentence) return false;
        if (isGoverned) return count > 1;
        // Words that go on with the sentence around them are nobody's saying unless a verb tells so.
        if (!isFirst && char.IsLower(words[0])) return false;
        var isTitle = !isSentence && capitalised * 2 > count;
        return !isTitle && count >= (isSentence && isFirst ? 2 : FewestWords);
    }

    /// <summary>How many words there are, and how many of them begin with a capital letter.</summary>
    private static (int Words, int Capitalised) Count(ReadOnlySpan<char> words)
    {
        var (count, capitalised) = (0, 0);
        for (var at = 0; at < words.Length; at++)
        {
            if (!char.IsLetterOrDigit(words[at]) || (at > 0 && !char.IsWhiteSpace(words[at - 1]) && words[at - 1] is not ('(' or '“' or '"'))) continue;
            count++;
            if (char.IsUpper(words[at])) capitalised++;
        }
        return (count, capitalised);
    }
}
