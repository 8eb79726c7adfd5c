using Bot.Indexing;
using CsCheck;

namespace Bot.Tests.Indexing;

public sealed class DocumentSetsTests
{
    private static readonly Gen<int[]> AnySet = Gen.Int[0, 60].Array[0, 40].Select(documents => documents.Distinct().Order().ToArray());

    private static readonly Gen<int[]> Targets = Gen.Int[0, 70].Array[1, 12].Select(targets => targets.Order().ToArray());

    [Fact]
    public void A_list_goes_to_the_first_document_from_the_target_on() => Gen.Select(AnySet, Targets).Sample((set, targets) =>
        Check(new DocumentList(set), set, targets));

    [Fact]
    public void Any_of_some_sets_is_their_union() => Gen.Select(AnySet.Array[1, 4], Targets).Sample((sets, targets) =>
        Check(new AnyOf([.. sets.Select(set => new DocumentList(set))]), [.. sets.SelectMany(set => set).Distinct().Order()], targets));

    [Fact]
    public void All_of_some_sets_are_what_they_share() => Gen.Select(AnySet.Array[1, 4], Targets).Sample((sets, targets) =>
        Check(new AllOf(sets.Select(set => new DocumentList(set))), [.. sets.Aggregate((a, b) => [.. a.Intersect(b)]).Order()], targets));

    private static void Check(IDocuments documents, int[] expected, int[] targets)
    {
        Assert.Equal(-1, documents.Document);
        var at = -1;
        foreach (var target in targets)
        {
            if (at < target) at = expected.Where(document => document >= target).DefaultIfEmpty(IDocuments.None).First();
            Assert.Equal(at, documents.Advance(target));
            Assert.Equal(at, documents.Document);
        }
    }

    [Fact]
    public void Step_by_step_it_gives_all() => AnySet.Sample(set =>
    {
        var (list, all) = (new DocumentList(set), new List<int>());
        while (list.Advance(list.Document + 1) != IDocuments.None) all.Add(list.Document);
        Assert.Equal(set, all);
    });
}
