using Bot.Times;

namespace Bot.Tests.Times;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("6 July 2023")]
    [InlineData("July 6, 2023")]
    [InlineData("Kyiv, July 6, 2023")]
    [InlineData("WASHINGTON, July 6, 2023 (Reuters)")]
    [InlineData("Published on 6 July 2023 at 10:30")]
    [InlineData("2023-07-06")]
    [InlineData("2023-07-06T10:00:00Z")]
    [InlineData("2023-07-06T10:00:00.000+03:00")]
    [InlineData("2023-07-06 10:00:00 +0300")]
    [InlineData("Thu, 06 Jul 2023 10:00:00 GMT")]
    [InlineData("Thursday, 6 July 2023")]
    [InlineData("20230706")]
    [InlineData("06.07.2023")]
    [InlineData("6 июля 2023 года")]
    [InlineData("6 июля 2023 г.")]
    [InlineData("6 липня 2023 року")]
    [InlineData("6. Juli 2023")]
    [InlineData("le 6 juillet 2023")]
    [InlineData("6 de julio de 2023")]
    public void One_complete_date_is_read_in_any_form(string text) => Assert.Equal(new DateOnly(2023, 7, 6), DateReader.TryRead(text));

    [Theory]
    [InlineData("", "nothing is there")]
    [InlineData("July 6", "no year")]
    [InlineData("July 2023", "no day")]
    [InlineData("2023", "no day")]
    [InlineData("06/07/2023", "June or July")]
    [InlineData("31 February 2023", "no such day")]
    [InlineData("2023-02-29", "no leap year")]
    [InlineData("July 5, 2023 and July 6, 2023", "two dates")]
    [InlineData("yesterday", "of what day")]
    [InlineData("He resigned on July 6, 2023.", "a sentence")]
    public void What_is_no_one_complete_date_is_not_guessed(string text, string why) => Assert.True(DateReader.TryRead(text) is null, why);

    [Theory]
    [InlineData("2022", "2022-01-01", "2023-01-01")]
    [InlineData("2022-01", "2022-01-01", "2022-02-01")]
    [InlineData("2004-11", "2004-11-01", "2004-12-01")]
    [InlineData("2022-12", "2022-12-01", "2023-01-01")]
    [InlineData("2022-01-15", "2022-01-15", "2022-01-16")]
    [InlineData("2024-02-29", "2024-02-29", "2024-03-01")]
    [InlineData("July 2022", "2022-07-01", "2022-08-01")]
    [InlineData(" 6 July 2022 ", "2022-07-06", "2022-07-07")]
    [InlineData("июль 2022", "2022-07-01", "2022-08-01")]
    public void A_period_is_a_year_a_month_or_a_day(string text, string from, string to) =>
        Assert.Equal(new DayInterval(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), DateReader.TryReadPeriod(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday-ish")]
    [InlineData("yesterday")]
    [InlineData("2022-13")]
    [InlineData("2022-02-30")]
    [InlineData("2022-00")]
    [InlineData("July")]
    [InlineData("1990s")]
    [InlineData("22")]
    [InlineData("2022 2023")]
    [InlineData("in 2022")]
    public void Anything_else_is_no_period(string text) => Assert.Null(DateReader.TryReadPeriod(text));
}
