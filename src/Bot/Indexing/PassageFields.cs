namespace Bot.Indexing;

/// <summary>The fields of the index. A change in any of them, or in what a finder finds, is a new <see cref="Schema"/>.</summary>
internal static class PassageFields
{
    /// <summary>An index of another schema is rebuilt at the next start. Raise it with every change of fields, codec, analysis or finders.</summary>
    public const string Schema = "7";

    /// <summary>What the document is: <see cref="BriefingKind"/>, <see cref="PassageKind"/>; absent on a sentence.</summary>
    public const string Kind = "kind";
    public const string BriefingKind = "b";
    public const string PassageKind = "p";

    /// <summary>The briefing id, on every document of a briefing: by it they are replaced and deleted together.</summary>
    public const string Briefing = "briefing";
    public const string Collection = "collection";
    public const string Language = "language";

    /// <summary>Numeric doc values of a passage: days since 0001-01-01 of the document date; absent where it is unknown.</summary>
    public const string Day = "day";

    // Searchable text, analysed by the briefing's language.
    public const string Title = "title";
    public const string Passage = "passage";
    public const string Sentence = "sentence";

    // Folded full names: of the people whom a passage names, of those whom it quotes, of those it gives a role.
    public const string Person = "person";
    public const string Speaker = "speaker";
    public const string Role = "role";

    /// <summary>What a passage holds that a command asks for: <see cref="Times"/>, <see cref="Places"/>, <see cref="Roles"/>.</summary>
    public const string Holds = "holds";
    public const string Times = "time";
    public const string Places = "place";
    public const string Roles = "role";
    public static readonly IReadOnlyList<string> HeldThings = [Times, Places, Roles];

    /// <summary>Binary doc values: a passage (PassageCodec), or the people of a briefing (BriefingPeople).</summary>
    public const string Data = "data";
}
