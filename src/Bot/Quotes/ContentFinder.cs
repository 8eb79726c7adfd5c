namespace Bot.Quotes;

/// <summary>Finds where what was said begins after a verb: behind "that", a colon, the person told, or at once.</summary>
internal static class ContentFinder
{
    private const int FarthestOpener = 12;

    /// <summary>Items of "the visiting members of the press".</summary>
    private const int LongestAddressee = 6;

    public static Attribution? After(Statement statement, int from, int verb, Source source, string text)
    {
        var word = statement[verb].Word;
        var next = verb + 1;
        while (statement.Is(next, SpeechWord.Adverb)) next++;
        var end = AttributionFinder.End(statement);
        if (next >= end) return new Attribution(from, verb + 1, source, end, end, true);

        var opener = Opener(statement, next, next + (word.HasFlag(SpeechWord.SaysThat) && !word.HasFlag(SpeechWord.Tells) ? 3 : FarthestOpener));
        var quote = FirstQuote(statement, next);
        // "called “The End of the War”" names it; "called it “a disaster”" is what somebody said.
        // So is "what Haass called “a disaster”".
        if (quote == next && word.HasFlag(SpeechWord.Calls) && !statement.Is(from - 1, SpeechWord.Opener)) return null;
        if (opener >= 0 && (quote < 0 || opener < quote))
        {
            // "how" and "whether" belong to what was said, "that" does not.
            var content = statement.Is(opener, SpeechWord.LeftOut) ? opener + 1 : opener;
            if (statement.IsKind(content, ItemKind.Comma)) content++;
            return new Attribution(from, opener + 1, source, content, end, false);
        }
        if (quote >= 0 && LeadsToQuote(statement, next, quote, text)) return new Attribution(from, quote, source, quote, Math.Max(end, quote + 1), false);
        if ((word & (SpeechWord.Says | SpeechWord.Utters)) != 0 && Colon(statement, next) is var colon and >= 0 && colon < (uint)quote && ClauseTest.IsClause(statement, colon + 1, end)) return new Attribution(from, colon, source, colon + 1, end, false);
        if (word.HasFlag(SpeechWord.Tells)) next = SkipAddressee(statement, next);
        if (statement.Is(next, SpeechWord.Time) || (statement.Is(next, SpeechWord.Preposition) && statement.Is(next + 1, SpeechWord.Time)))
        {
            while (statement.Is(next, SpeechWord.Time | SpeechWord.Preposition)) next++;
        }
        if (next < statement.Count && statement[next].Kind is ItemKind.Comma or ItemKind.Break)
        {
            // "He said, ..." goes on; a pair of commas around source and verb is an insertion into what was said.
            if (statement.IsKind(from - 1, ItemKind.Comma) && from > 1) return new Attribution(from, next, source, 0, end, false);
            next++;
        }
        var canReport = (word.HasFlag(SpeechWord.Says) && CanBeginClause(statement, next)
                && (word.HasFlag(SpeechWord.Plainly) ? ClauseTest.IsLong(statement, next, end) : ClauseTest.IsClause(statement, next, ClauseTest.EndOfObject(statement, next, end))))
            || (word.HasFlag(SpeechWord.Adjective) && !word.HasFlag(SpeechWord.Says) && CanBeginClause(statement, next) && ClauseTest.IsClause(statement, next, ClauseTest.EndOfObject(statement, next, end)))
            || (word.HasFlag(SpeechWord.Directs) && ClauseTest.IsObjectWith(SpeechWord.Infinitive, statement, next, end))
            || (word.HasFlag(SpeechWord.Accuses) && ClauseTest.IsObjectWith(SpeechWord.Preposition, statement, next, end))
            || (word.HasFlag(SpeechWord.Calls) && statement.Is(next, SpeechWord.Preposition) && !statement.Is(next, SpeechWord.Infinitive | SpeechWord.Agent));
        // "found adding salt is useful": without a comma before it, "adding" is no report.
        if (word.HasFlag(SpeechWord.Participle) && verb > 0 && from == verb && !statement.IsKind(verb - 1, ItemKind.Comma)) canReport = false;
        // "called for talks", "accused Russia of lying": what was said is not told without the verb.
        var begin = canReport && (word & (SpeechWord.Calls | SpeechWord.Accuses)) != 0 ? verb : Math.Min(next, end);
        return new Attribution(from, Math.Max(verb + 1, Math.Min(next, end)), source, begin, end, !canReport);
    }

