using Bot.Mentions;
using Bot.Text;

namespace Bot.Tests.Mentions;

public sealed class SeedMentionsTests
{
    private static readonly NameText Text = new(SentenceSplitter.Split(Seed.Text, "en"));
    private static readonly IReadOnlyList<Mention> Mentions = MentionTagger.Tag(Text);
    private static readonly IReadOnlyList<Role> Roles = RoleFinder.Find(Text, Mentions);

    [Fact]
    public void The_persons_of_the_seed_are_five_and_Biden() => Assert.Equal(
        ["Alexander Lukashenko", "Biden", "Charles Kupchan", "Richard Haass", "Sergey Lavrov", "Thomas Graham"],
        Mentions.Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_places_of_the_seed_are_found_and_no_demonym_is_one() => Assert.Equal(
        ["France", "Germany", "Kiev", "Minsk", "New York", "Russia", "US", "Ukraine"],
        Mentions.Where(mention => mention.Type == EntityType.Place).Select(mention => mention.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_organisations_of_the_seed_are_found_whole() => Assert.Equal(
        ["Council on Foreign Relations", "Kremlin", "National Security Council", "Nbc News", "State Department", "White House"],
        Mentions.Where(mention => mention.Type == EntityType.Organisation).Select(mention => mention.Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Sergey Lavrov", "the country’s highest diplomat", false)] // apposition before the name
    [InlineData("Sergey Lavrov", "the Russian foreign minister", true)] // fits a diplomat, and nobody says so
    [InlineData("Richard Haass", "former diplomat and outgoing president of the Council on Foreign Relations", false)] // ends before the next name
    [InlineData("Charles Kupchan", "former White House and State Department officials and members of the Council on Foreign Relations", false)] // plural: shared
    [InlineData("Thomas Graham", "former White House and State Department officials and members of the Council on Foreign Relations", false)]
    [InlineData("Alexander Lukashenko", "the Belarusian president", false)]
    [InlineData("Alexander Lukashenko", "The Belarusian president", false)] // alone, but the same office of the same country
    public void A_role_is_kept_word_for_word(string person, string role, bool unsure) =>
        Assert.Contains(Roles, found => found.Person == person && found.Span.Slice(Seed.Text).SequenceEqual(role) && found.Unsure == unsure);

    [Fact]
    public void Nobody_in_the_seed_is_called_anything_else() => Assert.Equal(7, Roles.Count);
}
