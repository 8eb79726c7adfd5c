using Bot.Chat;
using Bot.Indexing;
using Bot.People;

namespace Bot.Tests.People;

public class PeopleDirectoryTests(SeedBot seed) : IClassFixture<SeedBot>
{
    private static readonly PeopleDirectory Directory = PeopleCountTests.Of(
    [
        Briefing(1, "Sergey Lavrov", "Alexander Lukashenko"),
        Briefing(3, "Thomas Graham", "Charles Kupchan"),
        Briefing(2, "Sergey Lavrov", "Richard Haass", "Emmanuel Macron"),
        Briefing(2, "Brigitte Macron"),
    ]);

    [Theory]
    [InlineData("", "Charles Kupchan, Thomas Graham, Sergey Lavrov, Brigitte Macron, Emmanuel Macron, Richard Haass, Alexander Lukashenko")]
    [InlineData("l", "Sergey Lavrov, Alexander Lukashenko")]
    [InlineData("ma", "Brigitte Macron, Emmanuel Macron")]
    [InlineData("mac e", "Emmanuel Macron")]
    [InlineData("lavrov s", "Sergey Lavrov")]
    [InlineData("x", "")]
    public void Names_are_completed_last_seen_first_and_each_once(string typed, string names) =>
        Assert.Equal(names, string.Join(", ", Directory.StartingWith(typed, speakersOnly: false).Select(person => person.Name)));

    [Fact]
    public void Speakers_alone_are_completed_where_they_are_asked_for() =>
        Assert.Equal(["Alexander Lukashenko"], Directory.StartingWith("", speakersOnly: true).Select(person => person.Name));

    [Theory]
    [InlineData("Macron", "Brigitte Macron, Emmanuel Macron")]
    [InlineData("Emmanuel Macron", "Emmanuel Macron")]
    [InlineData("Macron Emmanuel", "Emmanuel Macron")]
    [InlineData("Emmanuel Lavrov", "")]
    public void All_words_of_a_name_must_be_somebodys(string name, string names) =>
        Assert.Equal(names, string.Join(", ", Directory.Named(name).Select(person => person.Name)));

    [Theory]
    [InlineData("Emmanuel Macrot", "Emmanuel Macron")]
    [InlineData("Sergey Lavrof", "Sergey Lavrov")]
    [InlineData("Emmanuel Lavrof", "")]
    public void A_misspelt_name_is_like_the_names_that_are_near_in_every_word(string name, string names) =>
        Assert.Equal(names, string.Join(", ", Directory.SpelledLike(name, 5).Select(person => person.Name)));

    [Fact]
    public void More_people_than_a_query_takes_clauses_can_be_asked_for_at_once()
    {
        using var snapshot = seed.Bot.Service<DataFolder>().Index.Snapshot();
        var query = new PassageQuery(Scope.Main) { People = [.. Enumerable.Range(0, 3_000).Select(i => $"nobody {i}"), "sergei lavrov"] };

        Assert.NotEmpty(snapshot.Newest(query, 10));
    }

    private static BriefingPeople Briefing(int day, params string[] names) =>
        new(new DateOnly(2023, 7, day), [.. names.Select(name => new BriefingPerson(name, 1, name.EndsWith("Lukashenko", StringComparison.Ordinal)))]);
}