    /// <summary>The first "that", "whether", "how" in [from, to) before any mark or quotation; -1 when there is none.</summary>
    public static int Opener(Statement statement, int from, int to)
    {
        for (var at = from; at < to && at < statement.Count; at++)
        {
            if (statement.Is(at, SpeechWord.Opener)) return at > from && IsRelative(statement, at) ? -1 : at;
            if (statement[at].Kind is ItemKind.Break or ItemKind.Quote || statement.Is(at, SpeechWord.Reports | SpeechWord.Auxiliary | SpeechWord.Be)) return -1;
            // German, Russian and Ukrainian put a comma before it.
            if (statement[at].Kind == ItemKind.Comma) return statement.Is(at + 1, SpeechWord.Opener) ? at + 1 : -1;
        }
        return -1;
    }

    /// <summary>"compromises that would reduce": a "that" which is the subject of a verb belongs to the noun before it.</summary>
    public static bool IsRelative(Statement statement, int at) =>
        statement.Is(at, SpeechWord.LeftOut) && statement.Is(at + 1, SpeechWord.Auxiliary | SpeechWord.Be);

    private static int Colon(Statement statement, int from)
    {
        for (var at = from; at < statement.Count && at - from < FarthestOpener; at++)
        {
            if (statement.Is(at, SpeechWord.Colon)) return at;
            if (statement[at].Kind is ItemKind.Comma or ItemKind.Break) return -1;
        }
        return -1;
    }

    private static int FirstQuote(Statement statement, int from)
    {
        for (var at = from; at < statement.Count; at++)
        {
            if (statement[at].Kind == ItemKind.Quote) return at;
        }
        return -1;
    }

    // "He said, “...”"; "said in Minsk on Friday: “...”"; but "said the “road map” failed" reports a clause.
    private static bool LeadsToQuote(Statement statement, int from, int quote, string text)
    {
        if (quote == from) return true;
        // Not a bracket, nor the full stop of "e.g.".
        return text[statement[quote - 1].Span.Start] is ',' or ':' or ';' or '–' or '—' or '-' && quote - from < FarthestOpener + 8;
    }

    /// <summary>The end of who is told: "the Associated Press", "a crowded news conference".</summary>
    public static int AfterAddressee(Statement statement, int at)
    {
        var from = at;
        at = SkipAddressee(statement, at);
        while (at < statement.Count && at - from < LongestAddressee && (statement[at].IsNamed || statement[at] is { Kind: ItemKind.Word, Word: SpeechWord.None })) at++;
        return at;
    }

    private static int SkipAddressee(Statement statement, int at)
    {
        var from = at;
        while (at < statement.Count && at - from < 5 && statement.Is(at, SpeechWord.Determiner)) at++;
        if (at < statement.Count && statement[at].Kind is not (ItemKind.Comma or ItemKind.Break or ItemKind.Quote)) at++;
        return at;
    }

    // A clause without "that" begins with a noun phrase; "said in Minsk" or "said and left" have none.
    private static bool CanBeginClause(Statement statement, int at)
    {
        if (at >= statement.Count) return false;
        var item = statement[at];
        return item.Kind is ItemKind.Mention or ItemKind.Name || item.Kind == ItemKind.Quote
            || (item.Kind == ItemKind.Word && (item.Is(SpeechWord.Determiner) || !item.Is(SpeechWord.Conjunction | SpeechWord.Preposition | SpeechWord.Infinitive)));
    }
}
