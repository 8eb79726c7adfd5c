namespace Bot.Mentions;

/// <summary>Whether "the" and a role noun speak of somebody known, by the words beside them.</summary>
internal static class DescriptionPlace
{
    /// <summary>
    /// True before a verb, a preposition or a mark: "The Belarusian president has urged ...". False where the noun is part of another
    /// phrase ("the shareholder structure", "the President Hotel"), where it is said of somebody else ("became the new coach",
    /// "Louis, the youngest son, ...") and where what it belongs to is not known ("the king of the road").
    /// </summary>
    public static bool SpeaksOfSomebody(RoleSentence sentence, int the, int head)
    {
        if (the > 0 && IsPredicative(sentence.Words[the - 1].Slice(sentence.Text))) return false;
        var next = head + 1;
        if (next >= sentence.Count) return true;
        var word = sentence.Words[next];
        if (word.Shape == WordShape.Punctuation) return !sentence.IsMark(next, '-') && !sentence.IsMark(next, '–') && !sentence.IsMark(next, '/') && !IsApposition(sentence, the);
        if (word.Shape != WordShape.Lower || word.IsPossessive) return false;
        if (sentence.IsWord(next, "of"))
        {
            var owner = sentence.IsWord(next + 1, "the") ? next + 2 : next + 1;
            return owner < sentence.Count && sentence.TypeAt(owner) is EntityType.Place or EntityType.Organisation;
        }
        if (word.Is(WordKinds.Function)) return !IsNamedBehind(sentence, next);
        // "the minister left", "saw the minister engaged in talks", but "the shareholder structure", "the major record label".
        var slice = word.Slice(sentence.Text);
        return slice.EndsWith("ed") || slice is "left" || word.Is(WordKinds.Verb) && (!word.Is(WordKinds.Noun) || slice[^1] == 's');
    }

    // "Louis, the youngest son, ..."; but not "In Minsk, the president, who was ill, ..." and "After the talks, the president, ...".
    private static bool IsApposition(RoleSentence sentence, int the)
    {
        if (!sentence.IsMark(the - 1, ',') || the < 2) return false;
        var before = sentence.Words[the - 2];
        if (sentence.TypeAt(the - 2) is { } type) return type != EntityType.Place;
        if (before.Is(WordKinds.Calendar) || before.Shape == WordShape.Number) return false;
        return before.Shape != WordShape.Lower || sentence.IsRoleNoun(the - 2);
    }

    // "The new chairman was Richard Haass": his own name says so.
    private static bool IsNamedBehind(RoleSentence sentence, int verb) =>
        sentence.Words[verb].Slice(sentence.Text) is "is" or "was" && verb + 1 < sentence.Count && sentence.TypeAt(verb + 1) == EntityType.Person;

    private static bool IsPredicative(ReadOnlySpan<char> word) => word is "be" or "is" or "was" or "are" or "were" or "been" or "being"
        or "become" or "becomes" or "became" or "becoming" or "remain" or "remains" or "remained" or "as" or "named" or "appointed"
        or "elected" or "called" or "declared" or "crowned" or "considered" or "now" or "only" or "also";
}
