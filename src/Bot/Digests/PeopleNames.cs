using Bot.Mentions;
using Bot.People;

namespace Bot.Digests;

/// <summary>How a directory calls the people whom briefings name, each name looked up once. For one thread.</summary>
internal sealed class PeopleNames(PeopleDirectory directory)
{
    private readonly Dictionary<string, (string? Name, int Briefings)> known = new(StringComparer.Ordinal);

    public PeopleDirectory Directory => directory;

    /// <returns>Null and 0 for whom the directory does not have.</returns>
    public (string? Name, int Briefings) Of(string name)
    {
        if (known.TryGetValue(name, out var found)) return found;
        var person = directory.WithKey(NameFolding.Fold(name));
        return known[name] = (person?.Name, person?.Briefings ?? 0);
    }
}
