using System.Globalization;

namespace Bot.Benchmarks.Corpora;

/// <summary>The project's own word lists, as they are embedded in the core, each in an order of chance.</summary>
internal sealed class WordLists
{
    private readonly Draws draws;

    public WordLists(ulong seed)
    {
        draws = new Draws(seed);
        var common = Lines("common-words").Select(line => line.Split('\t')).Where(entry => IsPlain(entry[0])).ToList();
        Nouns = OfKind('n');
        Verbs = OfKind('v');
        Adjectives = OfKind('a');
        GivenNames = draws.Shuffled(Names("given-names"));
        Surnames = draws.Shuffled(Names("surnames"));
        Places = draws.Shuffled(Names("places"));
        Organisations = draws.Shuffled(Lines("organisations").Where(name => name.All(c => char.IsAsciiLetter(c) || c == ' ')).Select(Capitalised));
        Demonyms = draws.Shuffled(Names("demonyms"));
        // The usual ones of the news first: ranks that chance gave would make abbesses more frequent than ministers.
        string[] usual = ["president", "minister", "spokesman", "analyst", "ambassador", "senator", "governor", "director", "adviser", "general"];
        Roles = [.. usual, .. draws.Shuffled(Lines("role-nouns").Where(IsPlain).Except(usual)).Take(600)];

        string[] OfKind(char kind) => draws.Shuffled(common.Where(entry => entry[1].Contains(kind, StringComparison.Ordinal)).Select(entry => entry[0]));
    }

    public IReadOnlyList<string> Nouns { get; }

    public IReadOnlyList<string> Verbs { get; }

    public IReadOnlyList<string> Adjectives { get; }

    public IReadOnlyList<string> GivenNames { get; }

    public IReadOnlyList<string> Surnames { get; }

    public IReadOnlyList<string> Places { get; }

    public IReadOnlyList<string> Organisations { get; }

    public IReadOnlyList<string> Demonyms { get; }

    public IReadOnlyList<string> Roles { get; }

    public static string Capitalised(string words) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(words);

    private static IEnumerable<string> Names(string list) => Lines(list).Select(line => line.Split('\t')[0]).Where(IsPlain).Select(Capitalised);

    private static bool IsPlain(string word) => word.Length is >= 4 and <= 12 && word.All(char.IsAsciiLetterLower);

    /// <summary>All but the first line, which states a list's origin.</summary>
    private static List<string> Lines(string list)
    {
        using var stream = typeof(ChatBot).Assembly.GetManifestResourceStream($"Words/{list}.txt")
            ?? throw new InvalidOperationException($"The core holds no word list {list}: it was renamed, and this project was not.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).ToList();
    }
}
