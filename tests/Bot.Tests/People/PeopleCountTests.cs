using Bot.Indexing;
using Bot.Mentions;
using Bot.People;
using CsCheck;

namespace Bot.Tests.People;

/// <summary>The directory is changed where briefings change: it must be the same as one that is counted from nothing.</summary>
public class PeopleCountTests
{
    /// <summary>Names that become one person and two again, as others come and go.</summary>
    internal static readonly string[] Names =
    [
        "Trump", "Donald Trump", "Donald J. Trump", "Donald John Trump", "Donald K. Trump", "Ivanka Trump", "Donald John Edward Trump",
        "Lavrov", "Sergey Lavrov", "Sergei Lavrov", "Лавров", "Сергей Лавров", "Macron", "Emmanuel Macron", "Brigitte Macron",
        "Alexander Lukashenko", "Lukashenko", "Viktor Lukashenko", "Thomas Graham", "Graham", "Richard Haass", "'",
    ];

    private static readonly Gen<BriefingPeople> AnyBriefing = Gen.Select(
        Gen.Int[0, 5], Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[1, 3], Gen.Bool).Array[1, 4],
        (day, people) => new BriefingPeople(
            day == 0 ? null : new DateOnly(2023, 7, day),
            [.. people.DistinctBy(one => one.Item1).Select(one => new BriefingPerson(Names[one.Item1], one.Item2, one.Item3))]));

    /// <summary>Some briefings come, and of those that are there some go.</summary>
    private static readonly Gen<(BriefingPeople[] Come, int[] Gone)> AnyChange = Gen.Select(AnyBriefing.Array[0, 4], Gen.Int[0, 100].Array[0, 4]);

    [Fact]
    public void Whatever_comes_and_goes_the_directory_is_the_one_that_is_counted_from_nothing() => AnyChange.Array[1, 12].Sample(
        changes =>
        {
            var (count, directory, there) = (new PeopleCount(), PeopleDirectory.Empty, new List<BriefingPeople>());
            foreach (var (come, gone) in changes)
            {
                foreach (var briefing in come) count.Add(briefing);
                there.AddRange(come);
                foreach (var number in gone.Where(_ => there.Count > 0))
                {
                    count.Remove(there[number % there.Count]);
                    there.RemoveAt(number % there.Count);
                }
                directory = directory.With(count.TakeChange());
                AssertSame(Of(there), directory);
            }
        },
        iter: 1_000);

    [Fact]
    public void Only_the_people_of_surnames_that_a_change_touches_are_made_anew()
    {
        var count = new PeopleCount();
        count.Add(new BriefingPeople(null, [new BriefingPerson("Thomas Graham", 1, false), new BriefingPerson("Sergey Lavrov", 1, false)]));
        count.TakeChange();

        count.Add(new BriefingPeople(null, [new BriefingPerson("Lavrov", 1, false)]));
        var (gone, come) = count.TakeChange();

        Assert.Equal(["sergei lavrov"], Assert.Single(gone).Keys);
        Assert.Equal(["sergei lavrov", "lavrov"], Assert.Single(come).Keys);
    }

    internal static PeopleDirectory Of(IEnumerable<BriefingPeople> briefings)
    {
        var count = new PeopleCount();
        foreach (var briefing in briefings) count.Add(briefing);
        return PeopleDirectory.Empty.With(count.TakeChange());
    }

    internal static void AssertSame(PeopleDirectory expected, PeopleDirectory directory)
    {
        Assert.Equal(expected.People, directory.People);
        foreach (var name in Names.Append(""))
        {
            Assert.Equal(expected.Named(name), directory.Named(name));
            Assert.Equal(expected.SpelledLike(name, 5), directory.SpelledLike(name, 5));
            Assert.Equal(expected.WithKey(NameFolding.Fold(name)), directory.WithKey(NameFolding.Fold(name)));
            var typed = name[..Math.Min(1, name.Length)];
            Assert.Equal(expected.StartingWith(typed, speakersOnly: false), directory.StartingWith(typed, speakersOnly: false));
        }
    }
}
