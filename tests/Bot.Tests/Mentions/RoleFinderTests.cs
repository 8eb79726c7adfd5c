using Bot.Mentions;
using Bot.Text;

namespace Bot.Tests.Mentions;

public sealed class RoleFinderTests
{
    [Theory]
    [InlineData("He spoke with Belarusian President Alexander Lukashenko.", "Alexander Lukashenko: Belarusian President")] // title
    [InlineData("Co-founder of Microsoft, Bill Gates, came.", "Bill Gates: Co-founder of Microsoft")] // before, with its complement
    [InlineData("Richard Haass, a former diplomat, spoke.", "Richard Haass: a former diplomat")] // after
    [InlineData("Richard Haass (born 1951) was the president of the Council on Foreign Relations from 2003 to 2023.",
        "Richard Haass: the president of the Council on Foreign Relations")] // copula; the years are no part
    [InlineData("Charles Kupchan and Thomas Graham, former officials, came.", "Charles Kupchan: former officials", "Thomas Graham: former officials")] // a plural is shared
    [InlineData("Charles Kupchan and Thomas Graham, a former official, came.", "Thomas Graham: a former official")] // a singular is not
    [InlineData("They saw Richard Haass, President Biden and Sergey Lavrov.", "Biden: President")] // a list, and the next name's title
    [InlineData("The meeting of the board, Richard Haass said, went on.")] // a board is nobody's role
    [InlineData("Thomas Graham, director of studies at the University of Oxford, England, spoke.",
        "Thomas Graham: director of studies at the University of Oxford, England")] // a place within the phrase
    [InlineData("“No,” said Delaware senator Joe Biden.", "Joe Biden: Delaware senator")] // who says it is no part of it
    [InlineData("It failed to assassinate Vice President Richard Cheney.", "Richard Cheney: Vice President")] // nor is what is done
    [InlineData("The merger will help Richard Haass.")] // a helper in the dictionary, a verb here
    public void A_role_beside_a_name_is_that_persons(string text, params string[] roles) => Assert.Equal(roles, Found(text));

    [Theory]
    [InlineData("The Belarusian president, Alexander Lukashenko, came. Then the Belarusian president left.", "Alexander Lukashenko: the Belarusian president")]
    [InlineData("The Belarusian president, Alexander Lukashenko, came. Then the Russian president left.")] // another country
    [InlineData("The former president, Richard Haass, came. Then the president left.")] // no longer in office
    [InlineData("Then the Russian foreign minister left.")] // nobody is named
    public void A_description_alone_is_linked_where_country_and_office_fit(string text, params string[] later) =>
        Assert.Equal(later, Found(text).Skip(1));

    [Fact]
    public void A_description_that_fits_two_people_is_nobodys() => Assert.Equal(
        ["Alexander Lukashenko: President", "Joe Biden: President"],
        Found("President Alexander Lukashenko met President Joe Biden. Then the president left."));

    [Theory]
    [InlineData("president", true)]
    [InlineData("Officials", true)] // plural and capital
    [InlineData("spokesmen", true)] // irregular plural
    [InlineData("head", true)] // a person in news, a body part first in the dictionary
    [InlineData("table", false)]
    [InlineData("man", false)] // says nothing of who it is
    [InlineData("", false)]
    public void A_role_noun_says_what_a_person_is(string word, bool isRole) => Assert.Equal(isRole, RoleNouns.IsRoleNoun(word));

    private static IEnumerable<string> Found(string text)
    {
        var names = new NameText(SentenceSplitter.Split(text, "en"));
        return RoleFinder.Find(names, MentionTagger.Tag(names)).Select(role => $"{role.Person}: {role.Span.Slice(text)}");
    }
}
