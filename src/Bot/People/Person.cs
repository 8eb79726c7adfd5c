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
    DateOnly? LastSeen)
{
    /// <summary>The day last seen, and for equal days how many briefings, in one number: completion compares thousands of people with each letter typed.</summary>
    public long Recency { get; } = ((long)(LastSeen?.DayNumber ?? 0) << 32) | (uint)Briefings;

    /// <summary>The words of all names, each once.</summary>
    public IEnumerable<string> Words() => Keys.SelectMany(PeopleDirectory.WordsOf).Distinct();

    /// <summary>Equal is of whom the same is said.</summary>
    public bool Equals(Person? other) =>
        other is not null && Name == other.Name && Briefings == other.Briefings && Passages == other.Passages && Speaks == other.Speaks
        && FirstSeen == other.FirstSeen && LastSeen == other.LastSeen && Spellings.SequenceEqual(other.Spellings) && Keys.SequenceEqual(other.Keys);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
