using System.Diagnostics;

namespace Bot.Tests.Indexing;

/// <summary>Killed at any moment while it indexes, the program loses nothing and doubles nothing: the next start goes on.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Kills = 20, NumbersARound = 120;

    private readonly KnownBriefings known = new();
    private readonly Random random = new(20230706);
    private int newest;

    public void Dispose() => known.Dispose();

    [Fact]
    public async Task Killed_twenty_times_while_it_indexes_it_answers_rightly_afterwards()
    {
        var (killed, ended) = (0, 0);
        // From the moment that a start needs at least, to a moment when it has mostly indexed; learned from how the runs end.
        var (earliest, latest) = (300.0, 2_000.0);
        while (killed < Kills)
        {
            ChangeFolder();
            using var program = Start();
            var moment = TimeSpan.FromMilliseconds(earliest + (random.NextDouble() * (latest - earliest)));
            if (await EndsWithinAsync(program, moment))
            {
                Assert.True(program.ExitCode == 0, await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
                latest = earliest + (0.8 * (latest - earliest));
                Assert.InRange(++ended, 0, 3 * Kills);
                continue;
            }
            program.Kill();
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
            killed++;
        }

        await using var bot = await known.StartAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} times killed, {ended} times too late, within {latest:F0} ms; {known.Texts.Count} briefings");
        known.AssertAllThereOnce(bot);
        foreach (var id in known.Words.Keys.Order(StringComparer.Ordinal).Where((_, i) => i % 25 == 0)) known.AssertAnswered(bot, id);
        Assert.False(KnownBriefings.IsQuoted(bot, KnownBriefings.WordOf(0, 1)));
        Assert.Empty(bot.Log.Lines);
    }

    /// <summary>New files and records, changed ones, and some that go: there is always something to index, and something that may be doubled or lost.</summary>
    private void ChangeFolder()
    {
        for (var i = 0; i < NumbersARound; i++) known.Write(newest++);
        for (var i = 0; i < 10; i++) known.Write(random.Next(newest), version: 2 + random.Next(1000));
        for (var i = 0; i < 5; i++) known.Delete(random.Next(newest));
        known.Delete(0);
        known.WriteLines($"records{newest % 3}.jsonl", Enumerable.Range(10_000 * (1 + (newest % 3)), 40).Select(number => (number, newest)));
    }

    private static async Task<bool> EndsWithinAsync(Process program, TimeSpan moment)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(moment);
        try
        {
            await program.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return false;
        }
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
