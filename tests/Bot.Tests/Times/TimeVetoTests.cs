namespace Bot.Tests.Times;

public sealed class TimeVetoTests
{
    public static TheoryData<string> NoTimes { get; } =
    [
        "Prime Minister April Jones spoke.", "Theresa May said so.", "May said it was over.", "It may rain.", "They march on.", "March on Washington!",
        "The fall of Kabul was quick.", "Prices fall.", "The Sun reported it.", "He sat down.", "2000 people died.", "About 2,000 soldiers.",
        "The Boeing 747 and the A380.", "Flight 1549 landed.", "Resolution 1973 passed.", "He lives at 1600 Pennsylvania Avenue.", "It cost $2000.",
        "It rose by 2000%.", "Decree 2005-981 was signed.", "The 6th Army retreated.", "They won 3:2.", "The future of Europe is open.",
        "He works at LA Weekly.", "A daily necessity.", "The Winter Olympics opened.", "As soon as possible.", "COVID-19 spread.", "The second half of the match.",
    ];

    [Theory, MemberData(nameof(NoTimes))]
    public void What_only_looks_like_a_time_is_none(string text) => Assert.Equal("nothing", TimeTable.Read(text, "2023-07-05"));

    [Theory]
    [InlineData("Theresa May left in May.", "May = 2023-05 (2023-05-01..2023-06-01)")]
    [InlineData("The fall of Kabul in the fall of 2021.", "the fall of 2021 = 2021-FA (2021-09-01..2021-12-01)")]
    [InlineData("They will march in March.", "March = 2024-03 (2024-03-01..2024-04-01)")]
    public void The_same_word_is_a_time_where_it_is_used_as_one(string text, string expected) => Assert.Equal(expected, TimeTable.Read(text, "2023-07-05"));
}
