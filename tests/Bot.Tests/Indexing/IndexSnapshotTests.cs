using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.Text;

namespace Bot.Tests.Indexing;

public sealed class IndexSnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_spelling_is_chosen_among_the_words_of_the_collections_that_may_be_seen()
    {
        using var index = PassageIndex.OpenToWrite(folder, Guid.NewGuid(), lastRevision: 0);
        Put(index, "a", "The envoys met in Minsk.", Scope.MainCollection);
        Put(index, "b", "The envoys met in Minks.", "other");
        Put(index, "c", "Minks were seen, and more minks.", "other");
        Put(index, "d", "Lavrov met the minister.", "other");
        index.Refresh();
        using var snapshot = index.Snapshot();
        var (other, both) = (new Scope(["other"]), new Scope([Scope.MainCollection, "other"]));

        Assert.Equal("minsk", snapshot.SpelledLike("minskk", Scope.Main));
        Assert.Equal("minsk", snapshot.SpelledLike("mimsk", both));
        Assert.Null(snapshot.SpelledLike("mimsk", other));
        Assert.Equal("lavrov", snapshot.SpelledLike("lavrof", other));
        Assert.Null(snapshot.SpelledLike("lavrof", Scope.Main));
        Assert.Null(snapshot.SpelledLike("lavrvo", Scope.Main));
        Assert.Null(snapshot.SpelledLike("lavrof", new Scope([])));
    }

    [Fact]
    public void After_much_was_read_few_segments_are_left_and_the_same_is_found()
    {
        using var index = PassageIndex.OpenToWrite(folder, Guid.NewGuid(), lastRevision: 0);
        for (var i = 0; i < 9; i++)
        {
            Put(index, $"b{i}", "The envoys met in Minsk.", Scope.MainCollection);
            index.Refresh();
        }
        Assert.False(index.Settle());
        Assert.Equal(9, index.Segments);

        Assert.True(index.Settle(most: 8));
        index.Refresh();

        Assert.InRange(index.Segments, 1, PassageIndex.FewSegments);
        using var snapshot = index.Snapshot();
        Assert.Equal(9, snapshot.Search(new PassageQuery(Scope.Main) { Words = [new QueryTerm("Minsk", ["minsk"])] }, 20).Count);
    }

    private static void Put(PassageIndex index, string id, string text, string collection) => index.Put(
        new Briefing(new BriefingId(id), text, new TextSpan(0, text.Length), "Talks", null, null, null, "en"), collection);
}
