using Bot.App.Tests.Fakes;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Discord;

/// <summary>How a bot starts and answers on the fake; the same for every bot.</summary>
/// <param name="Ready">Milliseconds from the start of the process until READY was sent to it.</param>
/// <param name="Answered">Milliseconds from the start of the process until the first answer came, to a command that was given right after READY.</param>
/// <param name="First">Milliseconds from that command to its answer.</param>
/// <param name="AtReady">Two seconds after READY, before the first command.</param>
/// <param name="Steady">Commands at a rate at which each finds the bot idle.</param>
/// <param name="After">What it holds after those.</param>
/// <param name="Loaded">Many commands.</param>
internal sealed record BotFigures(Distribution Ready, Distribution Answered, Distribution First, ProcessMemory AtReady, CommandLoad Steady, ProcessMemory After, CommandLoad Loaded)
{
    public const int SteadyRate = 50, SteadyCount = 1_000, LoadRate = 200;

    private const int Attempts = 3;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromSeconds(1);

    /// <param name="start">Starts the bot's process.</param>
    /// <param name="starts">How often it is started to be timed.</param>
    /// <param name="seconds">How long many commands are given.</param>
    public static async Task<BotFigures> MeasureAsync(string name, Func<FakeDiscord, ChildProgram> start, int starts, double seconds)
    {
        ProgressLine.Tell($"Discord: starting {name}");
        var started = await StartAsync(start, starts);
        await using var discord = await FakeDiscord.StartAsync(isChecked: false);
        using var bot = start(discord);
        await ReadyAsync(bot, discord);
        await Task.Delay(Settling, TimeProvider.System);
        var atReady = ProcessMemory.Of(bot.Process);
        ProgressLine.Tell($"Discord: {SteadyCount:N0} commands for {name}");
        await GivenCommands.GiveOneAsync(discord);
        var steady = await GivenCommands.GiveAsync(discord, bot.Process, SteadyRate, SteadyCount);
        var after = ProcessMemory.Of(bot.Process);
        for (var again = 1; again < Attempts && steady.OthersCores > Disturbance.Bearable; again++)
            steady = await GivenCommands.GiveAsync(discord, bot.Process, SteadyRate, SteadyCount);
        ProgressLine.Tell($"Discord: {LoadRate} commands a second for {name}");
        var loaded = await GivenCommands.GiveAsync(discord, bot.Process, LoadRate, (int)(LoadRate * seconds));
        for (var again = 1; again < Attempts && loaded.OthersCores > Disturbance.Bearable; again++)
            loaded = await GivenCommands.GiveAsync(discord, bot.Process, LoadRate, (int)(LoadRate * seconds));
        return new BotFigures(
            Distribution.Of(started.Select(one => one.Ready)), Distribution.Of(started.Select(one => one.Answered)), Distribution.Of(started.Select(one => one.First)),
            atReady, steady, after, loaded);
    }

    /// <summary>A start that others disturbed is made again.</summary>
    private static async Task<List<(double Ready, double Answered, double First)>> StartAsync(Func<FakeDiscord, ChildProgram> start, int times)
    {
        var took = new List<(double Ready, double Answered, double First)>();
        await StartAsync(start);
        for (var attempt = 0; attempt < Attempts * times && took.Count < times; attempt++)
        {
            var disturbance = new Disturbance();
            var one = await StartAsync(start);
            if (disturbance.IsBearable) took.Add(one);
        }
        return took;
    }

    /// <summary>On a fake of its own each, since a bot that ended in order would resume its session.</summary>
    private static async Task<(double Ready, double Answered, double First)> StartAsync(Func<FakeDiscord, ChildProgram> start)
    {
        await using var discord = await FakeDiscord.StartAsync(isChecked: false);
        using var bot = start(discord);
        var ready = await ReadyAsync(bot, discord);
        var first = GivenCommands.GiveOneAsync(discord);
        await bot.UntilAsync(first);
        var answered = bot.MillisecondsSinceStart;
        // What it does beside in its first moments is not to be cut off.
        await Task.Delay(Pause, TimeProvider.System);
        return (ready, answered, await first);
    }

    private static async Task<double> ReadyAsync(ChildProgram bot, FakeDiscord discord)
    {
        await bot.UntilAsync(discord.Gateway.UntilAsync(gateway => gateway.Count("identify") > 0));
        return bot.MillisecondsSinceStart;
    }
}
