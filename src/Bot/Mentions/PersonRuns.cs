namespace Bot.Mentions;

/// <summary>Runs of capitals in which a person's name stands or begins.</summary>
internal static class PersonRuns
{
    /// <summary>
    /// "Secretary of State Antony Blinken", "Президент России Владимир Путин", in German any noun, elsewhere a country ("Білорусі Олександр Лукашенко"): where a first name follows what
    /// cannot begin a person's name, the person begins there; 0 where none does.
    /// </summary>
    public static int AfterOffice(NameText text, int from, int to)
    {
        var words = text.Words;
        var first = words[from];
        var isOffice = from > 1 && words[from - 1].Slice(text.Text) is "of" or "for" && words[from - 2].IsCapital
            && words[from - 2].Is(WordKinds.RoleNoun);
        var isPlace = first.Is(WordKinds.Place) && !first.Is(WordKinds.GivenName | WordKinds.Surname) || first.Is(WordKinds.Place)
            && first.Shape == WordShape.Capitals;
        var isNoun = NominativeNames.HasOtherWords(text.Language) && !first.Is(WordKinds.GivenName);
        if (!isOffice && !isPlace && !isNoun) return 0;
        for (var i = from + 1; i < to - 1; i++)
        {
            if (words[i].Is(WordKinds.GivenName) && !words[i].Is(WordKinds.Common | WordKinds.Place)
                && words[i + 1].Shape >= WordShape.Initial) return i;
        }
        return 0;
    }

    /// <summary>"At the table with Lavrov Richard Haass": behind a known surname, a first name begins a new person.</summary>
    public static int SecondPerson(NameText text, IReadOnlySet<ulong> surnames, int from, int to)
    {
        var words = text.Words;
        for (var i = from + 1; i < to - 1; i++)
        {
            var isSurname = surnames.Contains(words[i - 1].Hash) || (i > from + 1 && words[i - 1].Is(WordKinds.Surname)
                && !words[i - 1].Is(WordKinds.GivenName));
            if (isSurname && words[i].Is(WordKinds.GivenName) && !words[i].Is(WordKinds.Surname | WordKinds.Particle)
                && words[i + 1].Shape >= WordShape.Initial) return i;
        }
        return 0;
    }

    /// <summary>What a run of two words or more names by its own words; null where they do not tell.</summary>
    public static EntityType? TypeOf(NameText text, int from, int to)
    {
        var words = text.Words;
        var (first, last) = (words[from], words[to - 1]);
        var ordinary = 0;
        for (var i = from; i < to; i++) if (words[i].IsCapital && words[i].Is(WordKinds.Common | WordKinds.RoleNoun)
            && !words[i].Is(WordKinds.GivenName | WordKinds.Surname)) ordinary++;
        if (first.Shape == WordShape.Capitals && last.Shape == WordShape.Capitals && !first.Is(WordKinds.GivenName)) return null;
        if (words[from + 1].Shape == WordShape.Initial && !first.Is(WordKinds.Function)) return EntityType.Person;
        if (first.Is(WordKinds.Place) && !first.Is(WordKinds.GivenName)) return EntityType.Organisation;
        if (first.Is(WordKinds.GivenName) && ordinary == 0) return EntityType.Person;
        if (first.Is(WordKinds.GivenName) && !first.Is(WordKinds.Common) && to - from == 2) return EntityType.Person;
        if (last.Is(WordKinds.Surname) && ordinary == 0) return EntityType.Person;
        if (first.Shape == WordShape.Initial) return EntityType.Person;
        if (last.Is(WordKinds.Suffix)) return EntityType.Person;
        if (ordinary == 0 && from > 0 && text.Words[from - 1].Shape == WordShape.Lower
            && text.Words[from - 1].Is(WordKinds.LocativePreposition)) return EntityType.Place;
        return ordinary == 0 && to - from <= 3 && !first.Is(WordKinds.Demonym) && text.Language != "de" ? EntityType.Person : null;
    }
}
