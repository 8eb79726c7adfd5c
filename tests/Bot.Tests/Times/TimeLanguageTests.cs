namespace Bot.Tests.Times;

public sealed class TimeLanguageTests
{
    // 2023-07-10 is a Monday.
    public static TheoryData<string, string, string, string> Times { get; } = TimeTable.Rows("""
        Встреча прошла 6 июля 2023 года. | ru | 6 июля 2023 года = 2023-07-06 (2023-07-06) | the year with its word
        Встреча прошла 6 июля 2023 г. в Минске. | ru | 6 июля 2023 г. = 2023-07-06 (2023-07-06) | the year with its abbreviation
        В апреле 2024 года. | ru | апреле 2024 года = 2024-04 (2024-04-01..2024-05-01) | a month in the prepositional case
        В 1991 году. | ru | 1991 году = 1991 (1991-01-01..1992-01-01) | a year
        Он был там вчера. | ru | вчера = 2023-07-09 (2023-07-09) | yesterday
        Два года назад. | ru | Два года назад = 2021 (2021-01-01..2022-01-01) | ago
        Через три дня. | ru | Через три дня = 2023-07-13 (2023-07-13) | ahead
        Погибли 2000 человек. | ru | nothing | people are counted
        Зустріч відбулася 6 липня 2023 року. | uk | 6 липня 2023 року = 2023-07-06 (2023-07-06) | the year with its word
        У квітні 2024 року. | uk | квітні 2024 року = 2024-04 (2024-04-01..2024-05-01) | a month in the locative case
        Вчора. | uk | Вчора = 2023-07-09 (2023-07-09) | yesterday
        З 3 по 5 травня 2022 року. | uk | 3 = 2022-05-03 (2022-05-03); 5 травня 2022 року = 2022-05-05 (2022-05-05) | a range
        Das Treffen war am 6. Juli 2023. | de | 6. Juli 2023 = 2023-07-06 (2023-07-06) | a full stop after the day
        Im April 2024. | de | April 2024 = 2024-04 (2024-04-01..2024-05-01) | a month
        Das war gestern, morgen ist es vorbei. | de | gestern = 2023-07-09 (2023-07-09); morgen = 2023-07-11 (2023-07-11) | yesterday and tomorrow
        Er kam am Morgen. | de | nothing | the morning is not tomorrow
        Vor zwei Jahren. | de | Vor zwei Jahren = 2021 (2021-01-01..2022-01-01) | ago stands first
        Im 19. Jahrhundert. | de | 19. Jahrhundert = 18 (1800-01-01..1900-01-01) | a full stop after the ordinal
        La réunion a eu lieu le 6 juillet 2023. | fr | 6 juillet 2023 = 2023-07-06 (2023-07-06) | a full date
        Le 1er mai 2023. | fr | 1er mai 2023 = 2023-05-01 (2023-05-01) | the first of the month
        Hier et aujourd'hui. | fr | Hier = 2023-07-09 (2023-07-09); aujourd'hui = 2023-07-10 (2023-07-10) | yesterday and today
        Il y a deux ans. | fr | Il y a deux ans = 2021 (2021-01-01..2022-01-01) | ago stands first
        La semaine dernière. | fr | semaine dernière = 2023-W27 (2023-07-03..2023-07-10) | the adjective follows
        La reunión fue el 6 de julio de 2023. | es | 6 de julio de 2023 = 2023-07-06 (2023-07-06) | joined by de
        En abril de 2024. | es | abril de 2024 = 2024-04 (2024-04-01..2024-05-01) | a month
        Fue ayer. | es | ayer = 2023-07-09 (2023-07-09) | yesterday
        Hace dos años. | es | Hace dos años = 2021 (2021-01-01..2022-01-01) | ago stands first
        El 1 de mayo, 2000 personas salieron. | es | 1 de mayo = 2023-05-01 (2023-05-01) | people are counted, that is no year
        """);

    [Theory, MemberData(nameof(Times))]
    public void Dates_are_read_in_the_briefings_language(string text, string language, string expected, string why) =>
        Assert.True(expected == TimeTable.Read(text, "2023-07-10", language), $"{why}: {TimeTable.Read(text, "2023-07-10", language)}");

    [Fact]
    public void A_language_without_a_table_is_read_as_English() =>
        Assert.Equal("6 July 2023 = 2023-07-06 (2023-07-06)", TimeTable.Read("6 July 2023", "-", "xx"));
}
