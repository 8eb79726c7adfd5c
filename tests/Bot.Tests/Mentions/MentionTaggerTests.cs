using Bot.Mentions;
using Bot.Text;

namespace Bot.Tests.Mentions;

public sealed class MentionTaggerTests
{
    [Theory]
    [InlineData("On Monday Lavrov said so.", "Lavrov")] // whoever says is a person, though he is named nowhere else
    [InlineData("President Biden met Sergey Lavrov.", "Biden", "Sergey Lavrov")] // a title is no part of the name
    [InlineData("At the table with Lavrov Richard Haass. Sergey Lavrov left.", "Lavrov", "Richard Haass", "Sergey Lavrov")] // a first name begins a new person
    [InlineData("Kremlin-backed Sergey Lavrov met Minsk-based Alexander Lukashenko.", "Sergey Lavrov", "Alexander Lukashenko")] // what describes a name is no part of it
    [InlineData("He met Ursula von der Leyen and Muhammad bin Salman.", "Ursula von der Leyen", "Muhammad bin Salman")] // particles
    [InlineData("Then John F. Kennedy spoke to J. K. Rowling.", "John F. Kennedy", "J. K. Rowling")] // initials
    [InlineData("We saw John McCain, Jr. in Arizona.", "John McCain, Jr.")] // suffix
    [InlineData("It was Lavrov’s plan, said Sergey Lavrov.", "Lavrov", "Sergey Lavrov")] // the possessive is outside
    [InlineData("Jean-Claude Juncker and Bashar al-Assad met.", "Jean-Claude Juncker", "Bashar al-Assad")] // hyphens
    [InlineData("US Secretary of State Antony Blinken flew to Kyiv.", "Antony Blinken")] // the office ends where the first name stands
    [InlineData("April Jones left in April.", "April Jones")] // a month is a first name before a surname only
    [InlineData("The Biden administration was aware of it.", "Biden")] // what is administered is a person's
    [InlineData("Then the singer Madonna came.", "Madonna")] // a role noun before it
    public void Persons_are_found(string text, params string[] persons) => Assert.Equal(persons, Found(text, "en", EntityType.Person));

    [Theory]
    [InlineData("He is a member of the Council on Foreign Relations and the board.", "Council on Foreign Relations")]
    [InlineData("The State Department and NBC News did not say.", "State Department", "NBC News")]
    [InlineData("The Department of Health and Human Services agreed.", "Department of Health and Human Services")]
    [InlineData("The New York Times reported it.", "New York Times")] // a place within an organisation
    [InlineData("Officials of the White House and State Department met.", "White House", "State Department")] // two
    [InlineData("The State Department Spokesperson, Jeff Rathke, said so.", "State Department")] // who speaks for it is no part of it
    [InlineData("The CEO bought a DVD from IBM on TV.", "IBM")] // not all capitals are organisations
    public void Organisations_are_found_whole(string text, params string[] organisations) => Assert.Equal(organisations, Found(text, "en", EntityType.Organisation));

    [Theory]
    [InlineData("They met in Washington, D.C. and in New York.", "Washington, D.C.", "New York")]
    [InlineData("US-Russia talks were held in Minsk.", "US", "Russia", "Minsk")] // a hyphen joins two places
    [InlineData("The Russian delegation and the Ukrainians left.")] // demonyms name no place
    [InlineData("They crossed the Rio Grande River near Los Angeles.", "Rio Grande River", "Los Angeles")]
    [InlineData("He lost his seat in the 1987 United Kingdom general election.")] // the name of an event
    public void Places_are_found(string text, params string[] places) => Assert.Equal(places, Found(text, "en", EntityType.Place));

    [Theory]
    [InlineData("Covert operations went on. Meanwhile prices rose. Therefore we stop.")] // a capital at a sentence's start
    [InlineData("Talks failed. The talks had been long.")]
    [InlineData("How to Read a Long Report in Ten Minutes")] // a headline's capitals
    [InlineData("")]
    public void A_capital_alone_makes_no_name(string text) => Assert.Empty(MentionTagger.Tag(new NameText(SentenceSplitter.Split(text, "en"))));

    [Theory]
    [InlineData("ru", "Президент России Владимир Путин прибыл. Лавров заявил это в Минске.", "Владимир Путин", "Лавров")]
    [InlineData("uk", "Президент України Володимир Зеленський прибув до Києва.", "Володимир Зеленський")]
    [InlineData("de", "Der Bundeskanzler Olaf Scholz traf am Montag die Minister. Die Regierung schwieg, Scholz nicht.", "Olaf Scholz", "Scholz")] // nouns are no names
    [InlineData("fr", "Le président Emmanuel Macron a rencontré M. Lavrov à Paris.", "Emmanuel Macron", "Lavrov")]
    public void Persons_are_found_in_other_cased_scripts_and_languages(string language, string text, params string[] persons) =>
        Assert.Equal(persons, Found(text, language, EntityType.Person));

    private static IEnumerable<string> Found(string text, string language, EntityType type) =>
        MentionTagger.Tag(new NameText(SentenceSplitter.Split(text, language))).Where(mention => mention.Type == type).Select(mention => mention.Span.Slice(text).ToString());
}
