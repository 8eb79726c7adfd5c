namespace Bot.Tests.Times;

public sealed class ExplicitDateTests
{
    public static TheoryData<string, string, string, string> Dates { get; } = TimeTable.Rows("""
        They met on 6 July 2023. | - | 6 July 2023 = 2023-07-06 (2023-07-06) | day, month, year
        They met on July 6, 2023. | - | July 6, 2023 = 2023-07-06 (2023-07-06) | month, day, year
        They met on July 6th, 2023. | - | July 6th, 2023 = 2023-07-06 (2023-07-06) | an ordinal day
        They met on Jul. 6, 2023. | - | Jul. 6, 2023 = 2023-07-06 (2023-07-06) | an abbreviated month
        They met on the 6th of July 2023. | - | the 6th of July 2023 = 2023-07-06 (2023-07-06) | the day with its article
        They met on the twenty-second of July 2023. | - | the twenty-second of July 2023 = 2023-07-22 (2023-07-22) | a day in words
        They met on Thursday, July 6, 2023. | - | Thursday, July 6, 2023 = 2023-07-06 (2023-07-06) | the weekday belongs to the date
        They met on 2023-07-06. | - | 2023-07-06 = 2023-07-06 (2023-07-06) | ISO 8601
        Posted 2023-07-06T10:00:00Z. | - | 2023-07-06T10:00:00Z = 2023-07-06T10:00 (2023-07-06) | ISO 8601 with a clock time
        They met on 13/07/2023. | - | 13/07/2023 = 2023-07-13 (2023-07-13) | 13 is no month
        They met on 07/13/2023. | - | 07/13/2023 = 2023-07-13 (2023-07-13) | 13 is no month, American order
        They met on 06.07.2023. | - | 06.07.2023 = 2023-07-06 (2023-07-06) | full stops mean day first
        They met on 06/07/2023. | - | 06/07/2023 = 2023-XX-XX (2023-01-01..2024-01-01) | June or July: only the year is sure
        They met on 06-Jul-2023. | - | 06-Jul-2023 = 2023-07-06 (2023-07-06) | month name between hyphens
        MAY 5, 2022 | - | MAY 5, 2022 = 2022-05-05 (2022-05-05) | a headline in capitals
        It fell on February 29, 2024. | - | February 29, 2024 = 2024-02-29 (2024-02-29) | a leap day
        It was July 4th, 1776. | - | July 4th, 1776 = 1776-07-04 (1776-07-04) | long ago
        It began in July 2023. | - | July 2023 = 2023-07 (2023-07-01..2023-08-01) | a month
        It began in December 2023. | - | December 2023 = 2023-12 (2023-12-01..2024-01-01) | a month at the year's end
        It began in 2023-07. | - | 2023-07 = 2023-07 (2023-07-01..2023-08-01) | ISO month
        It began in 2023. | - | 2023 = 2023 (2023-01-01..2024-01-01) | a year
        It was in the 1990s. | - | 1990s = 199 (1990-01-01..2000-01-01) | a decade is three digits in TIMEX3
        It was in the '90s. | - | '90s = 199 (1990-01-01..2000-01-01) | a short decade
        It was in the early 1990s. | - | early 1990s = 199 (1990-01-01..2000-01-01) | the value is the decade's
        It was out in mid-2022. | - | mid-2022 = 2022 (2022-01-01..2023-01-01) | the value is the year's
        A 19th century house. | - | 19th century = 18 (1800-01-01..1900-01-01) | a century is two digits in TIMEX3
        The late nineteenth century. | - | late nineteenth century = 18 (1800-01-01..1900-01-01) | a century in words
        It grew in the first quarter of 2022. | - | the first quarter of 2022 = 2022-Q1 (2022-01-01..2022-04-01) | a quarter
        It grew in Q3 2022. | - | Q3 2022 = 2022-Q3 (2022-07-01..2022-10-01) | a quarter's short form
        It grew in the second half of 2022. | - | the second half of 2022 = 2022-H2 (2022-07-01..2023-01-01) | half a year
        Profits of FY2022 fell. | - | FY2022 = FY2022 | its days differ by country: unknown, not wrong
        Profits of fiscal year 2022 fell. | - | fiscal year 2022 = FY2022 | the same in words
        In the second quarter of fiscal 2022. | - | the second quarter of fiscal 2022 = FY2022-Q2 | no quarter of the calendar
        In the 2022-23 academic year. | - | 2022-23 academic year = 2022/2023 (2022-01-01..2024-01-01) | within both years
        In the spring semester of 2022. | - | the spring semester of 2022 = 2022-SP | it begins in January in one place, in March in another
        In the autumn of 2022. | - | the autumn of 2022 = 2022-FA (2022-09-01..2022-12-01) | a season
        In the winter of 2022. | - | the winter of 2022 = 2022-WI (2022-01-01..2023-03-01) | January 2022 or December 2022
        In fall 2022. | - | fall 2022 = 2022-FA (2022-09-01..2022-12-01) | American autumn
        At the end of 2024. | - | 2024 = 2024 (2024-01-01..2025-01-01) | the end is told in the note
        On Christmas Day 2021. | - | Christmas Day 2021 = 2021-12-25 (2021-12-25) | a holiday of a fixed day
        On New Year's Eve 2021. | - | New Year's Eve 2021 = 2021-12-31 (2021-12-31) | the last day of the year
        From 3 to 5 May 2022. | - | 3 = 2022-05-03 (2022-05-03); 5 May 2022 = 2022-05-05 (2022-05-05) | the first day takes the month of the second
        On May 3-5, 2022. | - | May 3 = 2022-05-03 (2022-05-03); 5, 2022 = 2022-05-05 (2022-05-05) | the second day takes the month, the first the year
        Between 2001 and 2004. | - | 2001 = 2001 (2001-01-01..2002-01-01); 2004 = 2004 (2004-01-01..2005-01-01) | both ends
        The war of 1916-1920. | - | 1916 = 1916 (1916-01-01..1917-01-01); 1920 = 1920 (1920-01-01..1921-01-01) | both ends of a hyphen
        In office 2001–04. | - | 2001 = 2001 (2001-01-01..2002-01-01); 04 = 2004 (2004-01-01..2005-01-01) | a short end takes the century
        From March to August 2011. | - | March = 2011-03 (2011-03-01..2011-04-01); August 2011 = 2011-08 (2011-08-01..2011-09-01) | the first month takes the year
        From November to March 2011. | - | November = 2010-11 (2010-11-01..2010-12-01); March 2011 = 2011-03 (2011-03-01..2011-04-01) | over the year's end
        At 8 p.m. on 6 July 2023. | - | 8 p.m. = 2023-07-06T20:00 (2023-07-06); 6 July 2023 = 2023-07-06 (2023-07-06) | the clock time takes its day
        In the evening of 6 July 2023. | - | the evening of 6 July 2023 = 2023-07-06TEV (2023-07-06) | a part of a day
        At 18:00 UTC. | - | 18:00 UTC = XXXX-XX-XXT18:00Z | no day is told
        In 1066, William won. | - | 1066 = 1066 (1066-01-01..1067-01-01) | an early year after a preposition
        In the year 71. | - | 71 = 0071 (0071-01-01..0072-01-01) | a year that is said to be one
        """);

    [Theory, MemberData(nameof(Dates))]
    public void A_stated_date_needs_no_document_date(string text, string date, string expected, string why) =>
        Assert.True(expected == TimeTable.Read(text, date), $"{why}: {TimeTable.Read(text, date)}");
}
