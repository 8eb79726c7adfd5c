namespace Bot.Quotes;

/// <summary>
/// Finds in one statement who is said to have said something, and where it stands: the first and surest sieve of Muzny et al.
/// 2017 ("A Two-stage Sieve Approach for Quote Attribution"), taken further to speech without quotation marks.
/// </summary>
internal static class AttributionFinder
{
    /// <summary>Items between a verb and its "that": "told Nbc News in a short letter from Minsk that".</summary>
    private const int FarthestOpener = 12;

    public static List<Attribution> Find(Statement statement, string text)
    {
        var found = new List<Attribution>();
        for (var at = 0; at < statement.Count; at++)
        {
            if ((statement[at].Word & (SpeechWord.Reports | SpeechWord.According | SpeechWord.Claim)) == 0) continue;
            var attribution = statement.Is(at, SpeechWord.According) ? According(statement, at)
                : statement.Is(at, SpeechWord.Reports) ? OfVerb(statement, at, text) : null;
            if (attribution is null && statement.Is(at, SpeechWord.Claim)) attribution = OfNoun(statement, at);
            if (attribution is null) continue;
            found.Add(attribution.Value);
            at = Math.Max(at, attribution.Value.To - 1);
        }
        CutAtNext(statement, found);
        return found;
    }

    private static Attribution? According(Statement statement, int at)
    {
        // "in the words of Lavrov" as well, but no other words.
        var isWords = statement.Is(at - 1, SpeechWord.Determiner);
        if (isWords && !(statement.Is(at - 2, SpeechWord.Preposition) && statement.Is(at + 1, SpeechWord.Preposition))) return null;
        var from = statement.Is(at + 1, SpeechWord.Preposition) ? at + 2 : at + 1;
        if (SubjectFinder.After(statement, from) is not { } subject || subject.Source.Kind == SourceKind.FirstPerson) return null;
        var to = subject.To;
        // "по словам Лаврова", "nach Angaben von Lawrow"
        if (!isWords && statement.Is(at - 1, SpeechWord.Preposition)) at--;
        // "In the words of the prosecutor, Mark Tedeschi, QC, “...”"
        for (var quote = to; quote < statement.Count && quote < to + 5; quote++)
        {
            if (statement.IsKind(quote, ItemKind.Quote)) return new Attribution(at, quote, subject.Source, quote, Math.Max(End(statement), quote + 1), false);
        }
        var isEnd = to >= statement.Count || (to == statement.Count - 1 && statement[to].Kind == ItemKind.Break);
        var isFront = IsOpening(statement, at);
        if (isEnd || !isFront)
        {
            // "..., according to Haass, president of the Council." ends with an apposition; "The talks, according to Haass, were useful" goes on.
            var goesOn = !isEnd && ClauseTest.GoesOn(statement, to);
            return new Attribution(at, to, subject.Source, 0, goesOn ? End(statement) : TrimBack(statement, at), false);
        }
        if (statement[to].Kind == ItemKind.Comma) to++;
        return new Attribution(at, to, subject.Source, to, End(statement), false);
    }

