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
    [InlineData("ru", "Сергей Лавров прибыл. Потом встретили Лаврова.", "Сергей Лавров", "Сергей Лавров")] // a form of a name of the briefing
    [InlineData("ru", "В Минске встретили Сергея Лаврова.", "Сергей Лавров")] // the first name tells the case
    [InlineData("ru", "Это выступление Лаврова отменили.", "Лавров")] // behind a noun it is his
    [InlineData("ru", "Министр Лаврова заявила об этом.", "Лаврова")] // a verb of hers: a woman's name
    [InlineData("ru", "Об этом сказали Зеленским.", "Зеленский")] // no nominative ends so
    [InlineData("ru", "Президент Белоруссии Александр Лукашенко уехал.", "Александр Лукашенко")] // the country before it is no part
    [InlineData("uk", "Промова Зеленського триває.", "Зеленський")] // nor is the sentence's first word
    [InlineData("uk", "Володимир Зеленський прибув. Слухали Зеленського.", "Володимир Зеленський", "Володимир Зеленський")]
    [InlineData("de", "Sergej Lawrow kam. Danach wurde Lawrows Rede abgesagt.", "Sergej Lawrow", "Sergej Lawrow")]
    [InlineData("fr", "L'entretien d'Alexandre Loukachenko a duré. Selon Loukachenko, il est tard.", "Alexandre Loukachenko", "Alexandre Loukachenko")]
    [InlineData("es", "Serguéi Lavrov llegó. La reunión con el Sr. Lavrov duró poco. Según Lavrov, es tarde.", "Serguéi Lavrov", "Serguéi Lavrov", "Serguéi Lavrov")]
    public void Names_are_read_without_the_endings_of_their_cases(string language, string text, params string[] names) => Assert.Equal(
        names, MentionTagger.Tag(new NameText(SentenceSplitter.Split(text, language))).Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Name));

    [Fact]
    public void Two_people_of_one_surname_are_never_merged()
    {
        const string Text = "Charles Graham met Thomas Graham.";
        Assert.Equal(2, MentionTagger.Tag(new NameText(SentenceSplitter.Split(Text, "en"))).Select(mention => mention.Name).Distinct().Count());
    }
}
