using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Indexing;

/// <summary>The index is derived: whatever is done to it, the next start answers as before. The state is not: nobody touches it.</summary>
public sealed class IndexRepairTests : IDisposable
{
    private readonly KnownBriefings known = new();

    public IndexRepairTests()
    {
        for (var i = 0; i < 12; i++) known.Write(i);
        known.WriteLines("records.jsonl", Enumerable.Range(100, 5).Select(i => (i, 1)));
    }

    private string IndexFolder => Path.Combine(known.Data, "index");

    private string TextsFolder => Path.Combine(known.Data, "texts");

    private string StateFile => Path.Combine(known.Data, "state.db");

    public void Dispose() => known.Dispose();

    [Fact]
    public async Task An_index_that_is_deleted_is_made_anew() => await AssertRepairedAfter(() => Directory.Delete(IndexFolder, recursive: true));

    [Theory]
    [InlineData("half")]
    [InlineData("gone")]
    [InlineData("flipped in the middle")]
    public async Task A_damaged_index_is_made_anew(string damage) => await AssertRepairedAfter(() =>
        Damage.Do(damage, Directory.GetFiles(IndexFolder, "*.dvd").First()));

    [Theory]
    [InlineData("half")]
    [InlineData("empty")]
    [InlineData("gone")]
    [InlineData("flipped at the start")]
    [InlineData("flipped in the middle")]
    [InlineData("flipped at the end")]
    [InlineData("overwritten")]
    public async Task A_damaged_file_of_the_index_is_seen_whichever_it_is(string damage)
    {
        var (store, revision) = await StoreAsync();
        // Neither is read where there is a newest list of segments.
        foreach (var name in Directory.GetFiles(IndexFolder).Select(Path.GetFileName).Where(name => name is not ("write.lock" or "segments.gen")))
        {
            using var copy = new FolderCopy(IndexFolder);
            using (var whole = PassageIndex.OpenToWrite(copy.Path, store, revision)) Assert.Equal(revision, whole.Revision);
            Damage.Do(damage, Path.Combine(copy.Path, name!));
            using var opened = PassageIndex.OpenToWrite(copy.Path, store, revision);
            Assert.True(opened.Revision == 0, $"{name} was taken for whole");
            using var snapshot = opened.Snapshot();
            Assert.Equal(default, snapshot.Size(Scope.Main));
        }
    }

    [Fact]
    public async Task An_index_too_large_to_be_read_through_at_the_start_is_doubted_until_it_is_verified()
    {
        // More than the buffers of a reader hold.
        for (var i = 200; i < 300; i++) known.Write(i);
        // More than the buffers of a reader hold.
        for (var i = 200; i < 300; i++) known.Write(i);
        var (store, revision) = await StoreAsync();
        using var index = PassageIndex.OpenToWrite(IndexFolder, store, revision, mostVerified: 0);
        Assert.True(index.IsDoubted);
        Assert.True(index.Verify(TestContext.Current.CancellationToken));
        Assert.False(index.IsDoubted);
        Damage.Do("flipped in the middle", Directory.GetFiles(IndexFolder).MaxBy(file => new FileInfo(file).Length)!);
        Assert.False(index.Verify(TestContext.Current.CancellationToken));
        using (index.Snapshot())
        {
            index.Reopen(revision);
        }
        Assert.Equal(0, index.Revision);
        Assert.False(index.IsDoubted);
    }

    [Fact]
    public async Task An_index_of_another_schema_is_made_anew() => await AssertRepairedAfter(() => Damage.ChangeSchema(IndexFolder));

    [Fact]
    public async Task An_index_of_another_log_is_made_anew()
    {
        using var other = new KnownBriefings();
        other.Write(99);
        await using (await other.StartAsync())
        {
        }
        await AssertRepairedAfter(() =>
        {
            Directory.Delete(IndexFolder, recursive: true);
            Directory.Move(Path.Combine(other.Data, "index"), IndexFolder);
        });
    }

    [Fact]
    public async Task An_index_that_is_ahead_of_a_log_put_back_from_a_copy_is_made_anew()
    {
        await FirstSeenAsync();
        var copy = File.ReadAllBytes(StateFile);
        known.Write(0, version: 2);
        known.Write(50);
        await using (var bot = await known.StartAsync()) known.AssertAllThereOnce(bot);
        File.WriteAllBytes(StateFile, copy);
        known.Write(0, version: 3);
        await using var again = await known.StartAsync();
        known.AssertAllThereOnce(again);
    }

