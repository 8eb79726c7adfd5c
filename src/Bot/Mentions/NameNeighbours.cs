namespace Bot.Mentions;

/// <summary>What the words around a name say that it is: "the village of X", "X, a shipping company".</summary>
internal static class NameNeighbours
{
    /// <summary>Words from "is a" to the noun that tells: "is a small and remote village".</summary>
    private const int LongestDescription = 7;

    /// <summary>The type that a noun beside the name [from, to) tells; null where none does.</summary>
    public static EntityType? TypeOf(NameText text, int from, int to) => Before(text, from) ?? After(text, to);

    private static EntityType? Before(NameText text, int from)
    {
        if (from == 0) return null;
        var words = text.Words;
        var noun = words[from - 1];
        if (noun.Slice(text.Text) is "of" && from > 1)
        {
            return words[from - 2].Shape == WordShape.Lower && words[from - 2].Is(WordKinds.PlaceWord) ? EntityType.Place : null;
        }
        if (noun.Shape != WordShape.Lower || noun.IsPossessive || noun.Is(WordKinds.Function)) return null;
        return noun.Is(WordKinds.PlaceWord) ? EntityType.Place
            : noun.Is(WordKinds.OrganisationWord) && !noun.Is(WordKinds.Inflected) ? EntityType.Organisation : null;
    }

    private static EntityType? After(NameText text, int to)
    {
        var words = text.Words;
        if (to + 2 >= words.Length) return null;
        var at = to;
        if (words[at].Is(text.Text, ',') || words[at].Slice(text.Text) is "is" or "was") at++;
        else return null;
        if (words[at].Slice(text.Text) is not ("a" or "an" or "the" or "one")) return null;
        for (var i = at + 1; i < words.Length && i <= at + LongestDescription; i++)
        {
            var word = words[i];
            if (word.Shape == WordShape.Punctuation || word.Is(WordKinds.Function) && word.Slice(text.Text) is not "and") return null;
            if (word.Shape != WordShape.Lower || i + 1 < words.Length && words[i + 1].Shape == WordShape.Lower
                && !words[i + 1].Is(WordKinds.Function)) continue;
            if (word.Is(WordKinds.PlaceWord)) return EntityType.Place;
            if (word.Is(WordKinds.OrganisationWord)) return EntityType.Organisation;
            if (RoleNouns.IsRoleNoun(word.Slice(text.Text), word.Kinds)) return EntityType.Person;
        }
        return null;
    }

    /// <summary>"the French presidential election": the name of an event, not of a place.</summary>
    public static bool IsElection(NameText text, int from, int to)
    {
        var words = text.Words;
        if (from == 0 || words[from - 1].Shape != WordShape.Number) return false;
        for (var i = to; i < words.Length && i < to + 4 && words[i].Shape == WordShape.Lower; i++)
        {
            if (words[i].Slice(text.Text) is "election" or "elections" or "by-election" or "referendum" or "primaries") return true;
        }
        return false;
    }

    /// <summary>The name fills its quotation marks: a song or a book, or words that are not the writer's own.</summary>
    public static bool IsTitleOfWork(NameText text, int from, int to)
    {
        var words = text.Words;
        return from > 0 && to < words.Length && words[from - 1].Shape == WordShape.Punctuation && words[to].Shape == WordShape.Punctuation
            && text.Text[words[from - 1].Start] is '"' or '“' or '‘' or '«' or '„' && text.Text[words[to].Start] is '"' or '”' or '’'
            or '»' or '“';
    }
}
