namespace Bot.Mentions;

/// <summary>What the word lists know of a word, whatever it means where it stands.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    GivenName = 1 << 0,
    Surname = 1 << 1,
    Place = 1 << 2,
    Organisation = 1 << 3,

    /// <summary>"Russian", "Muscovites": of a place, but no name of one.</summary>
    Demonym = 1 << 4,

    /// <summary>Says what a person is: "president", "lawyer".</summary>
    RoleNoun = 1 << 5,
    Noun = 1 << 6,
    Verb = 1 << 7,
    Adjective = 1 << 8,
    Adverb = 1 << 9,

    /// <summary>Articles, pronouns, prepositions, auxiliaries, number words.</summary>
    Function = 1 << 10,

    /// <summary>Month, weekday, era.</summary>
    Calendar = 1 << 11,

    /// <summary>Within a person's name: "van", "de", "bin".</summary>
    Particle = 1 << 12,

    /// <summary>After a person's name: "Jr".</summary>
    Suffix = 1 << 13,

    /// <summary>Before a person's name, and no part of it: "President", "Mr".</summary>
    Title = 1 << 14,

    /// <summary>Makes an organisation of the capitals before it: "Ministry", "Party".</summary>
    OrganisationWord = 1 << 15,

    /// <summary>Goes on with "of", "for" or "on": "Council on ...".</summary>
    OfHead = 1 << 16,

    /// <summary>Makes a place of the capitals before it: "River".</summary>
    PlaceWord = 1 << 17,

    /// <summary>Makes a place of the capitals after it: "Mount".</summary>
    PlacePrefix = 1 << 18,
    LocativePreposition = 1 << 19,

    /// <summary>Beside a lone capital it tells of a person: "said", "administration".</summary>
    PersonCue = 1 << 20,

    /// <summary>In capitals, but no organisation: "CEO", "DVD".</summary>
    NoOrganisation = 1 << 21,

    /// <summary>The first word of a listed phrase.</summary>
    PhraseStart = 1 << 22,

    /// <summary>Found by taking an ending off: "talks", "urged".</summary>
    Inflected = 1 << 23,

    Common = Noun | Verb | Adjective | Adverb,
    Name = GivenName | Surname | Place | Organisation,
}
