using Bot.Answers;
using Bot.Briefings;
using Bot.Briefings.Storing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Indexing;

/// <summary>The folder is followed without a restart, by the watcher and the service that run in the program.</summary>
public sealed class FollowingTests : IDisposable
{
    private readonly KnownBriefings known = new();

    public FollowingTests()
    {
        for (var i = 0; i < 4; i++) known.Write(i);
    }

    public void Dispose() => known.Dispose();

    [Fact]
    public async Task Added_changed_renamed_and_deleted_files_are_seen_without_a_restart()
    {
        await using var bot = await known.StartAsync();

        known.Write(8);
        await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, KnownBriefings.WordOf(8, 1)));

        known.Write(1, version: 2);
        await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, KnownBriefings.WordOf(1, 2)));
        Assert.False(KnownBriefings.IsQuoted(bot, KnownBriefings.WordOf(1, 1)));

        known.Delete(2);
        await bot.UntilAsync(() => bot.Ask("/briefings").Searched.Briefings == known.Texts.Count);
        Assert.False(KnownBriefings.IsQuoted(bot, KnownBriefings.WordOf(2, 1)));

        var (from, to) = (Path.Combine(known.Folder, "desk3/b00003.txt"), Path.Combine(known.Folder, "desk3/renamed.txt"));
        File.Move(from, to);
        await bot.UntilAsync(() => bot.Ask(KnownBriefings.WordOf(3, 1)).Passages is [{ Briefing: "desk3/renamed.txt" }]);
        (known.Texts["desk3/renamed.txt"], known.Words["desk3/renamed.txt"]) = (known.Texts["desk3/b00003.txt"], known.Words["desk3/b00003.txt"]);
        known.Texts.Remove("desk3/b00003.txt");
        known.Words.Remove("desk3/b00003.txt");

        known.AssertAllThereOnce(bot);
        foreach (var id in known.Words.Keys) known.AssertAnswered(bot, id);
    }

    [Fact]
    public async Task Between_the_log_and_the_next_snapshot_an_old_form_is_not_quoted()
    {
        await using var bot = await known.StartAsync();
        await bot.StopFollowingAsync();
        var citation = Assert.Single(bot.Ask(KnownBriefings.WordOf(1, 1)).Passages).Citation;
        known.Write(1, version: 2);
        known.Delete(2);
        var told = new List<string>();
        bot.Service<FolderSweep>().Sweep(
            batch =>
            {
                told.AddRange(batch.Select(change => change.Logged.Id.Value));
                // The log has them, the index not yet: it would still find both in their old form.
                foreach (var line in (string[])[KnownBriefings.WordOf(1, 1), KnownBriefings.WordOf(2, 1), $"/source {citation}", "/who Lavrov", "/says Haass", "/when delegation", "/where delegation"])
                {
                    var answer = bot.Ask(line);
                    Assert.DoesNotContain(answer.Passages, passage => passage.Briefing is "desk1/b00001.txt" or "desk2/b00002.txt");
                    Assert.DoesNotContain(answer.Person?.Roles ?? [], role => role.Briefing is "desk1/b00001.txt" or "desk2/b00002.txt");
                    Assert.All(answer.Passages, passage => Assert.Equal(known.Texts[passage.Briefing][passage.Start..passage.End], passage.Text));
                }
                var gone = bot.Ask(KnownBriefings.WordOf(2, 1));
                Assert.Equal((AnswerStatus.NotFound, "What was found has been changed or removed since. Ask again in a moment."), (gone.Status, gone.Reason));
            },
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["desk1/b00001.txt", "desk2/b00002.txt"], told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_passing_fault_of_the_state_is_warned_of_and_followed_by_another_try()
    {
        var isAway = false;
        var failed = System.Threading.Channels.Channel.CreateUnbounded<bool>();
        await using var bot = await known.StartAsync(with: services => services.AddSingleton(provider => new FolderSweep(
            provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<BriefingsOptions>>(), provider.GetRequiredService<BriefingLog>(),
            provider.GetRequiredService<TextStore>(), TimeProvider.System, NullLogger<FolderSweep>.Instance)
        {
            OpenFile = path =>
            {
                if (!Volatile.Read(ref isAway)) return File.OpenRead(path);
                failed.Writer.TryWrite(true);
                throw new StateException("state.db cannot be written: the disk is full.") { IsPassing = true };
            },
        }));
        Volatile.Write(ref isAway, true);
        known.Write(8);
        await failed.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.True(KnownBriefings.IsQuoted(bot, KnownBriefings.WordOf(1, 1)));
        Volatile.Write(ref isAway, false);
        known.Write(9);
        await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, KnownBriefings.WordOf(9, 1)));
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Warning: state.db cannot be written: the disk is full.", StringComparison.Ordinal));
        known.AssertAllThereOnce(bot);
    }

    [Fact]
    public async Task Unchanged_files_are_not_read_again_at_the_next_start()
    {
        foreach (var file in Directory.GetFiles(known.Folder, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, new DateTime(2023, 7, 6, 0, 0, 0, DateTimeKind.Utc));
        await using (await known.StartAsync())
        {
        }
        known.Write(1, version: 2);
        var opened = new List<string>();
        await using var bot = await known.StartAsync(with: CountOpens(opened));
        Assert.Equal(["b00001.txt"], opened);
        known.AssertAllThereOnce(bot);
    }

    [Fact]
    public async Task One_changed_record_of_a_jsonl_file_is_one_briefing_indexed_again()
    {
        known.WriteLines("records.jsonl", Enumerable.Range(100, 30).Select(i => (i, 1)));
        await using var bot = await known.StartAsync();
        var log = bot.Service<BriefingLog>();
        var before = log.LastRevision;
        known.WriteLines("records.jsonl", Enumerable.Range(100, 30).Select(i => (i, i == 117 ? 2 : 1)));
        await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, KnownBriefings.WordOf(117, 2)));
        Assert.Equal("r00117", Assert.Single(log.ChangesAfter(before)).Id.Value);
        known.AssertAllThereOnce(bot);
    }

    [Fact]
    public async Task A_record_that_moves_to_another_file_is_lost_in_no_order()
    {
        // In one batch the id is gone from one file and, behind that, there in another. Applied side by side, each worker begins at a part of the
        // batch of its own: as many other changes before as behind put a border between what is gone and what is there again, and the work
        // before it makes the older change the later one.
        const int Others = 140, Moving = 10;
        for (var version = 1; version <= 4; version++)
        {
            for (var i = 0; i < Others; i++) known.Write(i, version);
            if (version > 1) known.WriteLines($"a{version - 1}.jsonl", [(1000 + version - 1, 1)]);
            known.WriteLines($"a{version}.jsonl", [.. Enumerable.Range(2000, Moving).Select(i => (i, version)), (1000 + version, 1)]);
            known.WriteLines("b.jsonl", Enumerable.Range(3000, Others).Select(i => (i, version)));
            await using var bot = await known.StartAsync();
            known.AssertAllThereOnce(bot);
        }
    }

    private static Action<IServiceCollection> CountOpens(List<string> opened) => services => services.AddSingleton(provider => new FolderSweep(
        provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<BriefingsOptions>>(), provider.GetRequiredService<BriefingLog>(),
        provider.GetRequiredService<TextStore>(), TimeProvider.System, NullLogger<FolderSweep>.Instance)
    {
        OpenFile = path =>
        {
            opened.Add(Path.GetFileName(path));
            return File.OpenRead(path);
        },
    });
}
