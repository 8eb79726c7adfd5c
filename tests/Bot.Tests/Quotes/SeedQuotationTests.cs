using Bot.Quotes;
using Bot.Text;

namespace Bot.Tests.Quotes;

public class SeedQuotationTests
{
    private const string Lukashenko = "Alexander Lukashenko";

    private static readonly IReadOnlyList<Quotation> All = QuotationFinder.Find(
        SentenceSplitter.Split(Seed.Text, "en"),
        Named.In(Seed.Text, "Sergey Lavrov", Lukashenko, "Richard Haass", "Charles Kupchan", "Thomas Graham", "#Nbc News",
            "#Council on Foreign Relations", "#National Security Council", "@Russia", "@Ukraine", "@New York", "@Minsk", "@Kiev"));

    [Fact]
    public void Lukashenko_said_all_four_quotations_and_no_more_are_direct() => Assert.Equal(
        [
            "“This is possible. Maybe not in September, but a little later. I don’t want to reveal anything, but Europeans are already talking about it: France, Germany,”",
            "“without preconditions”",
            "“We have to stop now. We have already done a lot of bad things, but it could be worse. Therefore we have to stop now, sit down at the negotiating table without preconditions. We have to decide everything at the negotiating table,”",
            "“Today you can talk to Ukraine and reach peace agreements. I mean Russia. After the so-called counter-offensive, the situation will change,”",
        ],
        All.Where(q => q.Direct && q.Speaker == Lukashenko).Select(q => $"“{q.Span.Slice(Seed.Text)}”"));

    [Fact]
    public void Every_direct_quotation_is_his() => Assert.All(All.Where(q => q.Direct), q => Assert.Equal(Lukashenko, q.Speaker));

    [Theory]
    [InlineData(Lukashenko, "peace talks could begin by the autumn")]
    [InlineData(Lukashenko, "Russia and Ukraine to now sit at the negotiating table “without preconditions”")]
    [InlineData(Lukashenko, "after the Kiev counter-offensive it will no longer be possible to do so")]
    [InlineData(Lukashenko, "this possibility will no longer exist after the Ukrainian counter-offensive")]
    [InlineData("two of the sources", "The former officials involved briefed the National Security Council on what transpired from the talks")]
    [InlineData("Nbc News", "Covert US-Russia talks aimed at laying the groundwork for potential negotiations to end the war in Ukraine they were to be held in April in New York")]
    public void What_is_reported_is_the_clause_without_its_source(string speaker, string clause) =>
        Assert.Contains(All, q => !q.Direct && q.Speaker == speaker && q.Span.Slice(Seed.Text).SequenceEqual(clause));

    [Fact]
    public void Nothing_else_is_reported() => Assert.Equal(6, All.Count(q => !q.Direct));

    [Fact]
    public void A_speaker_is_read_from_words_in_the_text() =>
        Assert.Contains(All, q => q.Direct && q.SpeakerSpan!.Value.Slice(Seed.Text).SequenceEqual("she"));
}
