using Bot.Digests;
using Bot.Text;

namespace Bot.Tests.Digests;

public class TextChangeTests
{
    private const string Before = "Lavrov met Ruto in Nairobi. They spoke for ninety minutes. He left on Tuesday.";

    [Theory]
    [InlineData(Before, null, null)]
    [InlineData("Lavrov met  Ruto\nin Nairobi. They spoke for ninety minutes. He left on Tuesday.", null, null)]
    [InlineData("Lavrov met Ruto in Nairobi. They spoke for sixty minutes. He left on Tuesday.", "They spoke for ninety minutes.", "They spoke for sixty minutes.")]
    [InlineData("Lavrov met Ruto in Nairobi. They spoke for ninety minutes.", "He left on Tuesday.", null)]
    [InlineData("Lavrov met Ruto in Nairobi. They spoke for ninety minutes. Grain was no topic. He left on Tuesday.", null, "Grain was no topic.")]
    public void A_correction_is_told_by_the_sentence_before_and_after(string now, string? before, string? after)
    {
        var change = TextChange.Between(Before, All(Before), now, All(now), "en");
        Assert.Equal(before, change?.Before?.Slice(Before).ToString());
        Assert.Equal(after, change?.After?.Slice(now).ToString());
    }

    private static TextSpan All(string text) => new(0, text.Length);
}