    [Fact]
    public async Task Texts_that_are_lost_are_read_again() => await AssertRepairedAfter(() => Directory.Delete(TextsFolder, recursive: true));

    [Fact]
    public async Task Texts_and_index_that_are_lost_together_are_made_anew() => await AssertRepairedAfter(() =>
    {
        Directory.Delete(TextsFolder, recursive: true);
        Directory.Delete(IndexFolder, recursive: true);
    });

    [Theory]
    [InlineData("flipped at the start")]
    [InlineData("flipped in the middle")]
    [InlineData("overwritten")]
    public async Task Damaged_texts_without_an_index_are_read_again(string damage)
    {
        var before = await FirstSeenAsync();
        Damage.Do(damage, Directory.GetFiles(TextsFolder, "*.texts").Single());
        Directory.Delete(IndexFolder, recursive: true);
        await using (var bot = await known.StartAsync())
        {
            known.AssertAllThereOnce(bot);
            Assert.Contains(bot.Log.Lines, line => line.Contains("are missing or damaged", StringComparison.Ordinal));
            Assert.Equal(before, FirstSeen(bot));
        }
        await using var again = await known.StartAsync();
        known.AssertAllThereOnce(again);
        Assert.Empty(again.Log.Lines);
    }

    [Theory]
    [InlineData("overwritten", "unreadable")]
    [InlineData("overwritten", "away")]
    [InlineData("gone", "unreadable")]
    [InlineData("gone", "away")]
    public async Task Texts_lost_while_their_files_cannot_be_read_come_back_with_the_files(string damage, string files)
    {
        var before = await FirstSeenAsync();
        Damage.Do(damage, Directory.GetFiles(TextsFolder, "*.texts").Single());
        Directory.Delete(IndexFolder, recursive: true);
        // Started twice: the second time the index is in step with the log, and only the log remembers what was lost.
        for (var start = 0; start < 2; start++)
        {
            await using var bot = await known.StartAsync(with: services => services.AddSingleton(provider => new FolderSweep(
                files == "away" ? Options.Create(new BriefingsOptions { Folder = known.Folder + "-away" }) : provider.GetRequiredService<IOptions<BriefingsOptions>>(),
                provider.GetRequiredService<BriefingLog>(), provider.GetRequiredService<TextStore>(), TimeProvider.System, NullLogger<FolderSweep>.Instance)
            {
                OpenFile = _ => throw new UnauthorizedAccessException(),
            }));
            Assert.False(KnownBriefings.IsQuoted(bot, known.Words["desk1/b00001.txt"]));
        }
        await using var again = await known.StartAsync();
        known.AssertAllThereOnce(again);
        Assert.Equal(before, FirstSeen(again));
    }

    [Fact]
    public async Task A_table_of_texts_that_is_overwritten_is_begun_anew() =>
        await AssertRepairedAfter(() => Damage.Do("overwritten", Path.Combine(TextsFolder, "table")));

    [Fact]
    public async Task A_damaged_state_is_told_in_a_sentence_and_left_as_it_is()
    {
        await FirstSeenAsync();
        Damage.Do("overwritten", StateFile);
        var before = Contents(known.Data);
        var refusal = await Assert.ThrowsAsync<CannotStartException>(() => known.StartAsync());
        Assert.Equal(
            $"{StateFile} is damaged. It remembers what cannot be read again, so it is left as it is: put a copy of it back, or move it away to begin anew.",
            refusal.Message);
        Assert.Equal(before, Contents(known.Data));
    }

