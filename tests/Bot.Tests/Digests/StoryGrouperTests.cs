using Bot.Digests;

namespace Bot.Tests.Digests;

public class StoryGrouperTests
{
    private const string Report =
        "Russian Foreign Minister Sergey Lavrov arrived in Nairobi on Monday for talks with Kenyan President William Ruto on trade and grain deliveries, "
        + "the foreign ministry said. The two men met behind closed doors for ninety minutes and agreed to double trade within five years. "
        + "Lavrov declined to answer questions about the grain deal before he left for Burundi.";

    /// <summary>Pairs by which the share of shingles was set: what outlets do to one report, and what only speaks of the same.</summary>
    public static TheoryData<string, string, string> SameStory => new()
    {
        { Report, Report, "printed as it came" },
        { Report, "NAIROBI - " + Report + " Reporting by our correspondent.", "with a dateline and a line of its own" },
        { Report, "Kenya and Russia want to trade more. " + Report, "with a sentence of its own before it" },
        { Report, Report[..(Report.IndexOf("Lavrov declined", StringComparison.Ordinal) - 1)], "cut from below" },
        {
            Report,
            "Sergey Lavrov, the Russian foreign minister, arrived in Nairobi on Monday for talks with Kenyan President William Ruto on trade and grain deliveries. "
                + "They met behind closed doors for ninety minutes and agreed to double trade within five years, the ministry said. "
                + "Lavrov declined to answer questions about the grain deal before he left for Burundi.",
            "edited in each sentence"
        },
    };

    public static TheoryData<string, string, string> OtherStory => new()
    {
        {
            Report,
            "Russian Foreign Minister Sergey Lavrov arrived in Bujumbura on Tuesday for talks with his Burundian counterpart. He praised the country's stand on the war "
                + "and promised scholarships for students. A state dinner was to follow in the evening, and Lavrov was to fly on to Maputo.",
            "the same man the day after"
        },
        {
            Report,
            "Ruto welcomed the top Russian diplomat in his office. An hour and a half later both came out smiling: commerce is to grow twofold. About wheat not a word was said.",
            "the same talks in words of another reporter"
        },
        { Report, "Charles Kupchan flew to Vienna on Friday and spoke at the Diplomatic Academy before some 200 students.", "nothing of it" },
        { "The foreign ministry said on Monday that Lavrov had left.", "The foreign ministry said on Monday that talks had failed.", "two short reports with the same opening" },
        { "", "", "nothing at all" },
    };

    [Theory]
    [MemberData(nameof(SameStory))]
    public void One_report_in_two_outlets_is_one_story(string one, string other, string reason) => Assert.True(IsSame(one, other), reason);

    [Theory]
    [MemberData(nameof(OtherStory))]
    public void Two_reports_are_two_stories(string one, string other, string reason) => Assert.False(IsSame(one, other), reason);

    [Fact]
    public void A_story_goes_from_outlet_to_outlet()
    {
        var middle = string.Join(". ", Report.Split(". ").Skip(1)) + " Burundi is the last stop of his journey through Africa, which began in Pretoria a week ago.";
        Assert.Equal([0, 0, 2], StoryGrouper.Group([.. new[] { Report, middle, "Graham teaches at Yale and writes about Moscow and its neighbours." }.Select(StoryGrouper.Shingles)]));
    }

    [Fact]
    public void What_is_not_told_of_joins_no_stories_and_what_was_told_takes_its_story_along()
    {
        const string End = "Burundi is the last stop of his journey through Africa, which began in Pretoria a week ago.";
        var middle = string.Join(". ", Report.Split(". ").Skip(1)) + " " + End;
        var grouper = new StoryGrouper([.. new[] { Report, middle, End }.Select(StoryGrouper.Shingles)]);
        Assert.Equal([0, 0, 0], grouper.Group([], _ => true));
        Assert.Equal([0, -1, 2], grouper.Group([], text => text != 1));
        Assert.Equal([-1, -1, -1], grouper.Group([StoryGrouper.Shingles(Report)], _ => true));
        Assert.Equal([-1, -1, 2], grouper.Group([StoryGrouper.Shingles(Report)], text => text != 1));
    }

    private static bool IsSame(string one, string other) => StoryGrouper.Group([StoryGrouper.Shingles(one), StoryGrouper.Shingles(other)]) is [0, 0];
}
