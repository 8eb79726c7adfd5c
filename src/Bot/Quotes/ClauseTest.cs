namespace Bot.Quotes;

/// <summary>
/// Tells a clause ("he would go") from an object ("a penalty") behind a verb that takes both. Without a tagger of parts of speech
/// the signs are a subject pronoun, an auxiliary, or a name with a small word behind it that is no preposition.
/// </summary>
internal static class ClauseTest
{
    /// <summary>Items within which a clause shows its verb.</summary>
    private const int Reach = 30;

    /// <summary>A subject, its article and its verb.</summary>
    private const int FewestWords = 3;

    public static bool IsClause(Statement statement, int from, int end)
    {
        for (var at = from; at < end && at - from < Reach; at++)
        {
            var item = statement[at];
            if (item.Is(SpeechWord.Auxiliary | SpeechWord.Be) && at > from) return true;
            if (at == from && item.Is(SpeechWord.Pronoun) && !item.Is(SpeechWord.Demonstrative)) return true;
            if (item.IsNamed && at + 1 < end && statement[at + 1] is { Kind: ItemKind.Word } next && (next.Word & NoVerb) == 0) return true;
        }
        return false;
    }

    /// <summary>Where the noun phrase from <paramref name="from"/> on may end: a verb behind its comma or its "which" is not a clause's.</summary>
    public static int EndOfObject(Statement statement, int from, int end)
    {
        for (var at = from + 1; at < end; at++)
        {
            if (statement[at].Kind is ItemKind.Comma or ItemKind.Break || statement.Is(at, SpeechWord.Relative | SpeechWord.LeftOut)) return at;
        }
        return end;
    }

    /// <summary>"said the talks began": behind some verbs hardly anything stands but a clause, if it has the words for one.</summary>
    public static bool IsLong(Statement statement, int from, int end)
    {
        for (var at = from; at < from + FewestWords; at++)
        {
            if (at >= end || statement[at].Kind is ItemKind.Comma or ItemKind.Break) return false;
        }
        return true;
    }

    /// <summary>True when a verb stands somewhere behind: an insertion ends, and the clause around it goes on.</summary>
    public static bool GoesOn(Statement statement, int from)
    {
        for (var at = from; at < statement.Count && at - from < Reach; at++)
        {
            if (statement.Is(at, SpeechWord.Auxiliary | SpeechWord.Be)) return true;
        }
        return false;
    }

    /// <summary>"Russia and Ukraine to sit down", "Russia of lying": whom, and then a word of this kind.</summary>
    public static bool IsObjectWith(SpeechWord word, Statement statement, int from, int end)
    {
        for (var at = from + 1; at < end && at - from < Reach / 2; at++)
        {
            if (statement[at].Kind is ItemKind.Comma or ItemKind.Break) return false;
            if (statement.Is(at, word)) return true;
        }
        return false;
    }

    private const SpeechWord NoVerb = SpeechWord.Preposition | SpeechWord.Conjunction | SpeechWord.Determiner | SpeechWord.Subordinator
        | SpeechWord.Opener | SpeechWord.Relative | SpeechWord.Pronoun;
}
