namespace Bot.Mentions;

/// <summary>What a lone capital names, by the lists and by the words beside it.</summary>
internal static class NameContext
{
    /// <summary>IsName false: no name at all. A null type: a name of something; the rest of the briefing may tell of what.</summary>
    public readonly record struct Told(bool IsName, EntityType? Type)
    {
        public static readonly Told Nothing = new(false, null);

        public static Told A(EntityType? type) => new(true, type);
    }

    public static Told TypeOf(NameText text, int at)
    {
        var words = text.Words;
        var word = words[at];
        var before = at > 0 ? words[at - 1] : default;
        var after = at + 1 < words.Length ? words[at + 1] : default;
        if (word.Shape == WordShape.Capitals)
        {
            if (word.Is(WordKinds.Place)) return Told.A(EntityType.Place);
            if (word.Is(WordKinds.Organisation)) return Told.A(EntityType.Organisation);
            if (word.Is(WordKinds.NoOrganisation | WordKinds.Calendar | WordKinds.Demonym | WordKinds.Suffix)) return Told.Nothing;
            return word.Is(WordKinds.GivenName) && word.End - word.Start > 4 ? Told.A(EntityType.Person)
                : word.End - word.Start <= 6 ? Told.A(EntityType.Organisation) : Told.Nothing;
        }
        var isLocated = before.Shape == WordShape.Lower && before.Is(WordKinds.LocativePreposition);
        var isActing = after.Shape == WordShape.Lower && after.Is(WordKinds.PersonCue);
        if (word.Is(WordKinds.Place) && !(word.Is(WordKinds.GivenName | WordKinds.Surname) && isActing
            && !isLocated)) return Told.A(EntityType.Place);
        if (word.Is(WordKinds.Organisation)) return Told.A(EntityType.Organisation);
        if (HasPersonBefore(text, at)) return Told.A(EntityType.Person);
        if (NameNeighbours.TypeOf(text, at, at + 1) is { } type) return Told.A(type);
        if (word.Is(WordKinds.OrganisationWord | WordKinds.PlaceWord | WordKinds.Title | WordKinds.PlacePrefix)
            && !word.Is(WordKinds.Surname)) return Told.Nothing;
        if (word.Is(WordKinds.Common | WordKinds.RoleNoun) && (word.IsFirst || text.IsSeenInSmallLetters(word))) return Told.Nothing;
        if (isActing) return Told.A(EntityType.Person);
        if (word.Is(WordKinds.Common | WordKinds.RoleNoun) && !word.Is(WordKinds.Surname)) return Told.Nothing;
        if (word.Is(WordKinds.GivenName | WordKinds.Surname)) return Told.A(EntityType.Person);
        if (isLocated) return Told.A(EntityType.Place);
        if (text.Language == "de") return Told.A(null); // every noun has a capital
        if (NameEndings.TypeOf(word.Slice(text.Text)) is { } ending) return Told.A(ending);
        var isDoing = after.Shape == WordShape.Lower && (after.Is(WordKinds.Verb) && !after.Is(WordKinds.Noun | WordKinds.Function)
            || after.Slice(text.Text) is "had" or "would" or "did" or "could" or "has");
        return Told.A(isDoing || word.IsPossessive ? EntityType.Person : null);
    }

    /// <summary>"the singer Madonna", "his brother Paul": a role noun in small letters stands right before.</summary>
    public static bool HasPersonBefore(NameText text, int at)
    {
        if (at == 0) return false;
        var before = text.Words[at - 1];
        if (before.Shape != WordShape.Lower || before.IsPossessive
            || before.Is(WordKinds.Function | WordKinds.Verb | WordKinds.OrganisationWord | WordKinds.PlaceWord)) return false;
        var word = before.Slice(text.Text);
        return RoleNouns.IsRoleNoun(word, before.Kinds) && !RoleNouns.IsPlural(word);
    }
}
