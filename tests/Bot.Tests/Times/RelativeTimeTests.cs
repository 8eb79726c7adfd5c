namespace Bot.Tests.Times;

public sealed class RelativeTimeTests
{
    // 2023-07-05 is a Wednesday.
    public static TheoryData<string, string, string, string> Times { get; } = TimeTable.Rows("""
        He left yesterday. | 2023-07-05 | yesterday = 2023-07-04 (2023-07-04) | the day before writing
        He left yesterday. | 2024-03-01 | yesterday = 2024-02-29 (2024-02-29) | a leap day
        He left yesterday. | 2024-01-01 | yesterday = 2023-12-31 (2023-12-31) | the year changes
        He leaves tomorrow. | 2023-12-31 | tomorrow = 2024-01-01 (2024-01-01) | the year changes
        He left the day before yesterday. | 2023-07-05 | the day before yesterday = 2023-07-03 (2023-07-03) | two days
        He speaks today. | 2023-07-05 | today = 2023-07-05 (2023-07-05) | the day of writing
        He speaks today. | - | today = PRESENT_REF | nobody says which day that is
        He left yesterday. | - | yesterday = XXXX-XX-XX | nobody says which day that is
        He met them last Thursday. | 2023-07-05 | last Thursday = 2023-06-29 (2023-06-29) | the Thursday before
        Talks will be held on Friday. | 2023-07-05 | Friday = 2023-07-07 (2023-07-07) | will: ahead
        Talks were to be held on Friday. | 2023-07-05 | Friday = 2023-07-07 (2023-07-07) | were to be: ahead
        He said so on Friday. | 2023-07-05 | Friday = 2023-06-30 (2023-06-30) | said: back
        He said so on Wednesday. | 2023-07-05 | Wednesday = 2023-07-05 (2023-07-05) | agencies name the day of writing
        On Monday the leaders will meet. | 2023-07-05 | Monday = 2023-07-10 (2023-07-10) | the verb stands after it
        They have met since Monday. | 2023-07-05 | Monday = 2023-07-03 (2023-07-03) | since: back
        The vote is scheduled for Sunday. | 2023-07-05 | Sunday = 2023-07-09 (2023-07-09) | scheduled: ahead
        He leaves next Monday. | 2023-07-05 | next Monday = 2023-07-10 (2023-07-10) | next: ahead
        He met them last week. | 2023-07-05 | last week = 2023-W26 (2023-06-26..2023-07-03) | an ISO week
        He met them last week. | 2023-01-04 | last week = 2022-W52 (2022-12-26..2023-01-02) | an ISO week of the year before
        They meet this week. | 2023-07-05 | this week = 2023-W27 (2023-07-03..2023-07-10) | the week of writing
        They meet this weekend. | 2023-07-05 | this weekend = 2023-W27-WE (2023-07-08..2023-07-10) | two days
        They meet next month. | 2023-12-05 | next month = 2024-01 (2024-01-01..2024-02-01) | the year changes
        They met last month. | 2024-03-31 | last month = 2024-02 (2024-02-01..2024-03-01) | 31 March has no 31 February
        They met last year. | 2023-07-05 | last year = 2022 (2022-01-01..2023-01-01) | the year before
        They met last quarter. | 2023-02-05 | last quarter = 2022-Q4 (2022-10-01..2023-01-01) | the quarter before
        They met last summer. | 2023-07-05 | last summer = 2022-SU (2022-06-01..2022-09-01) | not the one we are in
        They meet this autumn. | 2023-07-05 | this autumn = 2023-FA (2023-09-01..2023-12-01) | of this year
        They met earlier this year. | 2023-07-05 | earlier this year = 2023 (2023-01-01..2024-01-01) | the year's value
        They met late last year. | 2023-07-05 | late last year = 2022 (2022-01-01..2023-01-01) | the year's value
        At the beginning of the year, he left. | 2023-07-05 | the beginning of the year = 2023 (2023-01-01..2024-01-01) | of the year we are in
        He left three days ago. | 2023-07-02 | three days ago = 2023-06-29 (2023-06-29) | over the month's end
        He left two weeks ago. | 2023-07-05 | two weeks ago = 2023-W25 (2023-06-19..2023-06-26) | as precise as a week
        He left two years ago. | 2023-07-05 | two years ago = 2021 (2021-01-01..2022-01-01) | as precise as a year
        He left a month ago. | 2023-01-15 | a month ago = 2022-12 (2022-12-01..2023-01-01) | the year changes
        He left years ago. | 2023-07-05 | years ago = PAST_REF | how many is not told
        He returns a week from now. | 2023-07-05 | a week from now = 2023-W28 (2023-07-10..2023-07-17) | ahead
        In the past five years it grew. | 2023-07-05 | the past five years = P5Y (2018-07-05..2023-07-05) | a stretch up to now
        It grew over the last 18 months. | 2023-07-05 | the last 18 months = P18M (2022-01-05..2023-07-05) | counted back by months
        It will grow in the next six months. | 2023-08-31 | the next six months = P6M (2023-08-31..2024-02-29) | a shorter month, leap year
        It grew over the past year. | 2024-02-29 | the past year = P1Y (2023-02-28..2024-02-29) | a leap day a year ago
        It grew in the past few days. | 2023-07-05 | the past few days = PXD | how many is not told
        He said so last night. | 2023-07-05 | last night = 2023-07-04TNI (2023-07-04) | the night before
        He said so this morning. | 2023-07-05 | this morning = 2023-07-05TMO (2023-07-05) | of the day of writing
        He will say so tonight. | 2023-07-05 | tonight = 2023-07-05TNI (2023-07-05) | of the day of writing
        He said so on Monday evening. | 2023-07-05 | Monday evening = 2023-07-03TEV (2023-07-03) | a part of a weekday
        He left in October. | 2023-07-05 | October = 2022-10 (2022-10-01..2022-11-01) | past: last year's
        He will leave in October. | 2023-07-05 | October = 2023-10 (2023-10-01..2023-11-01) | future: this year's
        He will leave in May. | 2023-07-05 | May = 2024-05 (2024-05-01..2024-06-01) | future: next year's
        It flew on 11 December. | 2010-01-25 | 11 December = 2009-12-11 (2009-12-11) | the nearest, the year before
        It was moved to June 17. | 2009-06-09 | June 17 = 2009-06-17 (2009-06-17) | next week rather than a year ago
        It was held on February 29. | 2023-07-05 | February 29 = 2020-02-29 (2020-02-29) | only leap years have it
        They meet on Monday, 3 July. | 2024-07-01 | Monday, 3 July = 2023-07-03 (2023-07-03) | only in 2023 was it a Monday
        They met in July last year. | 2023-07-05 | July last year = 2022-07 (2022-07-01..2022-08-01) | the year by words
        He left in April. | - | April = XXXX-04 | no year is invented
        He left on April 6. | - | April 6 = XXXX-04-06 | no year is invented
        He left on Friday. | - | Friday = XXXX-WXX-5 | no week is invented
        He left in the third quarter. | - | the third quarter = XXXX-Q3 | no year is invented
        He left last year. | - | last year = XXXX | no year is invented
        Maybe not in September. | - | September = XXXX-09 | negated, and still named
        Maybe not in September. | 2023-07-05 | September = 2023-09 (2023-09-01..2023-10-01) | the nearest
        He left in 1955. The following year he died. | 2023-07-05 | 1955 = 1955 (1955-01-01..1956-01-01); The following year = 1956 (1956-01-01..1957-01-01) | from the year before it
        He left on 31 December 2022. The next day he died. | 2023-07-05 | 31 December 2022 = 2022-12-31 (2022-12-31); The next day = 2023-01-01 (2023-01-01) | from the day before it
        He came on 6 July 2023. The day before, he had left. | - | 6 July 2023 = 2023-07-06 (2023-07-06); The day before = 2023-07-05 (2023-07-05) | the day before the named one
        He came on 6 July 2023. Two weeks later, he left. | - | 6 July 2023 = 2023-07-06 (2023-07-06); Two weeks later = 2023-07-20 (2023-07-20) | as precise as the day it counts from
        He came in 2020. That day he left. | - | 2020 = 2020 (2020-01-01..2021-01-01); That day = XXXX-XX-XX | a year tells no day
        He resigned in 1943. In March he returned. | 2023-07-05 | 1943 = 1943 (1943-01-01..1944-01-01); March = 1943-03 (1943-03-01..1943-04-01) | the story goes on in 1943
        It opened in 2003, and as of February it grew. | 2008-04-09 | 2003 = 2003 (2003-01-01..2004-01-01); February = 2008-02 (2008-02-01..2008-03-01) | as of: near the day of writing
        In April 2020 he won. In the same month he left. | - | April 2020 = 2020-04 (2020-04-01..2020-05-01); the same month = 2020-04 (2020-04-01..2020-05-01) | the month before it
        The day before the talks, he left. | 2023-07-05 | nothing | only the talks tell which day
        After the so-called counter-offensive, it will change. | 2023-07-05 | nothing | an event is no date
        """);

    [Theory, MemberData(nameof(Times))]
    public void A_relative_time_is_read_from_what_it_is_relative_to(string text, string date, string expected, string why) =>
        Assert.True(expected == TimeTable.Read(text, date), $"{why}: {TimeTable.Read(text, date)}");
}
