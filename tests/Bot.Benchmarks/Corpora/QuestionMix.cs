using Bot.Chat;

namespace Bot.Benchmarks.Corpora;

/// <summary>
/// Lines as people type them, for each command. Names and topics are taken from briefings of the corpus, so what is named often is asked for often;
/// some are misspelled, some unknown, some so common that they say nothing.
/// </summary>
internal sealed class QuestionMix(Newsroom news, int briefings)
{
    public const string Completion = "completion";

    /// <summary>Those that are asked from a list; <c>/source</c> takes the citations of answers.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [CommandCatalog.Who, CommandCatalog.When, CommandCatalog.Where, CommandCatalog.Says, CommandCatalog.Ask, CommandCatalog.Briefings, Completion];

    private const int LinesOfAKind = 2_000;
    private const ulong Seed = 7;

    private static readonly string[] Unknown = ["Quixtopher Zzyzxberg", "Brallowitz", "flumptious", "Xanthoprian Wurgle", "gnarfled"];

    private static readonly string[] Common = ["government", "president", "people", "talks", "officials", "million dollars"];

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (kind, stream) in Kinds.Select((kind, i) => (kind, (ulong)i)))
        {
            var lines = Enumerable.Range(0, LinesOfAKind).Select(i => Line(kind, Draws.Of(Seed, stream, i)));
            File.WriteAllLines(Path.Combine(folder, kind + ".txt"), lines);
        }
    }

    private string Line(string kind, Draws draws)
    {
        var story = news.Write(draws.Below(briefings)).Story;
        return kind switch
        {
            CommandCatalog.Who => $"/who {Who(story, draws)}",
            CommandCatalog.When => $"/when {Topic(story, draws)}{Period(draws)}",
            CommandCatalog.Where => $"/where {Topic(story, draws)}",
            CommandCatalog.Says => $"/says {Name(story, draws)}{(draws.Chance(0.5) ? $" about:{draws.Any(story.Topics)}" : "")}",
            CommandCatalog.Ask => $"/ask {Question(story, draws)}",
            CommandCatalog.Briefings => draws.Chance(0.5) ? "/briefings" : $"/briefings list page:{draws.Between(1, Math.Max(1, briefings / 20))}",
            _ => Typed(story, draws),
        };
    }

    private static string Who(Story story, Draws draws) => draws.Chance(0.15) ? draws.Any(story.People).Description : Name(story, draws);

    private static string Name(Story story, Draws draws)
    {
        var person = draws.Common(story.People);
        return draws.Below(10) switch
        {
            0 => draws.Any(Unknown),
            1 => $"{person.Given} {Misspelled(person.Surname, draws)}",
            2 => Misspelled(person.Surname, draws),
            3 or 4 => person.Surname,
            _ => person.Name,
        };
    }

    private string Topic(Story story, Draws draws) => draws.Below(10) switch
    {
        0 => draws.Any(Common),
        1 => Misspelled(draws.Any(story.Topics), draws),
        2 => $"{draws.Any(Unknown)} {draws.Any(story.Topics)}",
        3 or 4 => $"{draws.Any(story.Topics)} {draws.Common(story.People).Surname}",
        5 => $"{draws.Common(news.Words.Adjectives)} {draws.Any(story.Topics)} in {draws.Common(story.Places)}",
        _ => $"{draws.Any(story.Topics)} {draws.Any(story.Topics)}",
    };

    private string Question(Story story, Draws draws) => draws.Below(8) switch
    {
        0 => $"What is new with the {draws.Any(Common)} and the {draws.Any(story.Topics)}?",
        1 => $"What did {draws.Common(story.People).Name} say about the {draws.Any(story.Topics)}?",
        2 => $"Who met {draws.Common(story.People).Surname} in {draws.Common(story.Places)}?",
        3 => $"When did the talks in {draws.Common(story.Places)} begin?",
        4 => $"Was the {draws.Common(news.Words.Adjectives)} {draws.Any(story.Topics)} discussed by {story.Organisation}?",
        5 => $"Where was the {draws.Any(story.Topics)} {Misspelled(draws.Any(story.Topics), draws)} announced?",
        6 => $"Which {draws.Common(news.Words.Nouns)} would {draws.Common(news.Words.Verbs)} the {draws.Any(story.Topics)} of {draws.Common(story.Places)}?",
        _ => $"Why was the {draws.Any(story.Topics)} {draws.Any(Unknown)} postponed?",
    };

    private static string Period(Draws draws) => draws.Chance(0.25) ? $" from:{draws.Between(2014, 2019)} to:{draws.Between(2020, 2025)}" : "";

    /// <summary>A line that is not typed to its end.</summary>
    private static string Typed(Story story, Draws draws)
    {
        var person = draws.Common(story.People);
        var name = draws.Chance(0.5) ? person.Name : person.Surname;
        return draws.Below(10) switch
        {
            0 => "/w",
            1 => "/who ",
            2 => $"/says {name[..1]}",
            3 => $"/when {draws.Any(story.Topics)} fr",
            4 => $"/who {Misspelled(name, draws)}",
            _ => $"/{(draws.Chance(0.5) ? "who" : "says")} {name[..draws.Between(1, name.Length)]}",
        };
    }

    /// <summary>Two neighbouring letters swapped, or one left out; never the first.</summary>
    private static string Misspelled(string word, Draws draws)
    {
        var at = draws.Between(1, word.Length - 2);
        return draws.Chance(0.5) ? word.Remove(at, 1) : $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
    }
}
