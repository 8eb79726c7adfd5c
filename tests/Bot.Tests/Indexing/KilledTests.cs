using System.Diagnostics;
using System.Threading.Channels;

namespace Bot.Tests.Indexing;

/// <summary>Killed at any moment while it indexes, the program loses nothing and doubles nothing: the next start goes on.</summary>
public sealed class KilledTests : IDisposable
{
    /// <summary>More records than go into one batch of the log (500), so that a kill also comes between two.</summary>
    private const int Kills = 20, Records = 520, Files = 40;

    private readonly KnownBriefings known = new();
    private readonly Random random = new(20230706);
    private readonly Channel<bool> changes = Channel.CreateUnbounded<bool>();
    private readonly FileSystemWatcher watcher;
    private readonly List<string> gone = [];
    private int round;

    public KilledTests()
    {
        Directory.CreateDirectory(known.Data);
        watcher = new FileSystemWatcher(known.Data) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
        watcher.Created += (_, _) => changes.Writer.TryWrite(true);
        watcher.Changed += (_, _) => changes.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        watcher.Dispose();
        known.Dispose();
    }

    [Fact]
    public async Task Killed_at_any_moment_while_it_indexes_it_answers_rightly_at_the_next_start()
    {
        ChangeFolder();
        var (killed, most) = (0, await WritesUntilAsync(null));
        var moments = new List<int>();
        for (var tries = 0; killed < Kills; tries++)
        {
            Assert.InRange(tries, 0, 3 * Kills);
            ChangeFolder();
            // Counted in writes since the first text was stored, so the machine's pace does not matter.
            var moment = random.Next(most);
            if (await WritesUntilAsync(moment) is var written && written <= moment)
            {
                most = Math.Max(1, written);
                continue;
            }
            moments.Add(moment);
            killed++;
            await AssertAnswersAsync();
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"killed after {string.Join(", ", moments.Order())} of about {most} writes; {known.Texts.Count} briefings");
    }

    /// <summary>New files, changed ones, some that go, and records that have all changed: there is always something to index, to double and to lose.</summary>
    private void ChangeFolder()
    {
        round++;
        gone.Clear();
        var first = 1000 * round;
        for (var i = 0; i < Files; i++) known.Write(first + i);
        if (round > 1)
        {
            for (var i = 0; i < Files; i += 4)
            {
                gone.AddRange(KnownBriefings.WordOf(first - 1000 + i, 1), KnownBriefings.WordOf(first - 1000 + i + 1, 1), KnownBriefings.WordOf(100_000 + i, round - 1));
                known.Write(first - 1000 + i, version: 2);
                known.Delete(first - 1000 + i + 1);
            }
        }
        known.WriteLines("records.jsonl", Enumerable.Range(100_000, Records).Select(number => (number, round)));
    }

    /// <summary>
    /// Runs the program and kills it after so many writes into its data folder, counted from the first text that it has stored; with null
    /// it comes to its end.
    /// </summary>
    /// <returns>How many writes there were before it ended by itself; one more than asked for when it was killed.</returns>
    private async Task<int> WritesUntilAsync(int? moment)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var before = BytesOfTexts();
        while (changes.Reader.TryRead(out _))
        {
            // Of the round before.
        }
        using var program = Start();
        var end = program.WaitForExitAsync(cancellation);
        var written = 0;
        while (true)
        {
            var next = changes.Reader.ReadAsync(cancellation).AsTask();
            if (await Task.WhenAny(next, end) == end && !next.IsCompleted)
            {
                // The reader that was left waiting takes what comes next.
                changes.Writer.TryWrite(true);
                await next;
                break;
            }
            await next;
            if (written > 0 || BytesOfTexts() > before) written++;
            if (written > moment)
            {
                program.Kill();
                break;
            }
        }
        await end;
        if (program.ExitCode != 0 && written > moment) return written;
        Assert.True(program.ExitCode == 0, await program.StandardError.ReadToEndAsync(cancellation));
        return Math.Min(written, moment ?? written);
    }

    /// <summary>A start cuts off what a kill left unfinished there, and only new texts let it grow.</summary>
    private long BytesOfTexts() =>
        new DirectoryInfo(Path.Combine(known.Data, "texts")) is { Exists: true } texts ? texts.EnumerateFiles().Sum(file => file.Exists ? file.Length : 0) : 0;

    private async Task AssertAnswersAsync()
    {
        await using var bot = await known.StartAsync();
        known.AssertAllThereOnce(bot);
        foreach (var id in known.Words.Keys.Order(StringComparer.Ordinal).Where((_, i) => i % 100 == round % 100)) known.AssertAnswered(bot, id);
        Assert.All(gone, word => Assert.False(KnownBriefings.IsQuoted(bot, word), word));
        Assert.Empty(bot.Log.Lines);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Bot.App.dll"), "index", "--briefings", known.Folder, "--data", known.Data])
        {
            WorkingDirectory = Path.GetDirectoryName(known.Data)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
