using Bot.Mentions;

namespace Bot.Tests.Mentions;

public sealed class WordListsTests
{
    private static readonly string Folder = Path.Combine(Seed.Repository, "src", "Bot", "Mentions", "Words");

    public static TheoryData<string> Lists => [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_states_its_origin_first(string list) => Assert.StartsWith("# ", File.ReadLines(Path.Combine(Folder, list)).First());

    [Fact]
    public void Every_made_list_names_a_source_whose_licence_stands_in_NOTICE()
    {
        var notice = File.ReadAllText(Path.Combine(Seed.Repository, "NOTICE"));
        foreach (var list in Directory.GetFiles(Folder).Where(path => !path.EndsWith("name-words.txt", StringComparison.Ordinal)))
        {
            Assert.Contains(Path.GetFileName(list), notice);
            Assert.EndsWith("see NOTICE.", File.ReadLines(list).First());
        }
    }

    [Theory]
    [InlineData("sergey", nameof(WordKinds.GivenName))]
    [InlineData("roosevelt", nameof(WordKinds.Surname))]
    [InlineData("minsk", nameof(WordKinds.Place))]
    [InlineData("belarusian", nameof(WordKinds.Demonym))]
    [InlineData("diplomat", nameof(WordKinds.RoleNoun))]
    [InlineData("said", nameof(WordKinds.Verb))]
    [InlineData("the", nameof(WordKinds.Function))]
    public void A_word_is_known_for_what_it_is(string word, string kind) => Assert.True(Lexicon.Of(word).HasFlag(Enum.Parse<WordKinds>(kind)));

    [Theory]
    [InlineData("belarusian", "belarus")]
    [InlineData("russian", "russia")]
    public void A_demonym_knows_its_place(string demonym, string place) => Assert.Equal(place, Lexicon.PlaceOf(demonym));
}