    private static Attribution? OfVerb(Statement statement, int verb, string text)
    {
        if (IsNoun(statement, verb, text)) return null;
        var word = statement[verb].Word;
        var group = verb;
        while (group > 0 && statement.Is(group - 1, SpeechWord.Auxiliary | SpeechWord.Adverb | SpeechWord.Be)) group--;
        var isBe = Has(SpeechWord.Be, statement, group, verb);
        if (isBe && !statement.Is(verb, SpeechWord.Participle | SpeechWord.Adjective)) return Passive(statement, verb, group);
        if (!isBe && statement.Is(verb, SpeechWord.Adjective) && !word.HasFlag(SpeechWord.Tells)) return null;
        // "did not say whether": nothing was said.
        if (statement.Is(group - 1, SpeechWord.Infinitive) || Has(SpeechWord.Negation, statement, group, verb)) return null;

        if (Inverted(statement, verb, group) is { } inverted) return inverted;
        var subject = word.HasFlag(SpeechWord.Participle) && !isBe
            ? (new Source(SourceKind.Inherited, null), verb)
            : SubjectFinder.Before(statement, verb);
        if (subject is not { } found || found.Item1.Kind == SourceKind.FirstPerson) return null;
        // "Neither Haass nor Kupchan said", "nobody said"
        if (statement.Is(found.Item2, SpeechWord.Negation) || statement.Is(found.Item2 - 1, SpeechWord.Negation)) return null;
        // "It said that" is a body that speaks, "it means that" is not.
        if (found.Item1.Kind == SourceKind.PluralPronoun && !word.HasFlag(SpeechWord.Says) && IsNeuter(found.Item1, text)) return null;
        var (source, from) = found;
        if (statement.IsKind(from - 1, ItemKind.Comma) || statement.IsKind(from - 1, ItemKind.Quote))
        {
            if (Behind(statement, from, verb, source) is { } behind) return behind;
        }
        return ContentFinder.After(statement, from, verb, source, text);
    }

    // "..., Haass said." and "The talks, Haass said, were useful."
    private static Attribution? Behind(Statement statement, int from, int verb, Source source)
    {
        // "“...,” Haass told reporters in New York."
        if (statement.Is(verb, SpeechWord.Tells) && statement.IsKind(TrimBack(statement, from) - 1, ItemKind.Quote)
            && ContentFinder.AfterAddressee(statement, verb + 1) is var to && EndsStatement(statement, to) && !statement.Is(to, SpeechWord.Colon))
        {
            return new Attribution(from, to, source, 0, TrimBack(statement, from), false);
        }
        if (!EndsStatement(statement, verb + 1) || statement.Is(verb + 1, SpeechWord.Colon)) return null;
        var left = new Attribution(from, verb + 1, source, 0, TrimBack(statement, from), false);
        if (statement.IsKind(left.ContentEnd - 1, ItemKind.Quote)) return left;
        var isSaid = statement.Is(verb, SpeechWord.Says) || (statement.Is(verb, SpeechWord.Utters) && source.Kind != SourceKind.Words);
        if (!isSaid || LeadsOn(statement)) return null;
        var goesOn = statement.IsKind(verb + 1, ItemKind.Comma) && verb + 2 < statement.Count;
        // "In his last book, Haass said ..." has nothing before it that somebody said.
        var isFrame = statement.Is(0, SpeechWord.Preposition | SpeechWord.Subordinator | SpeechWord.Adverb) && !ClauseTest.IsClause(statement, 0, left.ContentEnd);
        if (!goesOn) return isFrame ? null : left;
        if (statement.IsKind(verb + 2, ItemKind.Quote)) return null;
        return ClauseTest.IsClause(statement, 0, left.ContentEnd) ? left : left with { ContentEnd = End(statement) };
    }

    // "..., said Haass": after a quotation or a comma, or at the start, and a source follows at once.
    private static Attribution? Inverted(Statement statement, int verb, int group)
    {
        if (!statement.Is(verb, SpeechWord.Says | SpeechWord.Utters) || statement.Is(verb, SpeechWord.Participle)) return null;
        if (group == 0 || statement[group - 1].Kind is not (ItemKind.Quote or ItemKind.Comma or ItemKind.Break)) return null;
        var next = verb + 1;
        while (statement.Is(next, SpeechWord.Adverb)) next++;
        if (next >= statement.Count) return null;
        var isNamed = statement[next].IsNamed || statement.Is(next, SpeechWord.Pronoun);
        if (!isNamed && !statement.Is(next, SpeechWord.Determiner)) return null;
        if (statement.IsKind(group - 1, ItemKind.Comma) && !statement.IsKind(group - 2, ItemKind.Quote) && !isNamed) return null;
        if (SubjectFinder.After(statement, next) is not { } subject || subject.Source.Kind == SourceKind.FirstPerson) return null;
        if (!EndsStatement(statement, subject.To) && !statement.IsKind(TrimBack(statement, group) - 1, ItemKind.Quote)) return null;
        var left = new Attribution(group, subject.To, subject.Source, 0, TrimBack(statement, group), false);
        // "The talks, said Haass, were useful."
        var isInserted = statement.IsKind(group - 1, ItemKind.Comma) && statement.IsKind(subject.To, ItemKind.Comma)
            && !HasQuote(statement, 0) && !ClauseTest.IsClause(statement, 0, left.ContentEnd);
        return isInserted ? left with { ContentEnd = End(statement) } : left;
    }

