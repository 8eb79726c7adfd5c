using Bot.Mentions;

namespace Bot.Tests.Mentions;

public sealed class CyrillicCasesTests
{
    [Theory]
    [InlineData("Лавровым", "Лавров")] // no woman's name ends so
    [InlineData("Путіним", "Путін")]
    [InlineData("Зеленского", "Зеленский")] // declined like an adjective
    [InlineData("Зеленському", "Зеленський")]
    [InlineData("Сергея Лаврова", "Сергей Лавров")] // the first name tells that he is a man
    [InlineData("Сергею Лаврову", "Сергей Лавров")]
    [InlineData("Владимиром Зеленским", "Владимир Зеленский")]
    public void A_man_in_another_case_is_known_by_his_nominative(string name, string nominative) =>
        Assert.Equal(nominative, CyrillicCases.NominativeOf(name, _ => false));

    [Theory]
    [InlineData("Лавров")]
    [InlineData("Лаврова")] // may be a woman's nominative
    [InlineData("Лаврову")]
    [InlineData("Александра Лаврова")] // hers
    [InlineData("Лавровой")]
    [InlineData("Lavrova")]
    [InlineData("")]
    public void What_may_be_a_womans_name_is_left(string name) => Assert.Null(CyrillicCases.NominativeOf(name, _ => false));

    [Theory]
    [InlineData("Лаврова", "Лавров")]
    [InlineData("Лаврову", "Лавров")]
    public void A_surname_that_the_text_has_as_a_mans_is_his(string name, string nominative) =>
        Assert.Equal(nominative, CyrillicCases.NominativeOf(name, surname => surname == "Лавров"));
}
