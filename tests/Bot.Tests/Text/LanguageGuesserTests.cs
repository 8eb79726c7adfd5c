using Bot.Text;
using CsCheck;

namespace Bot.Tests.Text;

public sealed class LanguageGuesserTests
{
    [Theory]
    [InlineData("en", "The talks were held in April and the diplomat said that it was not for them to decide.")]
    [InlineData("ru", "Переговоры прошли в апреле, и дипломат заявил, что это не им решать.")]
    [InlineData("uk", "Переговори відбулися у квітні, і дипломат заявив, що не їм це вирішувати.")]
    [InlineData("be", "Перамовы прайшлі ў красавіку, і дыпламат заявіў, што гэта не ім вырашаць.")]
    [InlineData("bg", "Преговорите се проведоха през април и дипломатът заяви, че решението не е тяхно, а на държавата.")]
    [InlineData("de", "Die Gespräche fanden im April statt, und der Diplomat sagte, dass es nicht ihre Entscheidung sei.")]
    [InlineData("fr", "Les pourparlers ont eu lieu en avril et le diplomate a dit que ce n'est pas à eux de décider.")]
    [InlineData("es", "Las conversaciones se celebraron en abril y el diplomático dijo que no es su decisión, sino la de los demás.")]
    [InlineData("it", "I colloqui si sono tenuti in aprile e il diplomatico ha detto che non è una loro decisione.")]
    [InlineData("pt", "As conversas foram realizadas em abril e o diplomata disse que não é uma decisão deles, mas dos outros.")]
    [InlineData("nl", "De gesprekken werden in april gehouden en de diplomaat zei dat het niet aan hen is om te beslissen.")]
    [InlineData("pl", "Rozmowy odbyły się w kwietniu, a dyplomata powiedział, że nie jest to ich decyzja, ale wszystkich.")]
    [InlineData("sv", "Samtalen hölls i april och diplomaten sade att det inte är deras beslut utan för alla.")]
    [InlineData("fi", "Neuvottelut pidettiin huhtikuussa, ja diplomaatti sanoi, että se ei ole heidän päätöksensä.")]
    [InlineData("hu", "A tárgyalásokat áprilisban tartották, és a diplomata azt mondta, hogy nem az ő döntésük.")]
    [InlineData("cs", "Rozhovory se konaly v dubnu a diplomat řekl, že to není jejich rozhodnutí, ale všech, které to zajímá.")]
    [InlineData("ro", "Discuțiile au avut loc în aprilie și diplomatul a spus că nu este decizia lor, ci pentru toți.")]
    [InlineData("tr", "Görüşmeler nisan ayında yapıldı ve diplomat bunun onların kararı olmadığını ama çok önemli bir konu olduğunu söyledi.")]
    [InlineData("el", "Οι συνομιλίες έγιναν τον Απρίλιο.")]
    [InlineData("ar", "جرت المحادثات في أبريل في نيويورك.")]
    [InlineData("fa", "گفتگوها در ماه آوریل در نیویورک برگزار شد.")]
    [InlineData("he", "השיחות נערכו באפריל בניו יורק.")]
    [InlineData("hi", "वार्ता अप्रैल में न्यूयॉर्क में हुई।")]
    [InlineData("th", "การเจรจาจัดขึ้นในเดือนเมษายน")]
    [InlineData("hy", "Բանակցությունները տեղի են ունեցել ապրիլին։")]
    [InlineData("ja", "会談は四月にニューヨークで行われた。")]
    [InlineData("zh", "会谈于四月在纽约举行。")]
    [InlineData("ko", "회담은 4월 뉴욕에서 열렸다.")]
    public void Function_words_and_script_tell_the_language(string language, string text) => Assert.Equal(language, LanguageGuesser.Guess(text));

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("12:30 — 42 %", "no word")]
    [InlineData("Lavrov, Haass, Kupchan", "names alone")]
    [InlineData("The minister Лавров said that Россия was not part of it.", "names in another script")]
    [InlineData("He greeted them with “Zdravstvuyte” and the talks went on in the Russian language.", "one foreign word")]
    public void What_tells_nothing_else_is_english(string text, string why) => Assert.True(LanguageGuesser.Guess(text) == "en", why);

    [Fact]
    public void Russian_with_a_ukrainian_name_stays_russian() =>
        Assert.Equal("ru", LanguageGuesser.Guess("Газета «Київські відомості» сообщила, что переговоры прошли в апреле, и это был важный этап, который многие ждали."));

    [Fact]
    public void The_seed_is_english() => Assert.Equal("en", LanguageGuesser.Guess(Seed.Text));

    [Fact]
    public void Every_text_has_a_language() => Gen.String.Sample(text => Assert.Equal(2, LanguageGuesser.Guess(text).Length));
}
