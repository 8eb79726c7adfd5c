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
    [InlineData("A conservative family, Charles Kupchan and others came.")] // the family is conservative, and he no conservative
    [InlineData("In the Republican victory, Joe Biden lost.")] // what is fronted is no apposition
    [InlineData("As ordered by his president, Sergey Lavrov left.")] // nor is it before the subject of the sentence
    [InlineData("With the president, Charles Kupchan, an adviser, spoke.", "Charles Kupchan: an adviser")] // the comma opens his own
    [InlineData("A former diplomat, Richard Haass leads the council.", "Richard Haass: A former diplomat")] // but this is
    [InlineData("Belarus’s president, Alexander Lukashenko said so.", "Alexander Lukashenko: Belarus’s president")] // and this, though the second comma is missing
    [InlineData("On Monday the Russian foreign minister, Sergey Lavrov said he would come.", "Sergey Lavrov: the Russian foreign minister")] // behind a day
    [InlineData("But Ukraine's president, Volodymyr Zelensky said on Monday.", "Volodymyr Zelensky: Ukraine's president")] // whose president he is
    [InlineData("Reporters met the Belarusian president, Alexander Lukashenko in Minsk.", "Alexander Lukashenko: the Belarusian president")] // an object
    [InlineData("“It is late,” said the Belarusian president, Alexander Lukashenko on Monday.", "Alexander Lukashenko: the Belarusian president")] // behind the verb
    [InlineData("After talks with the Belarusian president, Sergey Lavrov left.")] // but not where it ends what is fronted
    [InlineData("Meeting the Belarusian president, Sergey Lavrov smiled.")] // nor behind a participle
    [InlineData("As a diplomat, Richard Haass knew him.", "Richard Haass: a diplomat")] // and this
    [InlineData("It set to work on the mission President Biden described.", "Biden: President")] // the mission is not his
    [InlineData("Many came, including diplomat Richard Haass.", "Richard Haass: diplomat")] // nor is who takes him up
    [InlineData("They chose managing director Richard Haass.", "Richard Haass: managing director")] // a participle of the title
    [InlineData("She spoke alongside former President Joe Biden.", "Joe Biden: former President")] // a preposition is no part of it
    [InlineData("He outscored teammate Charles Kupchan.", "Charles Kupchan: teammate")] // nor does a verb
    [InlineData("Thomas Graham was an adviser to Biden and remained silent.", "Thomas Graham: an adviser to Biden")] // "and" goes on about something else
    [InlineData("The film stars Thomas Graham.")] // a verb
    [InlineData("Joe Biden, Council founder and chairman Richard Haass, and others came.", "Richard Haass: Council founder and chairman")] // the next entry of a list
    [InlineData("The film also stars Thomas Graham and Charles Kupchan.")] // a verb, of several
    [InlineData("Prior to the season, Thomas Graham left.")] // no prior of a monastery
    [InlineData("It was said by fellow Thomas Graham.")] // of whom?
    [InlineData("He was the same Thomas Graham.")] // no noun
    [InlineData("Thomas Graham, arranger of Haass’s “Theme”, came.")] // what he arranged is cut off
    public void A_role_beside_a_name_is_that_persons(string text, params string[] roles) => Assert.Equal(roles, Found(text));

    [Theory]
    [InlineData("The Belarusian president, Alexander Lukashenko, came. Then the Belarusian president left.", "Alexander Lukashenko: the Belarusian president")]
    [InlineData("The Belarusian president, Alexander Lukashenko, came. Then the Russian president left.")] // another country
    [InlineData("The former president, Richard Haass, came. Then the president left.")] // no longer in office
    [InlineData("Then the Russian foreign minister left.")] // nobody is named
    [InlineData("The Belarusian president, Alexander Lukashenko, came. Then the visiting president left.")] // told apart by a word
    [InlineData("The Belarusian president, Alexander Lukashenko, came. The country's president left.", "Alexander Lukashenko: The country's president")]
    [InlineData("The Belarusian president, Alexander Lukashenko, came. The current president left.", "Alexander Lukashenko: The current president")]
    [InlineData("The Belarusian president, Alexander Lukashenko, came. The longtime president left.", "Alexander Lukashenko: The longtime president")]
    [InlineData("The Belarusian president, Alexander Lukashenko, came. The 69-year-old president left.", "Alexander Lukashenko: The 69-year-old president")]
    [InlineData("The Belarusian president, Alexander Lukashenko, came. In Minsk, the president, who was ill, left.", "Alexander Lukashenko: the president")]
    [InlineData("The Belarusian president, Alexander Lukashenko, came. The club's president left.")] // of something else
    [InlineData("The Belarusian president, Alexander Lukashenko, came. The diplomat, the president, left.")] // said of another
    [InlineData("The Belarusian president, Alexander Lukashenko, came. The president palace is old.")] // of a palace
    [InlineData("The Belarusian president, Alexander Lukashenko, came. Another man became the president.")] // said of another
    [InlineData("The Belarusian president, Alexander Lukashenko, came. The president of the club left.")] // of something unknown
    [InlineData("The Belarusian president, Alexander Lukashenko, came. The president of Belarus left.", "Alexander Lukashenko: The president")] // of the same
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
