namespace Bot.Tests;

public sealed class AnnotatorTests
{
    [Theory]
    [InlineData("July 10, 2023\nHe left yesterday.", null, "2023-07-09")]
    [InlineData("July 10, 2023\nHe left yesterday.", "2024-03-01", "2024-02-29")]
    [InlineData("He left yesterday.", null, "XXXX-XX-XX")]
    public void A_text_without_a_date_is_read_from_the_date_at_its_head(string text, string? date, string expected)
    {
        var annotated = Annotator.Annotate("1", text, date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd"));

        Assert.Equal(expected, annotated.Times[^1].Value);
    }
}
