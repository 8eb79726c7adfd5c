using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.Text;
using Bot.Times;
using CsCheck;

namespace Bot.Tests.Indexing;

/// <summary>The search reads no more postings than it must: what it leaves out may change nothing.</summary>
public sealed class RankedSearchTests : IDisposable
{
    private static readonly string[] Words = ["oslo", "geneva", "minsk", "cairo", "lima", "quito"];

    private static readonly DateOnly FirstDay = new(2023, 7, 1);

    // Low numbers come up more often: as in texts, some words are common and some are rare.
    private static readonly Gen<int> AnyWord = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Words.Length - 1], Math.Min);

    private static readonly Gen<Written> AnyBriefing = Gen.Select(
        Gen.Int[0, 30], Gen.Bool, Gen.Bool, Gen.Int[0, 6], AnyWord, AnyWord.Array[1, 9], (id, isOther, isDated, day, title, words) =>
            new Written(id, isOther ? "other" : Scope.MainCollection, day == 0 ? null : FirstDay.AddDays(day), title, words, isDated));

    private static readonly Gen<Asked> AnyQuery = Gen.Select(
        AnyWord.Array[1, 4], Gen.Enum<RequiredWords>(), Gen.Bool, Gen.Bool, Gen.Int[0, 8],
        (words, required, both, isDated, from) => new Asked([.. words.Distinct()], required, both, isDated, from > 5 ? null : from));

    private readonly string folder = Directory.CreateTempSubdirectory("bot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_best_are_the_first_of_all_and_all_are_those_that_the_query_allows() =>
        Gen.Select(AnyBriefing.Array[1, 60], AnyQuery.Array[1, 6], Gen.Bool).Sample(
            (written, queries, isShared) =>
            {
                var place = Path.Combine(folder, Guid.NewGuid().ToString("N"));
                using var index = PassageIndex.OpenToWrite(place, Guid.NewGuid(), lastRevision: 0);
                foreach (var (briefing, i) in written.Select((briefing, i) => (briefing, i)))
                {
                    index.Put(briefing.Briefing, briefing.Collection);
                    // Several segments, and in most of them deleted documents.
                    if (i % 9 == 8) index.Refresh();
                }
                index.Refresh();
                // By one core, or by all of them.
                using var snapshot = index.Snapshot(fewDocuments: isShared ? 0 : int.MaxValue);
                var last = written.GroupBy(briefing => briefing.Id).Select(versions => versions.Last()).ToList();
                foreach (var asked in queries) Check(asked, last, snapshot);
            },
            iter: 150, threads: 1);

    private static void Check(Asked asked, List<Written> briefings, IndexSnapshot snapshot)
    {
        var scope = asked.BothCollections ? new Scope(["other", Scope.MainCollection]) : Scope.Main;
        var query = new PassageQuery(scope)
        {
            Words = [.. asked.Words.Select(word => new QueryTerm(Words[word], [Words[word]]))],
            Required = asked.Required,
            Holds = asked.IsDated ? PassageFields.Times : null,
            Period = asked.From is { } day ? new DayInterval(FirstDay.AddDays(day), FirstDay.AddDays(day + 2)) : null,
        };
        var allowed = briefings.Where(briefing => scope.Sees(briefing.Collection)
            && (briefing.IsDated || !asked.IsDated)
            && (query.Period is not { } period || (briefing.Day >= period.From && briefing.Day < period.To))
            && asked.Required switch
            {
                RequiredWords.All => asked.Words.All(briefing.Has),
                RequiredWords.None when asked.IsDated => true,
                _ => asked.Words.Any(briefing.Has),
            });

        var all = snapshot.Search(query, 1_000);

        Assert.Equal(allowed.Select(briefing => briefing.Name).Order(StringComparer.Ordinal), all.Select(NameOf).Order(StringComparer.Ordinal));
        Assert.Equal(all.OrderByDescending(hit => hit.Score).ThenBy(NameOf, StringComparer.Ordinal).Select(NameOf), all.Select(NameOf));
        Assert.Equal(all.Count, snapshot.Count(query).Passages);
        Assert.Equal(all.Count, snapshot.Count(query).Briefings);
        foreach (var limit in new[] { 1, 2, 5 })
        {
            Assert.Equal(all.Take(limit).Select(hit => (NameOf(hit), hit.Score)), snapshot.Search(query, limit).Select(hit => (NameOf(hit), hit.Score)));
        }
    }

    [Fact]
    public void A_passage_scores_by_how_rare_the_word_is_and_how_often_it_stands_there()
    {
        using var index = PassageIndex.OpenToWrite(folder, Guid.NewGuid(), lastRevision: 0);
        // Four words each: a length that the index keeps exactly, and the mean of all.
        index.Put(new Written(1, Scope.MainCollection, null, 5, [0, 1, 2, 3], false).Briefing, Scope.MainCollection);
        index.Put(new Written(2, Scope.MainCollection, null, 5, [0, 0, 4, 4], false).Briefing, Scope.MainCollection);
        index.Refresh();
        using var snapshot = index.Snapshot();

        var hits = snapshot.Search(new PassageQuery(Scope.Main) { Words = [new QueryTerm(Words[0], [Words[0]])] }, 10);

        // ln(1 + (2 - 2 + 0.5) / (2 + 0.5)), by 2.2 × tf / (tf + 1.2).
        Assert.Equal([("b02", 0.18232 * 4.4 / 3.2), ("b01", 0.18232)], hits.Select(hit => (NameOf(hit), hit.Score)), (expected, actual) =>
            expected.Item1 == actual.Item1 && Math.Abs(expected.Item2 - actual.Item2) < 0.0001);
    }

    private static string NameOf(Hit hit) => hit.Passage.Briefing.Value;

    private sealed record Asked(int[] Words, RequiredWords Required, bool BothCollections, bool IsDated, int? From);

    private sealed record Written(int Id, string Collection, DateOnly? Day, int Title, int[] Text, bool IsDated)
    {
        public string Name => $"b{Id:00}";

        public Briefing Briefing { get; } = Make(Id, Day, Title, Text, IsDated);

        public bool Has(int word) => Title == word || Text.Contains(word);

        private static Briefing Make(int id, DateOnly? day, int title, int[] words, bool isDated)
        {
            var text = string.Join(' ', words.Select(word => Words[word])) + (isDated ? " on 4 May 2021." : ".");
            return new Briefing(new BriefingId($"b{id:00}"), text, new TextSpan(0, text.Length), Words[title], day, null, null, "en");
        }
    }
}
