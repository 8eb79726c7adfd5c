using Bot.Answers;
using Bot.Text;
using Bot.Times;

namespace Bot.Tests.Answers;

public sealed class DayEvidenceTests
{
    private static readonly DayInterval Asked = new(new DateOnly(2021, 1, 1), new DateOnly(2023, 1, 1));

    [Theory]
    [InlineData(2021, 2022, true, false)]
    [InlineData(2020, 2024, false, false)] // holds it all, and is not within it
    [InlineData(2010, 2012, false, true)]
    [InlineData(2019, 2021, false, true)] // ends on the day before
    public void Days_lie_within_or_apart_from_those_asked(int from, int to, bool isWithin, bool isApart) =>
        Assert.Equal(new DayEvidence(isWithin, isApart, Unknown: false), DayEvidence.Of([Time(from, to)], Asked));

    [Fact]
    public void Where_no_days_are_asked_nothing_is_told() => Assert.Equal(default, DayEvidence.Of([Time(2021, 2022)], asked: null));

    [Fact]
    public void Where_none_are_known_that_is_told() => Assert.True(DayEvidence.Of([Time(2021, 2022) with { Interval = null }], Asked).Unknown);

    [Fact]
    public void From_and_to_are_one_stretch() => Assert.Equal(Asked, DayEvidence.Hull([Time(2021, 2022), Time(2022, 2023)]));

    private static TimeExpression Time(int from, int to) =>
        new(new TextSpan(0, 1), TimeType.Date, $"{from}", new DayInterval(new DateOnly(from, 1, 1), new DateOnly(to, 1, 1)), null);
}
