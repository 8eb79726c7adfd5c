using Bot.Text;
using Bot.Times;
using CsCheck;

namespace Bot.Tests.Times;

public sealed class TimeExpressionFinderTests
{
    [Fact]
    public void The_seed_names_nine_times_and_no_year() => Assert.Equal(
        "April = XXXX-04; several hours = PTXH; the autumn = XXXX-FA; September = XXXX-09; a little later = FUTURE_REF; "
        + "now = PRESENT_REF; now = PRESENT_REF; now = PRESENT_REF; Today = PRESENT_REF",
        TimeTable.Read(Seed.Text, "-"));

    [Theory]
    [InlineData("He left in April.", "year not stated")]
    [InlineData("He left on Friday.", "which week is not stated")]
    [InlineData("He left yesterday.", "relative to an unknown date")]
    [InlineData("He left that day.", "relative to a time that the text does not date")]
    [InlineData("He left at 8 pm.", "day not stated")]
    [InlineData("He left in early 2009.", "its early part")]
    [InlineData("He left by the end of 2009.", "its late part")]
    [InlineData("He left in 2009.", null)]
    public void A_note_says_what_is_missing(string text, string? note) =>
        Assert.Equal(note, TimeExpressionFinder.Find(SentenceSplitter.Split(text, "en"), null).Single().Note);

    [Theory]
    [InlineData("He left in 2009.", TimeType.Date)]
    [InlineData("He left at 8 pm.", TimeType.Time)]
    [InlineData("It took two years.", TimeType.Duration)]
    [InlineData("Every Monday he left.", TimeType.Set)]
    internal void Each_expression_has_one_of_the_types_of_TIMEX3(string text, TimeType type) =>
        Assert.Equal(type, TimeExpressionFinder.Find(SentenceSplitter.Split(text, "en"), null).Single().Type);

    [Fact]
    public void Any_words_in_any_order_give_spans_in_order_within_the_text()
    {
        string[] words =
        [
            "the", "a", "of", "in", "at", "on", "to", "and", "May", "3", "31", "2022", "99", "1,000", "'", "s", "-", "–", "/", ".", ":", ",", "last", "next", "this", "that",
            "year", "day", "weeks", "century", "Friday", "morning", "early", "mid", "end", "ago", "later", "every", "twice", "Q", "FY", "th", "first", "half", "quarter", "autumn",
            "yesterday", "will", "held", "pm", "T", "Z", "20000", "9999", "0001", "hundred", "\ud800", "\u0301", "six", "before", "Christmas", "New", "Year",
        ];
        Gen.Select(Gen.Int[0, words.Length - 1].Array[0, 14], Gen.Bool.Array[14], Gen.Date).Sample((picked, spaced, date) =>
        {
            var text = string.Concat(picked.Select((word, at) => words[word] + (spaced[at] ? " " : "")));
            var end = 0;
            foreach (var time in TimeExpressionFinder.Find(SentenceSplitter.Split(text, "en"), DateOnly.FromDateTime(date)))
            {
                Assert.True(time.Span.Start >= end && time.Span.Length > 0 && time.Span.End <= text.Length);
                Assert.True(time.Interval is not { } days || days.From < days.To);
                end = time.Span.End;
            }
        }, iter: 20_000);
    }

    [Theory]
    [InlineData('1')]
    [InlineData('a')]
    [InlineData('-')]
    [InlineData('\'')]
    [InlineData(' ')]
    [InlineData('\ud800')]
    [InlineData('\0')]
    public void A_text_of_one_character_is_read_to_its_end(char character) =>
        Assert.Empty(TimeExpressionFinder.Find(SentenceSplitter.Split(new string(character, 300_000), "en"), null));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void The_ends_of_the_calendar_are_no_error(string date)
    {
        var text = "Last week, next week, yesterday, tomorrow, this weekend, the past 9999 years, the next century, on Friday, in May, 300000 days ago, last winter, "
            + "the 9990s, 31 December 9999, February 29, last decade, next decade, the next 99999 months.";
        Assert.NotEqual("nothing", TimeTable.Read(text, date));
    }
}
