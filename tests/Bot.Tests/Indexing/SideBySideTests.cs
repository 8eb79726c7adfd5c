using System.Collections.Concurrent;
using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;

namespace Bot.Tests.Indexing;

/// <summary>Several who use one data folder, and many who ask one bot, at the same time.</summary>
public sealed class SideBySideTests : IDisposable
{
    private readonly KnownBriefings known = new();

    public SideBySideTests()
    {
        for (var i = 0; i < 30; i++) known.Write(i);
    }

    public void Dispose() => known.Dispose();

    [Fact]
    public async Task A_second_writer_on_a_data_folder_is_refused()
    {
        await using var bot = await known.StartAsync();
        var refusal = await Assert.ThrowsAsync<CannotStartException>(() => known.StartAsync());
        Assert.Equal(
            $"Another bot is running on the data folder \"{known.Data}\". Stop it first, or give this one a folder of its own with --data.", refusal.Message);
        known.AssertAllThereOnce(bot);
    }

    [Fact]
    public async Task After_the_writer_has_ended_the_next_one_may_write()
    {
        await using (await known.StartAsync())
        {
        }
        await using var next = await known.StartAsync();
        Assert.True(next.Service<DataFolder>().IsWriter);
    }

    [Fact]
    public async Task A_reader_beside_the_writer_answers_also_while_the_writer_indexes()
    {
        await using var writer = await known.StartAsync();
        await using (var reader = await known.StartAsync(BesideWriter.ReadOnly))
        {
            Assert.False(reader.Service<DataFolder>().IsWriter);
            known.AssertAllThereOnce(reader);
            foreach (var id in known.Words.Keys) known.AssertAnswered(reader, id);
        }

        // One long sweep: hundreds of new briefings, and the old ones changed, while readers come and go.
        for (var i = 100; i < 500; i++) known.Write(i);
        for (var i = 0; i < 10; i++) known.Write(i, version: 2);
        // Committed too: a reader sees commits, the writer also what it has not committed yet.
        var done = writer.UntilAsync(() => KnownBriefings.IsQuoted(writer, KnownBriefings.WordOf(499, 1)) && KnownBriefings.IsQuoted(writer, KnownBriefings.WordOf(9, 2))
            && writer.Service<DataFolder>().Index.Revision == writer.Service<BriefingLog>().LastRevision);
        var readers = 0;
        do
        {
            await using var reader = await known.StartAsync(BesideWriter.ReadOnly);
            readers++;
            for (var i = 10; i < 30; i++)
            {
                var answer = reader.Ask(KnownBriefings.WordOf(i, 1));
                Assert.Equal(AnswerStatus.Found, answer.Status);
                var passage = Assert.Single(answer.Passages);
                Assert.Equal(known.Texts[passage.Briefing][passage.Start..passage.End], passage.Text);
            }
            // Either its old form, as long as the log has it, or its new one, or nothing for the moment; never an old form that was given up.
            var changed = reader.Ask(KnownBriefings.WordOf(3, 1));
            Assert.NotEqual(AnswerStatus.Failed, changed.Status);
            Assert.All(changed.Passages, passage => Assert.Contains(passage.Text, (string[])[KnownBriefings.TextOf(3, 1)[passage.Start..passage.End], known.Texts[passage.Briefing][passage.Start..passage.End]]));
        }
        while (!done.IsCompleted);
        await done;
        Assert.InRange(readers, 1, int.MaxValue);
        await using var last = await known.StartAsync(BesideWriter.ReadOnly);
        known.AssertAllThereOnce(last);
    }

    [Fact]
    public async Task Many_who_ask_while_files_change_get_answers_that_hang_together()
    {
        var written = new ConcurrentDictionary<string, byte>(known.Texts.Values.Select(text => KeyValuePair.Create(text, (byte)0)));
        await using var bot = await known.StartAsync();
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var askers = Enumerable.Range(0, 6).Select(asker => Task.Factory.StartNew(
            () =>
            {
                var random = new Random(asker);
                while (!stop.IsCancellationRequested)
                {
                    var line = random.Next(7) switch
                    {
                        0 => "/who Lavrov",
                        1 => "/who president of the council",
                        2 => "/when delegation",
                        3 => "/where delegation Minsk",
                        4 => "/says Haass about:report",
                        5 => "/briefings list",
                        _ => KnownBriefings.WordOf(random.Next(30), 1 + random.Next(4)),
                    };
                    var answer = bot.Ask(line);
                    Assert.True(answer.Status != AnswerStatus.Failed, answer.Reason);
                    foreach (var ofOne in answer.Passages.GroupBy(passage => passage.Briefing))
                    {
                        // Of one version, which was written at some time, word for word.
                        Assert.Single(ofOne.Select(passage => passage.Citation[..8]).Distinct());
                        Assert.Contains(written.Keys, text => ofOne.All(passage => passage.End <= text.Length && text[passage.Start..passage.End] == passage.Text));
                    }
                    _ = bot.Bot.Complete("/who Lav", Scope.Main);
                    Interlocked.Increment(ref asked);
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        for (var version = 2; version <= 4; version++)
        {
            for (var i = 0; i < 30; i++) written.TryAdd(KnownBriefings.TextOf(i, version), 0);
            for (var i = 0; i < 30; i++) known.Write(i, version);
            known.Delete(29);
            await bot.UntilAsync(() => Enumerable.Range(0, 29).All(i => KnownBriefings.IsQuoted(bot, KnownBriefings.WordOf(i, version))));
        }
        await stop.CancelAsync();
        await Task.WhenAll(askers);
        Assert.InRange(asked, 20, int.MaxValue);
        known.AssertAllThereOnce(bot);
        Assert.DoesNotContain(bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
