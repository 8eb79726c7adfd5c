using Bot.Briefings.Reading;
using Bot.Times;

namespace Bot.Tests.Briefings.Reading;

public sealed class DateTests
{
    private static string? Iso(DateOnly? date) => date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2023-07-06", "2023-07-06", "ISO 8601")]
    [InlineData("2023-07-06T23:30:00-05:00", "2023-07-06", "the day as it is written, in its own zone")]
    [InlineData("2023-07-06 12:00:00.123Z", "2023-07-06", "a space instead of the T")]
    [InlineData("20230706", "2023-07-06", "ISO 8601, basic")]
    [InlineData("2023/7/6", "2023-07-06", "year first has one reading")]
    [InlineData("Thu, 06 Jul 2023 12:00:00 GMT", "2023-07-06", "RFC 2822")]
    [InlineData("July 6, 2023", "2023-07-06", "American")]
    [InlineData("6th of July 2023", "2023-07-06", "British")]
    [InlineData("Thursday, July 6, 2023 at 3:15 p.m. EST", "2023-07-06", "with weekday and time")]
    [InlineData("6. Juli 2023", "2023-07-06", "German")]
    [InlineData("6 juillet 2023", "2023-07-06", "French")]
    [InlineData("6 de julio de 2023", "2023-07-06", "Spanish")]
    [InlineData("6 июля 2023 г.", "2023-07-06", "Russian")]
    [InlineData("6 липня 2023 року", "2023-07-06", "Ukrainian")]
    [InlineData("06.07.2023", "2023-07-06", "with dots the day comes first")]
    [InlineData("7/16/2023", "2023-07-16", "there is no sixteenth month")]
    [InlineData("7/7/2023", "2023-07-07", "both readings are one day")]
    [InlineData("7/6/2023", null, "June or July")]
    [InlineData("July 2023", null, "no day")]
    [InlineData("6 July", null, "no year")]
    [InlineData("2023-02-30", null, "no such day")]
    [InlineData("last Thursday", null, "relative")]
    [InlineData("2023-07-06 to 2023-07-08", null, "a range is not one day")]
    [InlineData("1688601600", null, "a number is no date")]
    [InlineData("", null, "nothing")]
    public void A_given_date_is_read_when_it_is_complete_and_unambiguous(string given, string? date, string why) =>
        Assert.True(Iso(DateReader.TryRead(given)) == date, why);

    [Theory]
    [InlineData("Talks\n6 July 2023\n\nThey met.", "2023-07-06", "a line that is only a date")]
    [InlineData("Published: 2023-07-06\nThey met.", "2023-07-06", "a label")]
    [InlineData("**Date:** July 6, 2023\n", "2023-07-06", "a label in bold")]
    [InlineData("New York, 6 July 2023\n\nThey met.", "2023-07-06", "a place before it")]
    [InlineData("Washington, D.C., July 6, 2023\n", "2023-07-06", "a place in two parts")]
    [InlineData("MOSCOW, July 6, 2023 (Reuters) - Lavrov said that the talks went on.", "2023-07-06", "a report's dateline")]
    [InlineData("NEW YORK, July 6 (Reuters) - Lavrov said on 5 May 2023", null, "a dateline without a year")]
    [InlineData("They met on 6 July 2023 in New York.", null, "a date within a sentence is not the document's")]
    [InlineData("Опубликовано: 6 июля 2023\nТекст", "2023-07-06", "a label in Russian")]
    [InlineData("1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n6 July 2023\n", null, "below the head of the text")]
    public void A_date_line_stands_at_the_head_of_a_text(string text, string? date, string why) =>
        Assert.True(Iso(DateLine.Find(text)) == date, why);

    [Fact]
    public void No_date_line_is_looked_for_below_the_first_paragraph() =>
        Assert.Null(DateLine.Find(new string('a', 250) + "\n\n6 July 2023\n"));

    [Theory]
    [InlineData("2023-07-06-talks.txt", "2023-07-06", "at the start")]
    [InlineData("news/20230706_talks.txt", "2023-07-06", "without dashes")]
    [InlineData("talks 2023.07.06.txt", "2023-07-06", "at the end")]
    [InlineData("cable-20230706T0930Z.txt", "2023-07-06", "with a time of day")]
    [InlineData("2023-07-06_on_2022-01-01.txt", "2023-07-06", "the one at the start is the file's")]
    [InlineData("on-2022-01-01-and-2023-07-06.txt", null, "two, and neither at the start")]
    [InlineData("000_39c18c7896545e1c.txt", null, "a hash")]
    [InlineData("a20230706b.txt", null, "within a word")]
    [InlineData("120230706.txt", null, "within a number")]
    [InlineData("2023-13-06.txt", null, "no such month")]
    [InlineData("2023-07.txt", null, "no day")]
    [InlineData("2023-07-06/talks.txt", null, "a folder's name is not the file's")]
    public void A_file_name_states_a_date(string path, string? date, string why) => Assert.True(Iso(FileNameDate.Find(path)) == date, why);

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("ENG", "en")]
    [InlineData("русский", "ru")]
    [InlineData("pt_BR", "pt")]
    [InlineData("ger", "de")]
    [InlineData("klingon", null)]
    [InlineData(null, null)]
    public void A_given_language_becomes_its_two_letter_code(string? given, string? code) => Assert.Equal(code, LanguageCode.Read(given));
}
