namespace Bot.Benchmarks.Corpora;

/// <summary>Somebody who is not: a listed first name and a surname, what they are, and where they come from.</summary>
internal sealed record GeneratedPerson(string Given, string Surname, string Role, string Demonym)
{
    public string Name => $"{Given} {Surname}";

    public string Description => $"{Demonym} {Role}";
}

/// <summary>
/// Three hundred thousand people, of whom a few are named often and most hardly ever. So the number of names grows with the corpus as it does
/// in news. The same number is the same person in every corpus.
/// </summary>
internal sealed class People(WordLists words, ulong seed)
{
    private const int Count = 300_000;
    private const ulong Stream = 2;

    public GeneratedPerson Any(Draws draws) => Of(draws.Rank(Count));

    private GeneratedPerson Of(int number)
    {
        var draws = Draws.Of(seed, Stream, number);
        return new GeneratedPerson(draws.Common(words.GivenNames), Surname(draws), draws.Common(words.Roles), draws.Common(words.Demonyms));
    }

    /// <summary>A listed one, or the beginning of one with the end of another.</summary>
    private string Surname(Draws draws)
    {
        var listed = draws.Any(words.Surnames);
        if (draws.Chance(0.3)) return listed;
        var other = draws.Any(words.Surnames);
        var begin = listed[..Math.Min(listed.Length - 1, draws.Between(3, 4))];
        return begin + other[^Math.Min(other.Length - 1, draws.Between(3, 5))..];
    }
}
