using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.Text;
using CsCheck;

namespace Bot.Tests.Indexing;

/// <summary>What is looked up is what going through all terms would find.</summary>
public sealed class NearTermsTests : IDisposable
{
    private static readonly Gen<string> Words = Gen.Char["abc"].Array[2, 10].Select(letters => "k" + new string(letters));

    private readonly string folder = Directory.CreateTempSubdirectory("bot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Whoever_goes_through_all_terms_finds_no_other() => Gen.Select(Words.Array[1, 60], Words.Array[1, 10]).Sample(
        (written, asked) =>
        {
            using var index = PassageIndex.OpenToWrite(Path.Combine(folder, Guid.NewGuid().ToString("N")), Guid.NewGuid(), lastRevision: 0);
            foreach (var (word, i) in written.Select((word, i) => (word, i)))
            {
                index.Put(new Briefing(new BriefingId($"b{i}"), word, new TextSpan(0, word.Length), "", null, null, null, "xx"), Scope.MainCollection);
                if (i % 20 == 19) index.Refresh();
            }
            index.Refresh();
            using var snapshot = index.Snapshot();
            foreach (var word in asked) Assert.Equal(Nearest(word, written), snapshot.SpelledLike(word, Scope.Main));
        },
        iter: 40, threads: 1);

    private static string? Nearest(string word, string[] written) =>
        Commonest(written.Where(other => EditDistance.Between(word, other, most: 1) <= 1))
        ?? Commonest(written.Where(other => other[0] == word[0]
            && (Misspelling.WithLetterMoved(word).Contains(other) || Misspelling.IsOtherEnding(word, other))));

    private static string? Commonest(IEnumerable<string> words) => words
        .CountBy(word => word).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
        .Select(word => word.Key).FirstOrDefault();
}
