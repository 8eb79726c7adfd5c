using System.Globalization;

namespace Bot.Benchmarks.Corpora;

/// <summary>What one briefing is about: its sentences come back to these again and again.</summary>
internal sealed record Story(GeneratedPerson[] People, string[] Topics, string[] Places, string Organisation, DateOnly Date);

/// <summary>Sentences as news has them: reports, quotations, roles, dates, places. For one briefing, from one row of draws.</summary>
internal sealed class NewsSentences(WordLists words, Story story, Draws draws)
{
    private static readonly string[] Past =
    [
        "rejected", "approved", "discussed", "criticised", "announced", "postponed", "defended", "signed", "blocked", "welcomed", "questioned",
        "supported", "opened", "cancelled", "visited", "reviewed", "suspended", "proposed", "extended", "condemned",
    ];

    private static readonly string[] Speaking = ["said", "told reporters", "added", "warned", "insisted", "argued", "said in a statement"];

    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Loose = ["last week", "earlier this month", "yesterday", "next year", "two weeks ago", "in recent days", "this spring", "for three days"];

    public string Next() => draws.Below(14) switch
    {
        0 or 1 => $"{Somebody()} {draws.Any(Past)} the {Adjective()} {Topic()} {When()}, a {draws.Common(words.Roles)} of {story.Organisation} {draws.Any(Speaking)}.",
        2 => $"“We will {Verb()} the {Noun()} and the {Topic()} until the {Adjective()} {Noun()} is over,” {Surname()} {draws.Any(Speaking)} {When()}.",
        3 => $"{Somebody()} said that the {Topic()} would {Verb()} every {Noun()} of the {Noun()} in {Place()}.",
        4 => $"According to {Somebody()}, the {Noun()} and the {Topic()} were {draws.Any(Past)} in {Place()} {When()}.",
        5 => WithRole(),
        6 => $"The talks in {Place()} began on {Day()} and dealt with the {Adjective()} {Noun()}, the {Topic()} and a {Noun()} of the {Noun()}.",
        7 => $"{story.Organisation} {draws.Any(Past)} a {Noun()} that may {Verb()} the {Noun()} and the {Adjective()} {Topic()}, officials said {When()}.",
        8 => $"In {Place()}, {Surname()} met {Somebody()} to {Verb()} the {Topic()} before the {Noun()} of the {Adjective()} {Noun()}.",
        9 => $"The {Topic()} has cost {draws.Between(2, 900)} million dollars since {Month()}, and the {Noun()} was {Adjective()} for the {Noun()}.",
        10 => $"It was not clear whether the {Noun()} had {draws.Any(Past)} the {Topic()}, or which {Noun()} {Surname()} would {Verb()}.",
        11 => $"“The {Topic()} is {Adjective()},” {draws.Any(Speaking)} {Somebody()}, who {draws.Any(Past)} the {Noun()} in {Place()}. “Nobody wants a {Noun()}.”",
        12 => $"People in {Place()} {draws.Any(Past)} the {Adjective()} {Noun()} {When()}, but the {Noun()} of the {Topic()} went on.",
        _ => $"The government has reportedly {draws.Any(Past)} a {Noun()} with {Place()} over the {Topic()}, which {Surname()} denied {When()}.",
    };

    public string Headline() => $"{WordLists.Capitalised(Adjective())} {Topic()} {draws.Any(Past)} in {story.Places[0]} after {Noun()} of {story.People[0].Surname}";

    private string WithRole()
    {
        var person = Person();
        return draws.Chance(0.5)
            ? $"{person.Name}, the {person.Description}, {draws.Any(Past)} the {Topic()} in {Place()} {When()}."
            : $"The {person.Description}, {person.Name}, wants to {Verb()} the {Adjective()} {Noun()} of the {Topic()}.";
    }

    private GeneratedPerson Person() => draws.Common(story.People);

    private string Somebody() => draws.Chance(0.7) ? Person().Name : Person().Surname;

    private string Surname() => Person().Surname;

    private string Place() => draws.Common(story.Places);

    private string Topic() => draws.Chance(0.6) ? draws.Any(story.Topics) : Noun();

    private string Noun() => draws.Common(words.Nouns);

    private string Verb() => draws.Common(words.Verbs);

    private string Adjective() => draws.Common(words.Adjectives);

    private string When() => draws.Below(5) switch
    {
        0 => $"on {draws.Any(Weekdays)}",
        1 => $"on {Day()}",
        2 => $"in {Month()}",
        _ => draws.Any(Loose),
    };

    private string Day() => story.Date.AddDays(-draws.Below(400)).ToString(draws.Chance(0.5) ? "d MMMM yyyy" : "MMMM d, yyyy", CultureInfo.InvariantCulture);

    private string Month() => story.Date.AddDays(-draws.Below(1_500)).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
