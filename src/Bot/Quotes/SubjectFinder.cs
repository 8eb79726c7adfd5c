using Bot.Text;

namespace Bot.Quotes;

/// <summary>Finds who does the saying: the noun phrase before a verb, or after it. Works on items alone, without a parser.</summary>
internal static class SubjectFinder
{
    /// <summary>Items that a subject may have; a longer run before a verb is not one noun phrase.</summary>
    private const int LongestPhrase = 16;

    /// <summary>The subject before the verb at <paramref name="verb"/>, and the item it begins at; null when there is none.</summary>
    public static (Source Source, int From)? Before(Statement statement, int verb)
    {
        var end = SkipBack(statement, verb);
        if (end == 0) return null;
        if (statement.IsKind(end - 1, ItemKind.Comma)) return BeforeInsertion(statement, end - 1);
        if (statement.Is(end - 1, SpeechWord.Relative))
        {
            var antecedent = statement.IsKind(end - 2, ItemKind.Comma) ? end - 2 : end - 1;
            if (antecedent > 0 && statement[antecedent - 1].IsNamed) return (Of(statement, antecedent - 1, antecedent), antecedent - 1);
            return Phrase(statement, antecedent);
        }
        if (statement.Is(end - 1, SpeechWord.Conjunction)) return (new Source(SourceKind.Inherited, null), end - 1);
        return Phrase(statement, end);
    }

    /// <summary>The subject after the verb ("said Haass, president of ..."), beginning at <paramref name="from"/>, and where it ends.</summary>
    public static (Source Source, int To)? After(Statement statement, int from)
    {
        if (from >= statement.Count) return null;
        if (statement.Is(from, SpeechWord.Pronoun)) return (OfPronoun(statement[from]), from + 1);
        var to = from;
        while (to < statement.Count && to - from < LongestPhrase && !EndsPhrase(statement, to, from))
        {
            to++;
            // A name ends it, but not in "the Crown prosecutor".
            var goesOn = to < statement.Count && statement[to] is { Kind: ItemKind.Word, Word: SpeechWord.None } && statement.Is(from, SpeechWord.Determiner);
            if (statement[to - 1].Kind == ItemKind.Mention && !statement[to - 1].Possessive && !goesOn) break;
        }
        if (to == from || IsBareArticle(statement, from, to)) return null;
        // "the Belarusian president, Alexander Lukashenko, ...": the name beside the description is the source.
        if (!statement[to - 1].IsNamed && statement.IsKind(to, ItemKind.Comma) && statement.IsKind(to + 1, ItemKind.Mention)
            && !statement[to + 1].Possessive && (to + 2 >= statement.Count || statement[to + 2].Kind is ItemKind.Comma or ItemKind.Break))
        {
            return (OfMention(statement[to + 1]), to + 2);
        }
        return (Of(statement, from, to), to);
    }

    public static Source OfPronoun(Item item) =>
        item.Is(SpeechWord.FirstPerson) ? new(SourceKind.FirstPerson, item.Span)
        : new(item.Is(SpeechWord.Singular) ? SourceKind.Pronoun : SourceKind.PluralPronoun, item.Span);

    private static Source OfMention(Item item) => new(SourceKind.Mention, item.Span, item.Index);

    /// <summary>Back over what may stand between a subject and its verb: "has", "later", "on Tuesday".</summary>
    private static int SkipBack(Statement statement, int verb)
    {
        var end = verb;
        while (end > 0)
        {
            if (statement.Is(end - 1, SpeechWord.Auxiliary | SpeechWord.Adverb | SpeechWord.Be)) end--;
            else if (statement.Is(end - 1, SpeechWord.Time)) end -= statement.Is(end - 2, SpeechWord.Preposition) ? 2 : 1;
            else break;
        }
        return end;
    }

    // "Haass, president of ..., said": over the insertion to what it is inserted after.
    private static (Source Source, int From)? BeforeInsertion(Statement statement, int close)
    {
        for (var open = close - 1; open > 0 && close - open < 30; open--)
        {
            if (statement[open].Kind == ItemKind.Quote) return null;
            if (statement[open].Kind != ItemKind.Comma) continue;
            if (open + 2 == close && statement[open + 1] is { Kind: ItemKind.Mention, Possessive: false } name)
            {
                var described = Phrase(statement, open);
                return (OfMention(name), described?.From ?? open + 1);
            }
            return Phrase(statement, open);
        }
        return null;
    }