    [Fact]
    public async Task A_state_that_is_damaged_in_its_middle_ends_in_a_sentence_or_in_right_answers()
    {
        await FirstSeenAsync();
        var whole = File.ReadAllBytes(StateFile);
        var refused = 0;
        // At the ends of pages too, where the rows stand: in the middle of most is nothing.
        foreach (var at in Enumerable.Range(1, whole.Length / 4096).Select(page => (page * 4096) - (page % 2 == 0 ? 400 : 2_200)))
        {
            var damaged = (byte[])whole.Clone();
            damaged.AsSpan(at, 200).Fill(0xA5);
            File.WriteAllBytes(StateFile, damaged);
            try
            {
                await using var bot = await known.StartAsync();
                Assert.DoesNotContain(bot.Ask(known.Words.Values.First()).Passages, passage => known.Texts[passage.Briefing][passage.Start..passage.End] != passage.Text);
            }
            catch (CannotStartException e)
            {
                Assert.StartsWith($"{StateFile} is damaged.", e.Message, StringComparison.Ordinal);
                Assert.Equal(damaged.Length, new FileInfo(StateFile).Length);
                refused++;
            }
        }
        Assert.NotEqual(0, refused);
    }

    [Fact]
    public async Task An_index_that_is_damaged_while_it_is_searched_fails_with_a_reference_and_is_made_anew()
    {
        // More than the buffers of a reader hold.
        for (var i = 200; i < 300; i++) known.Write(i);
        await using var bot = await known.StartAsync();
        known.AssertAnswered(bot, known.Words.Keys.First());
        foreach (var file in Directory.GetFiles(IndexFolder, "*.dvd")) Damage.Do("overwritten", file);
        var failed = known.Words.Values.Select(word => bot.Ask(word)).First(answer => answer.Status == AnswerStatus.Failed);
        Assert.Equal($"I could not finish. Nothing was posted. Reference {failed.Id}.", failed.Reason);
        Assert.Contains(bot.Log.Lines, line => line.Contains($"reference {failed.Id}", StringComparison.Ordinal));

        // Any change of the folder brings the next round; without one it comes after Briefings:SweepSeconds.
        known.Write(60);
        await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, known.Words["desk4/b00060.txt"]));
        Assert.Contains(bot.Log.Lines, line => line.Contains("The index is damaged and is made anew", StringComparison.Ordinal));
        known.AssertAllThereOnce(bot);
        foreach (var id in known.Words.Keys) known.AssertAnswered(bot, id);
    }

    [Fact]
    public async Task An_index_that_is_damaged_while_it_is_written_is_made_anew()
    {
        await using var bot = await known.StartAsync();
        foreach (var file in Directory.GetFiles(IndexFolder, "*.*").Where(file => Path.GetExtension(file) is ".tim" or ".doc" or ".dvd")) Damage.Do("overwritten", file);
        // Each is replaced, which looks its documents up in the damaged files, and enough of them to merge.
        foreach (var i in Enumerable.Range(0, 12)) known.Write(i, version: 2);
        await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, known.Words["desk4/b00011.txt"]));
        known.Write(70);
        await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, known.Words["desk0/b00070.txt"]));
        bot.Service<DataFolder>().Index.Doubt();
        known.Write(71);
        await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, known.Words["desk1/b00071.txt"]));
        known.AssertAllThereOnce(bot);
    }

    private async Task<(Guid Store, long Revision)> StoreAsync()
    {
        await using var bot = await known.StartAsync();
        var log = bot.Service<BriefingLog>();
        return (log.StoreId, log.LastRevision);
    }

    private async Task AssertRepairedAfter(Action damage)
    {
        var before = await FirstSeenAsync();
        damage();
        await AssertRepairedAsync(before);
    }

    private async Task AssertRepairedAsync(Dictionary<string, DateTimeOffset> firstSeen)
    {
        await using var bot = await known.StartAsync();
        known.AssertAllThereOnce(bot);
        known.AssertAnswered(bot, known.Words.Keys.First());
        Assert.Equal(firstSeen, FirstSeen(bot));
    }

    private async Task<Dictionary<string, DateTimeOffset>> FirstSeenAsync()
    {
        await using var bot = await known.StartAsync();
        known.AssertAllThereOnce(bot);
        return FirstSeen(bot);
    }

    private static Dictionary<string, DateTimeOffset> FirstSeen(TestBot bot) =>
        bot.Service<BriefingLog>().List(Scope.Main, 0, 1000).ToDictionary(briefing => briefing.Id.Value, briefing => briefing.FirstSeen);

    private static Dictionary<string, string> Contents(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is not ("" or ".lock"))
        .ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));

    private sealed class FolderCopy : IDisposable
    {
        public FolderCopy(string folder)
        {
            foreach (var file in Directory.GetFiles(folder)) File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("index-copy-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
