namespace Bot.Mentions;

/// <summary>Which words may stand between the beginning of a role phrase and its noun.</summary>
internal static class RoleModifier
{
    /// <summary>An adjective, a noun in the singular, a demonym, or a name of something other than a person.</summary>
    public static bool MayModify(RoleSentence sentence, int at)
    {
        var word = sentence.Words[at];
        if (sentence.TypeAt(at) is not null) return true;
        if (word.Shape == WordShape.Number) return sentence.Words[at].End - word.Start > 2 && char.IsLetter(sentence.Text[word.End - 1]);
        if (word.Is(WordKinds.Function)) return word.Slice(sentence.Text) is "first" or "second" or "third" or "last" or "next"
            or "then" or "own" or "most" or "now";
        if (word.IsCapital) return true;
        // "He outscored teammate ...": behind a pronoun stands a verb, in the dictionary or not.
        if (IsSubject(sentence, at - 1)) return false;
        // "said Delaware senator Joe Biden", "to meet Vice President Biden".
        if (word.Is(WordKinds.PersonCue) && !word.Is(WordKinds.Noun) || sentence.IsWord(at - 1, "to")
            && !word.Is(WordKinds.Noun | WordKinds.Adjective)) return false;
        if (word.Is(WordKinds.Adjective)) return true;
        // Prepositions that no list has.
        if (word.Slice(sentence.Text) is "alongside" or "amid" or "besides" or "unlike" or "versus") return false;
        if (word.Is(WordKinds.Verb) && !word.Is(WordKinds.Noun)) return IsParticiple(sentence, at);
        if (word.Is(WordKinds.Inflected) && word.Slice(sentence.Text).EndsWith("ing")) return IsParticiple(sentence, at);
        var isPluralOrVerb = word.Is(WordKinds.Inflected) && word.Is(WordKinds.Verb | WordKinds.Noun)
            && word.Slice(sentence.Text)[^1] == 's';
        return !isPluralOrVerb || word.Slice(sentence.Text) is "affairs" or "sports" or "relations" or "communications" or "operations"
            or "news" or "rights";
    }

    private static bool IsSubject(RoleSentence sentence, int at) => at >= 0
        && sentence.Words[at].Slice(sentence.Text) is "he" or "He" or "she" or "She" or "they" or "They" or "we" or "We" or "I" or "who";

    // "the visiting monk", "managing director"; but "including singer Paul Simon" takes a person up.
    private static bool IsParticiple(RoleSentence sentence, int at)
    {
        var word = sentence.Words[at].Slice(sentence.Text);
        if (!word.EndsWith("ing")) return false;
        if (at > 0 && (RolePhrase.IsDeterminer(sentence, at - 1) || sentence.Words[at - 1].IsPossessive)) return true;
        return word is "managing" or "founding" or "presiding" or "reigning" or "ruling" or "serving" or "visiting" or "defending"
            or "commanding" or "operating" or "consulting" or "supervising" or "coordinating" or "acting" or "outgoing" or "incoming"
            or "sitting" or "leading";
    }
}
