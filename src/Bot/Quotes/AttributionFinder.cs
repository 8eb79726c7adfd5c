namespace Bot.Quotes;

/// <summary>
/// Finds in one statement who is said to have said something, and where it stands: the first and surest sieve of Muzny et al.
/// 2017 ("A Two-stage Sieve Approach for Quote Attribution"), taken further to speech without quotation marks.
/// </summary>
internal static class AttributionFinder
{
    /// <summary>Items between a verb and its "that": "told LA Weekly in a statement on Monday that".</summary>
    private const int FarthestOpener = 12;

    public static List<Attribution> Find(Statement statement, string text)
    {
        var found = new List<Attribution>();
        for (var at = 0; at < statement.Count; at++)
        {
            if ((statement[at].Word & (SpeechWord.Reports | SpeechWord.According)) == 0) continue;
            var attribution = statement.Is(at, SpeechWord.According) ? According(statement, at) : OfVerb(statement, at, text);
            if (attribution is null) continue;
            found.Add(attribution.Value);
            at = Math.Max(at, attribution.Value.To - 1);
        }
        CutAtNext(statement, found);
        return found;
    }

    private static Attribution? According(Statement statement, int at)
    {
        var from = statement.Is(at + 1, SpeechWord.Preposition) ? at + 2 : at + 1;
        if (SubjectFinder.After(statement, from) is not { } subject || subject.Source.Kind == SourceKind.FirstPerson) return null;
        var to = subject.To;
        var isEnd = to >= statement.Count || (to == statement.Count - 1 && statement[to].Kind == ItemKind.Break);
        var isFront = IsOpening(statement, at);
        if (isEnd || !isFront) return new Attribution(at, to, subject.Source, 0, isEnd ? TrimBack(statement, at) : End(statement), false);
        if (statement[to].Kind == ItemKind.Comma) to++;
        return new Attribution(at, to, subject.Source, to, End(statement), false);
    }

    private static Attribution? OfVerb(Statement statement, int verb, string text)
    {
        if (IsNoun(statement, verb)) return null;
        var word = statement[verb].Word;
        var group = verb;
        while (group > 0 && statement.Is(group - 1, SpeechWord.Auxiliary | SpeechWord.Adverb | SpeechWord.Be)) group--;
        var isBe = HasBe(statement, group, verb);
        if (isBe && !statement.Is(verb, SpeechWord.Participle)) return Passive(statement, verb, group);
        if (statement.Is(group - 1, SpeechWord.Infinitive) || IsNegated(statement, group, verb, text)) return null;

        if (Inverted(statement, verb) is { } inverted) return inverted;
        var subject = word.HasFlag(SpeechWord.Participle) && !isBe
            ? (new Source(SourceKind.Inherited, null), verb)
            : SubjectFinder.Before(statement, verb);
        if (subject is not { } found || found.Item1.Kind == SourceKind.FirstPerson) return null;
        var (source, from) = found;
        if (EndsStatement(statement, verb + 1) && statement.IsKind(from - 1, ItemKind.Comma) | statement.IsKind(from - 1, ItemKind.Quote))
        {
            return new Attribution(from, verb + 1, source, 0, TrimBack(statement, from), false);
        }
        return ContentFinder.After(statement, from, verb, source);
    }

    // "..., said Haass": after a quotation or a comma, or at the start, and a source follows at once.
    private static Attribution? Inverted(Statement statement, int verb)
    {
        if (!statement.Is(verb, SpeechWord.Says) || statement.Is(verb, SpeechWord.Participle)) return null;
        if (verb == 0 || statement[verb - 1].Kind is not (ItemKind.Quote or ItemKind.Comma or ItemKind.Break)) return null;
        var next = verb + 1;
        while (statement.Is(next, SpeechWord.Adverb)) next++;
        if (next >= statement.Count) return null;
        var isNamed = statement[next].IsNamed || statement.Is(next, SpeechWord.Pronoun);
        if (!isNamed && !statement.Is(next, SpeechWord.Determiner)) return null;
        if (statement.IsKind(verb - 1, ItemKind.Comma) && !statement.IsKind(verb - 2, ItemKind.Quote) && !isNamed) return null;
        if (SubjectFinder.After(statement, next) is not { } subject || subject.Source.Kind == SourceKind.FirstPerson) return null;
        if (!EndsStatement(statement, subject.To) && !statement.IsKind(verb - 1, ItemKind.Quote) && !statement.IsKind(verb - 2, ItemKind.Quote)) return null;
        return new Attribution(verb, subject.To, subject.Source, 0, TrimBack(statement, verb), false);
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
        if (!isImpersonal || that < 0) return null;
        return new Attribution(group - 1, that + 1, new Source(SourceKind.None, null), that + 1, End(statement), false);
    }

    private static bool IsNoun(Statement statement, int verb)
    {
        if (!statement.Is(verb, SpeechWord.NounToo)) return false;
        if (verb == 0) return true;
        var before = statement[verb - 1];
        if (before.Is(SpeechWord.Pronoun) && !before.Is(SpeechWord.Determiner)) return false;
        if (before.Possessive || before.Is(SpeechWord.Determiner | SpeechWord.Preposition | SpeechWord.Agent)) return true;
        if (before.Kind is ItemKind.Mention or ItemKind.Name || before.Is(SpeechWord.Auxiliary | SpeechWord.Adverb | SpeechWord.Relative)) return false;
        return !statement.Is(verb + 1, SpeechWord.Opener) && !statement.IsKind(verb + 1, ItemKind.Quote);
    }

    private static bool HasBe(Statement statement, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (statement.Is(at, SpeechWord.Be)) return true;
        }
        return false;
    }

    // "did not say whether": nothing was said.
    private static bool IsNegated(Statement statement, int from, int to, string text)
    {
        for (var at = from; at < to; at++)
        {
            if (statement[at].Span.Slice(text) is "not" or "never") return true;
        }
        return false;
    }

    /// <summary>True when nothing but a conjunction or an adverb with its comma stands before: "Meanwhile, according to".</summary>
    private static bool IsOpening(Statement statement, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (statement[i].IsNamed && i > 0 || i > 4) return false;
            if (statement[i].Kind == ItemKind.Comma && i < at - 1) return false;
        }
        return true;
    }

    /// <summary>True when only a time, a place or a mark is left: "he said on Friday in Minsk."</summary>
    private static bool EndsStatement(Statement statement, int at)
    {
        if (at >= statement.Count || statement[at].Kind is ItemKind.Break or ItemKind.Comma) return true;
        return statement.Is(at, SpeechWord.Time | SpeechWord.Preposition | SpeechWord.Subordinator | SpeechWord.Adverb | SpeechWord.Conjunction)
            && ContentFinder.Opener(statement, at, Math.Min(statement.Count, at + FarthestOpener)) < 0
            && !HasQuote(statement, at);
    }

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
                if (!statement.IsKind(from - 1, ItemKind.Comma) && !statement.Is(from - 1, SpeechWord.Conjunction)
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
