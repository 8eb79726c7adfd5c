using Bot.Indexing;

namespace Bot.People;

/// <summary>What the counted briefings say of one folded name. A briefing that was counted can be taken out again.</summary>
internal sealed class NameCount(string key, Surname surname)
{
    /// <summary>How many briefings spell the name so, and how many are of a day: the days that are left must be known when one is taken out.</summary>
    private readonly SortedList<string, int> spellings = new(1, StringComparer.Ordinal);
    private readonly SortedList<DateOnly, int> days = new(1);

    private int briefings, passages, speaking;

    public string Key => key;

    public Surname Surname => surname;

    public bool IsEmpty => briefings == 0;

    /// <param name="sign">1 puts the briefing in, -1 takes it out.</param>
    public void Count(BriefingPerson person, DateOnly? day, int sign)
    {
        Add(spellings, person.Name, sign);
        if (day is { } known) Add(days, known, sign);
        briefings += sign;
        passages += sign * person.Passages;
        speaking += person.Speaks ? sign : 0;
    }

    public bool IsSpelled(string spelling) => spellings.ContainsKey(spelling);

    /// <param name="names">Of one person, the fullest usual one first.</param>
    public static Person ToPerson(IReadOnlyList<NameCount> names)
    {
        // A spelling folds to one name only: those of several have none in common.
        var ordered = names.SelectMany(name => name.spellings).OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key.Length)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToArray();
        var dated = names.Where(name => name.days.Count > 0).ToList();
        return new Person(
            Array.Find(ordered, spelling => spelling.Contains(' ', StringComparison.Ordinal)) ?? ordered[0],
            ordered,
            [.. names.Select(name => name.Key)],
            names.Sum(name => name.briefings),
            names.Sum(name => name.passages),
            names.Any(name => name.speaking > 0),
            dated.Count == 0 ? null : dated.Min(name => name.days.Keys[0]),
            dated.Count == 0 ? null : dated.Max(name => name.days.Keys[^1]));
    }

    private static void Add<T>(SortedList<T, int> counts, T value, int sign)
        where T : notnull
    {
        var at = counts.IndexOfKey(value);
        if (at < 0) counts.Add(value, sign);
        else if (counts.GetValueAtIndex(at) + sign is not 0 and var left) counts.SetValueAtIndex(at, left);
        else counts.RemoveAt(at);
    }
}
