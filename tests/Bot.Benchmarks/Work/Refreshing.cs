using System.Diagnostics;
using System.Globalization;
using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Work;

/// <summary>Changes a file again and again while the bot follows the folder, and asks until the answer has the change.</summary>
internal sealed class Refreshing(RunningCore core, string briefings, string largeFile)
{
    private const int Rounds = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400), LookEvery = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromMinutes(1);

    private int edition;

    public static async Task<Refreshed> RunAsync(string briefings, string data, string largeFile)
    {
        await using var core = await RunningCore.StartAsync(briefings, data);
        await RunningCore.SettleAsync();
        var disturbance = new Disturbance();
        return (await new Refreshing(core, briefings, largeFile).AllAsync()) with { OthersCores = disturbance.OthersCores };
    }

    private async Task<Refreshed> AllAsync()
    {
        var small = Path.Combine(briefings, "changed.txt");
        var before = await File.ReadAllTextAsync(largeFile);
        try
        {
            var words = await RepeatAsync(text => File.WriteAllText(small, text), Told);
            var people = await RepeatAsync(text => File.WriteAllText(small, text), Known);
            File.Delete(small);
            var records = await RepeatAsync(text => File.WriteAllText(largeFile, $"{before}{{\"id\":\"changed\",\"language\":\"en\",\"text\":\"{text}\"}}\n"), Told);
            return new Refreshed(words, records, people, 0);
        }
        finally
        {
            File.Delete(small);
            await File.WriteAllTextAsync(largeFile, before);
            await UntilAsync(() => !Editions().Any());
        }
    }

    private async Task<Distribution> RepeatAsync(Action<string> write, Func<bool> isThere)
    {
        var took = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            edition++;
            var start = Stopwatch.GetTimestamp();
            write($"The velmarkian editions are read by many people: this is edition {Number} of them. Ostrid {Surname} told reporters on Monday that it was so.");
            await UntilAsync(isThere);
            // The first brings the words into the index and the code into the processor.
            if (round > 0) took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(Pause, TimeProvider.System);
        }
        return Distribution.Of(took);
    }

    private string Number => edition.ToString(CultureInfo.InvariantCulture);

    private string Surname => "Velmark" + new string([.. Number.Select(digit => (char)('a' + digit - '0'))]) + "son";

    private bool Told() => Editions().Any(text => text.Contains($"edition {Number} of", StringComparison.Ordinal));

    private bool Known() => core.Ask($"/who {Surname}").Person is not null;

    private IEnumerable<string> Editions() => core.Ask("/ask velmarkian editions").Passages
        .Select(passage => passage.Text).Where(text => text.Contains("velmarkian", StringComparison.Ordinal));

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(start) > Longest) throw new TimeoutException($"A change was not answered within {Longest.TotalSeconds} seconds.");
            await Task.Delay(LookEvery, TimeProvider.System);
        }
    }
}