    private static Attribution? Passive(Statement statement, int verb, int group)
    {
        if (statement.Is(verb + 1, SpeechWord.Agent) && SubjectFinder.After(statement, verb + 2) is { } agent)
        {
            var opener = ContentFinder.Opener(statement, agent.To, agent.To + 2);
            if (opener >= 0) return new Attribution(group, opener + 1, agent.Source, opener + 1, End(statement), false);
            if (group == 1 && statement.Is(0, SpeechWord.Demonstrative))
            {
                return new Attribution(0, agent.To, agent.Source, 0, 0, false) { RefersBack = true };
            }
            return null;
        }
        // "It was reported that": somebody said so, and we are not told who.
        var isImpersonal = group > 0 && statement.Is(group - 1, SpeechWord.Plural);
        var that = ContentFinder.Opener(statement, verb + 1, verb + 4);
        // "It has been shown that" states a fact.
        if (!isImpersonal || that < 0 || !statement.Is(verb, SpeechWord.Says | SpeechWord.Utters)) return null;
        return new Attribution(group - 1, that + 1, new Source(SourceKind.None, null), that + 1, End(statement), false);
    }

    // "Lavrov's claim that", "his hope that"; "Lavrov came to the conclusion that" is whose verb stands before it.
    private static Attribution? OfNoun(Statement statement, int noun)
    {
        if (!statement.Is(noun + 1, SpeechWord.LeftOut) || ContentFinder.IsRelative(statement, noun + 1)) return null;
        var of = noun - 1;
        while (of >= 0 && noun - of <= 2 && statement[of] is { Kind: ItemKind.Word, Word: SpeechWord.None }) of--;
        if (of < 0) return null;
        var source = statement[of] is { Kind: ItemKind.Mention, Possessive: true } owner ? new Source(SourceKind.Mention, owner.Span, owner.Index)
            : statement.Is(of, SpeechWord.Their) ? new Source(SourceKind.Pronoun, statement[of].Span)
            : new Source(SourceKind.Inherited, null);
        // "..., the belief that" explains a word before it.
        if (source.Kind == SourceKind.Inherited && (!statement.Is(of, SpeechWord.Article) || statement.IsKind(of - 1, ItemKind.Comma))) return null;
        return new Attribution(of, noun + 2, source, noun + 2, End(statement), false) { NamedOnly = true };
    }

    private static bool IsNoun(Statement statement, int verb, string text)
    {
        if (!statement.Is(verb, SpeechWord.NounToo)) return false;
        if (verb == 0) return true;
        var before = statement[verb - 1];
        if (before.Is(SpeechWord.Pronoun) && !before.Is(SpeechWord.Determiner)) return false;
        // "the Arab states' oil"
        if (statement.IsKind(verb + 1, ItemKind.Break) && statement[verb + 1].Span.Slice(text) is "'" or "’") return true;
        if (before.Possessive || before.Is(SpeechWord.Determiner | SpeechWord.Preposition | SpeechWord.Agent)) return true;
        if (before.Kind is ItemKind.Mention or ItemKind.Name || before.Is(SpeechWord.Auxiliary | SpeechWord.Adverb | SpeechWord.Relative)) return statement.Is(verb + 1, SpeechWord.Reports) && !statement.Is(verb + 1, SpeechWord.Participle);
        // "other reports suggested that", "a table that can be moved"
        if (statement.Is(verb + 1, SpeechWord.Reports) && !statement.Is(verb + 1, SpeechWord.Participle)) return true;
        if (ContentFinder.IsRelative(statement, verb + 1)) return true;
        if (statement.Is(verb + 1, SpeechWord.Opener) || statement.IsKind(verb + 1, ItemKind.Quote)) return false;
        // "Australian woman claims Church imprisoned her": a headline's verb has a clause behind it.
        var beginsClause = statement.IsKind(verb + 1, ItemKind.Mention) || statement.IsKind(verb + 1, ItemKind.Name)
            || statement.Is(verb + 1, SpeechWord.Pronoun | SpeechWord.Determiner);
        return !beginsClause || !ClauseTest.IsClause(statement, verb + 1, statement.Count);
    }