    private static (Source Source, int From)? Phrase(Statement statement, int end)
    {
        if (end <= 0) return null;
        if (statement.Is(end - 1, SpeechWord.Pronoun))
        {
            // "And the minister, Sergey Lavrov, he said"
            var isResumed = statement.IsKind(end - 2, ItemKind.Comma) && statement.IsKind(end - 4, ItemKind.Comma) && statement[end - 3].IsNamed;
            return isResumed ? (Of(statement, end - 3, end - 2), end - 3) : (OfPronoun(statement[end - 1]), end - 1);
        }
        var from = end;
        while (from > 0 && end - from < LongestPhrase && !BeginsAfter(statement, from - 1))
        {
            from--;
            // An article begins the phrase, unless the phrase is "the head of the ...".
            if (statement.Is(from, SpeechWord.Determiner) && !statement.Is(from - 1, SpeechWord.Preposition | SpeechWord.Determiner)) break;
        }
        // "In Minsk Lukashenko said": the place is not who speaks. "On Tuesday the minister said": nor is the day.
        while (from < end - 1 && statement.Is(from, SpeechWord.Preposition | SpeechWord.Adverb | SpeechWord.Time | SpeechWord.Subordinator))
        {
            var isPhrase = statement.Is(from, SpeechWord.Preposition);
            from++;
            if (isPhrase && from < end - 1) from++;
        }
        return from == end || IsBareArticle(statement, from, end) ? null : (Of(statement, from, end), from);
    }

    // "This means that": nobody says so. "Many say that" is somebody.
    private static bool IsBareArticle(Statement statement, int from, int end) =>
        end - from == 1 && statement[from].Kind == ItemKind.Word && statement.Is(from, SpeechWord.Demonstrative | SpeechWord.Article);

    private static bool BeginsAfter(Statement statement, int at)
    {
        var item = statement[at];
        if (item.Kind is ItemKind.Comma or ItemKind.Break or ItemKind.Quote) return true;
        if (item.Is(SpeechWord.Conjunction)) return !(at > 0 && statement[at - 1].IsNamed && at + 1 < statement.Count && statement[at + 1].IsNamed);
        if (item.Is(SpeechWord.Pronoun) && !item.Is(SpeechWord.Determiner)) return true;
        if (item.Is(SpeechWord.Opener)) return !item.Is(SpeechWord.Determiner);
        return item.Is(SpeechWord.Subordinator | SpeechWord.Relative | SpeechWord.Auxiliary | SpeechWord.Be)
            || (item.Is(SpeechWord.Reports) && !item.Is(SpeechWord.NounToo));
    }

    private static bool EndsPhrase(Statement statement, int at, int from)
    {
        var item = statement[at];
        if (item.Kind is ItemKind.Comma or ItemKind.Break or ItemKind.Quote) return true;
        if (item.Is(SpeechWord.Determiner)) return at > from && !statement.Is(at - 1, SpeechWord.Preposition | SpeechWord.Determiner);
        return item.Is(SpeechWord.Auxiliary | SpeechWord.Be | SpeechWord.Subordinator | SpeechWord.Relative | SpeechWord.Time | SpeechWord.Pronoun)
            || (item.Is(SpeechWord.Preposition) && statement.Is(at + 1, SpeechWord.Time));
    }

    /// <summary>A named source where the name is the head ("Belarusian president Lukashenko"), else the words ("a spokesman for Lukashenko").</summary>
    private static Source Of(Statement statement, int from, int end)
    {
        var last = statement[end - 1];
        // "an officer at Fort Pitt | Charlie Smith": of two names side by side the second is who speaks.
        var isSecond = end - from > 1 && statement[end - 2] is { Kind: ItemKind.Mention, Possessive: false };
        if (last is { Kind: ItemKind.Mention, Possessive: false } && (isSecond || !HasHeadBefore(statement, from, end - 1))) return OfMention(last);
        if (end - from > 1 && statement.Is(end - 2, SpeechWord.Conjunction) && statement[from] is { Kind: ItemKind.Mention } first) return OfMention(first);
        return new Source(SourceKind.Words, new TextSpan(statement[from].Span.Start, last.Span.End));
    }

    private static bool HasHeadBefore(Statement statement, int from, int name)
    {
        for (var at = name - 1; at > from; at--)
        {
            if (statement.Is(at, SpeechWord.Preposition)) return true;
        }
        return false;
    }
}
