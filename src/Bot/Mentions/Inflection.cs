namespace Bot.Mentions;

/// <summary>What a word is without its English ending: "talks" is a noun, "urged" a verb, "presidents" a role noun.</summary>
internal static class Inflection
{
    private const WordKinds OfNoun = WordKinds.Noun | WordKinds.RoleNoun | WordKinds.Demonym | WordKinds.Inflected;
    private const WordKinds OfVerb = WordKinds.Verb | WordKinds.Inflected;

    /// <summary>What the lists say of a word in any case, with or without an English ending; nothing of one that is longer than all that are listed.</summary>
    public static WordKinds ListedKindsOf(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > Lexicon.Longest) return WordKinds.None;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Lexicon.Of(lower) | KindsOf(lower);
    }

    /// <summary>Irregular forms stand in the lists themselves.</summary>
    public static WordKinds KindsOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 4) return WordKinds.None;
        if (word.EndsWith("ies")) return WithEnding(word[..^3], "y", OfNoun | OfVerb);
        if (word.EndsWith("men")) return WithEnding(word[..^3], "man", OfNoun);
        if (word[^1] == 's' && word[^2] != 's')
        {
            var found = WithEnding(word[..^1], "", OfNoun | OfVerb);
            return found != WordKinds.None || word[^2] != 'e' ? found : WithEnding(word[..^2], "", OfNoun | OfVerb);
        }
        if (word.EndsWith("ied")) return WithEnding(word[..^3], "y", OfVerb);
        if (word.EndsWith("ed")) return OfStem(word[..^2]);
        if (word.EndsWith("ing")) return OfStem(word[..^3]);
        return word.EndsWith("ly") ? WithEnding(word[..^2], "", WordKinds.Adjective) : WordKinds.None;
    }

    /// <summary>"urg" of "urged" is "urge", "stopp" is "stop", "talk" is itself.</summary>
    private static WordKinds OfStem(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 3) return WordKinds.None;
        var found = WithEnding(stem, "", OfVerb);
        if (found == WordKinds.None) found = WithEnding(stem, "e", OfVerb);
        return found == WordKinds.None && stem[^1] == stem[^2] ? WithEnding(stem[..^1], "", OfVerb) : found;
    }

    private static WordKinds WithEnding(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending, WordKinds kept)
    {
        Span<char> word = stackalloc char[Lexicon.Longest + 4];
        stem.CopyTo(word);
        ending.CopyTo(word[stem.Length..]);
        var kinds = Lexicon.Of(word[..(stem.Length + ending.Length)]) & kept;
        return kinds == WordKinds.None ? WordKinds.None : kinds | WordKinds.Inflected;
    }
}
