using Bot.Mentions;

namespace Bot.Tests.Mentions;

public sealed class WordMemoryTests
{
    [Fact]
    public void What_is_remembered_has_room_for_every_kind() =>
        Assert.All(Enum.GetValues<WordKinds>(), kind => Assert.Equal(kind, (WordKinds)((ulong)kind & WordMemory.AllKinds)));

    [Fact]
    public void A_Cyrillic_first_name_is_one_with_a_capital_alone()
    {
        Assert.Equal(WordKinds.None, WordMemory.KindsOf("сергей", out _) & WordKinds.GivenName);
        Assert.Equal(WordKinds.GivenName, WordMemory.KindsOf("Сергей", out _) & WordKinds.GivenName);
        Assert.Equal(WordKinds.None, WordMemory.KindsOf("сергей", out _) & WordKinds.GivenName);
    }
}
