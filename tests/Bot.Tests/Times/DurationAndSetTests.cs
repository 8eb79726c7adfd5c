namespace Bot.Tests.Times;

public sealed class DurationAndSetTests
{
    public static TheoryData<string, string, string, string> Times { get; } = TimeTable.Rows("""
        Talks dragged on for several hours. | - | several hours = PTXH | how many is not told
        It took two years. | - | two years = P2Y | years
        It took a decade. | - | a decade = P1DE | a decade
        It took 30 minutes. | - | 30 minutes = PT30M | minutes are of the clock
        It took three months. | - | three months = P3M | months are of the calendar
        It took half an hour. | - | half an hour = PT30M | half
        It took two and a half years. | - | two and a half years = P2.5Y | a fraction in words
        It took 1.5 years. | - | 1.5 years = P1.5Y | a fraction in digits
        It took twenty-five years. | - | twenty-five years = P25Y | a number in words
        It took a couple of weeks. | - | a couple of weeks = P2W | two
        A 12-hour flight. | - | 12-hour = PT12H | before a noun
        A fifty-year life. | - | fifty-year = P50Y | before a noun, in words
        A decades-long dispute. | - | decades-long = PXDE | how many is not told
        They waited for years. | - | years = PXY | a bare plural after for
        He won a second term. | - | nothing | an ordinal is no second
        A 55-year-old man. | - | nothing | an age is no time of what happened
        They meet every Monday. | 2023-07-05 | every Monday = XXXX-WXX-1 | any Monday
        They meet annually. | - | annually = P1Y | every year
        They meet twice a week. | - | twice a week = P1W | with how often
        They meet every two years. | - | every two years = P2Y | with a number
        They meet on Saturday mornings. | 2023-07-05 | Saturday mornings = XXXX-WXX-6TMO | any Saturday
        We have to stop now. | 2023-07-05 | now = PRESENT_REF | the present
        He recently left. | 2023-07-05 | recently = PAST_REF | the past
        He will soon leave. | 2023-07-05 | soon = FUTURE_REF | the future
        In the near future it may end. | - | the near future = FUTURE_REF | the future
        Not in September, but a little later. | - | September = XXXX-09; a little later = FUTURE_REF | later than September
        """);

    [Theory, MemberData(nameof(Times))]
    public void A_duration_a_set_and_a_vague_time_have_no_days(string text, string date, string expected, string why) =>
        Assert.True(expected == TimeTable.Read(text, date), $"{why}: {TimeTable.Read(text, date)}");
}
