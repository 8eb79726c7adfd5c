using Bot.Mentions;
using Bot.Text;

namespace Bot.Tests.Mentions;

public sealed class AliasResolverTests
{
    [Theory]
    [InlineData("Lavrov said so. Later Sergey Lavrov left.", "Sergey Lavrov", "Sergey Lavrov")] // also before the full name stands
    [InlineData("Jill Biden met Joe Biden. Then Biden said it.", "Jill Biden", "Joe Biden", "Biden")] // two bear it: as it stands
    [InlineData("Jill Biden met President Joe Biden. Then President Biden left.", "Jill Biden", "Joe Biden", "Joe Biden")] // the title chooses
    [InlineData("John F. Kennedy spoke. John Kennedy left. Kennedy said it.", "John F. Kennedy", "John F. Kennedy", "John F. Kennedy")] // a longer form is no second person
    [InlineData("Bashar al-Assad came. Then Assad said it.", "Bashar al-Assad", "Bashar al-Assad")]
    [InlineData("Ursula von der Leyen came. Then Mrs. Leyen said it.", "Ursula von der Leyen", "Ursula von der Leyen")]
    [InlineData("Alexander Lukashenko came. “It is,” she said, and Lukashenko said more.", "Alexander Lukashenko", "Alexander Lukashenko")] // gender is no veto
    [InlineData("Sergey\tLavrov said so.", "Sergey Lavrov")] // white space within
    public void A_person_is_called_by_the_fullest_name_of_the_briefing(string text, params string[] names) =>
        Assert.Equal(names, MentionTagger.Tag(new NameText(SentenceSplitter.Split(text, "en"))).Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Name));

    [Theory]
    [InlineData("Сергей Лавров прибыл. Встреча с Лавровым началась.", "Сергей Лавров", "Сергей Лавров")] // the instrumental
    [InlineData("Журналисты спросили Сергея Лаврова. Лаврову ответил посол.", "Сергей Лавров", "Сергей Лавров")] // also where the nominative stands nowhere
    [InlineData("Сергей Лавров прибыл. Мария Лаврова прибыла.", "Сергей Лавров", "Мария Лаврова")] // a woman is not her husband
    public void A_man_in_another_case_is_called_by_his_name(string text, params string[] names) =>
        Assert.Equal(names, MentionTagger.Tag(new NameText(SentenceSplitter.Split(text, "ru"))).Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Name));

    [Fact]
    public void Two_people_of_one_surname_are_never_merged()
    {
        const string Text = "Charles Graham met Thomas Graham.";
        Assert.Equal(2, MentionTagger.Tag(new NameText(SentenceSplitter.Split(Text, "en"))).Select(mention => mention.Name).Distinct().Count());
    }
}
