using Bot.Text;

namespace Bot.Tests.Text;

public class VisibleTextTests
{
    [Theory]
    [InlineData("talks", 5, "talks")]
    [InlineData("talks", 4, "tal…")]
    [InlineData("ab\U0001F54Acd", 4, "ab…")] // three letters would end within the dove
    [InlineData("ab\U0001F54Acd", 5, "ab\U0001F54A…")]
    public void No_surrogate_pair_is_cut(string text, int most, string shortened) => Assert.Equal(shortened, VisibleText.Shorten(text, most));
}
