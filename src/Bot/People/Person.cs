namespace Bot.People;

/// <summary>Somebody whom briefings name.</summary>
/// <param name="Name">The fullest spelling that is used most often.</param>
/// <param name="Spellings">All spellings of the full name, the most frequent first, <paramref name="Name"/> among them.</param>
/// <param name="Keys">The folded names under which the index knows the passages.</param>
/// <param name="Briefings">How many briefings name the person.</param>
/// <param name="FirstSeen">The earliest document date among them; null when none is known.</param>
internal sealed record Person(
    string Name,
    IReadOnlyList<string> Spellings,
    IReadOnlyList<string> Keys,
    int Briefings,
    int Passages,
    bool Speaks,
    DateOnly? FirstSeen,
    DateOnly? LastSeen);
