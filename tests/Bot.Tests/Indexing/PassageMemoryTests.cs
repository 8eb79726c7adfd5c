using Bot.Indexing;
using Bot.Passages;
using Bot.Text;

namespace Bot.Tests.Indexing;

public sealed class PassageMemoryTests
{
    [Fact]
    public void A_passage_is_known_by_its_segment_and_its_place_there()
    {
        var memory = new PassageMemory();
        var (a, b) = (Passage(), Passage());
        memory.Add(1, 7, a);
        memory.Add(2, 7, b);
        Assert.Same(a, memory.Find(1, 7));
        Assert.Same(b, memory.Find(2, 7));
        Assert.Null(memory.Find(1, 8));
    }

    [Fact]
    public void What_is_asked_for_stays_and_what_is_not_drops_out()
    {
        var memory = new PassageMemory();
        var asked = Passage();
        memory.Add(1, 0, asked);
        memory.Add(1, 1, Passage());
        for (var i = 2; i < 20_000; i++)
        {
            memory.Add(1, i, Passage());
            Assert.Same(asked, memory.Find(1, 0));
        }
        Assert.Null(memory.Find(1, 1));
    }

    private static IndexedPassage Passage() => new(
        new BriefingId("a"), "main", TextHash.Of(""), "en", null, 0, new Passage(0, default, [], new Annotations([], [], [], [], [])));
}
