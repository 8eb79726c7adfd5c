using System.Collections.Frozen;

namespace Bot.Mentions;

/// <summary>
/// Different words under which news speaks of one office. A small table on purpose: it links people, so it must not guess.
/// </summary>
internal static class CompatibleRoles
{
    private static readonly string[][] Offices =
    [
        ["foreign minister", "diplomat", "foreign secretary", "secretary"],
        ["president", "leader", "head", "ruler", "strongman", "commander-in-chief"],
        ["prime minister", "premier", "leader", "chancellor", "head"],
        ["king", "monarch", "ruler"],
        ["queen", "monarch", "ruler"],
        ["emir", "monarch", "ruler", "leader"],
        ["sultan", "monarch", "ruler", "leader"],
        ["spokesman", "spokesperson", "spokeswoman"],
        ["chairman", "chair", "chairperson", "chairwoman", "head"],
        ["chief executive", "ceo", "boss", "head"],
        ["ambassador", "envoy", "diplomat"],
        ["coach", "manager"],
        ["secretary general", "chief", "head"],
        ["director", "chief", "head"],
    ];

    private static readonly FrozenSet<string> OfficeWords =
        new[] { "foreign", "prime", "defence", "defense", "interior", "finance", "justice", "vice", "deputy", "chief", "health",
            "education", "economy", "energy", "secretary", "attorney" }.ToFrozenSet();

    /// <summary>The office itself, then the other words for it.</summary>
    public static IEnumerable<string> Of(string office) =>
        Offices.Where(words => words.Contains(office)).SelectMany(words => words).Where(word => word != office).Distinct().Prepend(office);

    /// <summary>Whether the word makes another office of the noun behind it: "foreign minister".</summary>
    public static bool MakesOffice(string word) => OfficeWords.Contains(word);
}