    private static bool IsNeuter(Source source, string text) => source.Span!.Value.Slice(text) is "it" or "It";

    private static bool Has(SpeechWord word, Statement statement, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (statement.Is(at, word)) return true;
        }
        return false;
    }

    /// <summary>True when nothing but an adverb, a conjunction or a phrase of time or place stands before: "Meanwhile, according to".</summary>
    private static bool IsOpening(Statement statement, int at)
    {
        if (at == 0) return true;
        return at <= 8 && !Has(SpeechWord.Auxiliary | SpeechWord.Be | SpeechWord.Pronoun, statement, 0, at)
            && statement.Is(0, SpeechWord.Adverb | SpeechWord.Conjunction | SpeechWord.Subordinator | SpeechWord.Preposition | SpeechWord.Time);
    }

    /// <summary>True when only a time, a place or a mark is left: "he said on Friday in Minsk."</summary>
    private static bool EndsStatement(Statement statement, int at)
    {
        if (at >= statement.Count || statement[at].Kind is ItemKind.Break or ItemKind.Comma) return true;
        return statement.Is(at, SpeechWord.Time | SpeechWord.Preposition | SpeechWord.Subordinator | SpeechWord.Adverb | SpeechWord.Conjunction)
            && ContentFinder.Opener(statement, at, Math.Min(statement.Count, at + FarthestOpener)) < 0
            && !HasQuote(statement, at);
    }

    /// <summary>True when it ends with a comma or a colon: what was said is the next paragraph.</summary>
    internal static bool LeadsOn(Statement statement) => statement.IsKind(statement.Count - 1, ItemKind.Comma) || statement.Is(statement.Count - 1, SpeechWord.Colon);

    private static bool HasQuote(Statement statement, int from)
    {
        for (var at = from; at < statement.Count; at++)
        {
            if (statement[at].Kind == ItemKind.Quote) return true;
        }
        return false;
    }

    // "He said A, adding that B" and "he said A and Haass said B": what the first said ends where the next begins.
    private static void CutAtNext(Statement statement, List<Attribution> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var end = found[i].ContentEnd;
            for (var next = i + 1; next < found.Count; next++)
            {
                var from = found[next].From;
                if (from <= found[i].Content || from >= end || found[i].Content < found[i].To) continue;
                if (!statement.IsKind(from - 1, ItemKind.Comma) && !statement.IsKind(from - 1, ItemKind.Break) && !statement.Is(from - 1, SpeechWord.Conjunction)
                    && !statement.Is(from, SpeechWord.Conjunction)) continue;
                end = TrimBack(statement, from);
                break;
            }
            if (end != found[i].ContentEnd) found[i] = found[i] with { ContentEnd = Math.Max(found[i].Content, end) };
        }
    }

    internal static int End(Statement statement) => TrimBack(statement, statement.Count);

    /// <summary>The end of what stands before <paramref name="end"/>, without the marks and conjunctions that lead on.</summary>
    internal static int TrimBack(Statement statement, int end)
    {
        while (end > 0 && (statement[end - 1].Kind is ItemKind.Comma or ItemKind.Break || statement.Is(end - 1, SpeechWord.Conjunction))) end--;
        return end;
    }
}
