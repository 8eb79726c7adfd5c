using Bot.Indexing;
using Bot.Mentions;
using Bot.People;
using Bot.Times;

namespace Bot.Answers;

/// <summary>Gathers what the briefings say somebody is, and whom they name together with the person.</summary>
internal static class PersonCards
{
    private const int PassagesRead = 100, MostRoles = 12, MostCompanions = 8;

    public static PersonDraft Of(Person person, DayInterval? period, CorpusView corpus)
    {
        var query = new PassageQuery(corpus.Scope) { Period = period };
        var withRole = corpus.Index.Newest(query with { PeopleWithRole = person.Keys }, PassagesRead);
        var naming = corpus.Index.Newest(query with { People = person.Keys }, PassagesRead);
        // "Seen" counts all briefings: beside a choice of days it would say what was not asked.
        var asked = period is null ? person : person with { FirstSeen = null, LastSeen = null };
        return new PersonDraft(asked, Roles(withRole, person, corpus), Companions(naming, person));
    }

    /// <summary>Each role once, in its newest briefing; the sure ones first, then the newest. Undated briefings come last.</summary>
    private static List<(IndexedPassage Source, Role Role)> Roles(IEnumerable<IndexedPassage> passages, Person person, CorpusView corpus) =>
        [.. passages
            .SelectMany(passage => passage.Passage.Annotations.Roles.Select(role => (Source: passage, Role: role)))
            .Where(found => person.Keys.Contains(NameFolding.Fold(found.Role.Person)))
            .Select(found => (found.Source, found.Role, Words: corpus.WordsOf(found.Source, found.Role.Span)))
            .Where(found => found.Words is not null)
            .OrderBy(found => found.Role.Unsure).ThenByDescending(found => found.Source.Day ?? DateOnly.MinValue)
            .DistinctBy(found => NameFolding.Fold(found.Words!))
            .Take(MostRoles)
            .Select(found => (found.Source, found.Role))];

    /// <summary>Whom the same passages name, most often first, then in the order they are named.</summary>
    private static List<string> Companions(IEnumerable<IndexedPassage> passages, Person person) =>
        [.. passages
            .SelectMany(passage => passage.Passage.Annotations.Mentions
                .Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Name).Distinct())
            .GroupBy(NameFolding.Fold)
            .Where(group => !person.Keys.Contains(group.Key))
            .OrderByDescending(group => group.Count())
            .Take(MostCompanions)
            .Select(group => group.First())];
}
