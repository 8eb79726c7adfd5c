using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.People;
using Bot.Text;
using CsCheck;

namespace Bot.Tests.People;

/// <summary>What changed from one snapshot of the index to the next is found in its segments, which merges replace.</summary>
public sealed class PeopleSourceTests : IDisposable
{
    /// <summary>What is done to the index before it is looked at again: a briefing put in, anew with another name, or removed; a merge.</summary>
    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, 12], Gen.Int[-2, PeopleCountTests.Names.Length - 1], Gen.Bool, Gen.Int[0, 15], (id, name, isOther, merges) => new Step(id, name, isOther, merges == 0));

    private readonly string folder = Directory.CreateTempSubdirectory("bot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void After_whatever_changes_the_people_are_those_of_the_snapshot_counted_from_nothing() => AnyStep.Array[1, 5].Array[1, 10].Sample(
        rounds =>
        {
            using var index = PassageIndex.OpenToWrite(Path.Combine(folder, Guid.NewGuid().ToString("N")), Guid.NewGuid(), lastRevision: 0);
            using var people = new PeopleSource(TimeProvider.System);
            foreach (var steps in rounds)
            {
                foreach (var step in steps) step.Do(index);
                index.Refresh();
                using var snapshot = index.Snapshot();
                foreach (var scope in new[] { Scope.Main, new Scope([Scope.MainCollection, "other"]) })
                {
                    var counted = PeopleCountTests.Of(snapshot.BriefingsNotIn(null, scope).Select(snapshot.PeopleOf));
                    PeopleCountTests.AssertSame(counted, people.Of(index, scope));
                }
            }
        },
        iter: 60, threads: 1);

    [Fact]
    public void A_snapshot_that_changes_nothing_has_the_same_directory()
    {
        using var index = PassageIndex.OpenToWrite(folder, Guid.NewGuid(), lastRevision: 0);
        using var people = new PeopleSource(TimeProvider.System);
        new Step(1, 1, IsOther: false, Merges: false).Do(index);
        index.Refresh();
        using (var before = index.Snapshot())
        {
            new Step(2, 2, IsOther: false, Merges: false).Do(index);
            index.Refresh();
            using var after = index.Snapshot();
            Assert.Single(after.BriefingsNotIn(before, Scope.Main));
            Assert.Empty(before.BriefingsNotIn(after, Scope.Main));
        }
        var directory = people.Of(index, Scope.Main);

        index.Refresh();

        Assert.False(people.IsCurrent(index, Scope.Main));
        Assert.Equal(directory.People, people.Of(index, Scope.Main).People);
        Assert.True(people.IsCurrent(index, Scope.Main));
    }

    private sealed record Step(int Id, int Name, bool IsOther, bool Merges)
    {
        public void Do(PassageIndex index)
        {
            var id = new BriefingId($"b{Id}");
            if (Name < 0) index.Remove(id);
            else index.Put(Briefing(id), IsOther ? "other" : Scope.MainCollection);
            if (!Merges) return;
            index.Refresh();
            index.Settle(most: 1);
        }

        private Briefing Briefing(BriefingId id)
        {
            var text = $"{PeopleCountTests.Names[Name]} told reporters in Geneva that talks with Sergey Lavrov had begun.";
            return new Briefing(id, text, new TextSpan(0, text.Length), "Talks", new DateOnly(2023, 7, 1 + Id), null, null, "en");
        }
    }
}
