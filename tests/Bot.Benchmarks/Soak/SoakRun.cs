using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.Benchmarks.Corpora;
using Bot.Benchmarks.Discord;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Soak;

/// <summary>
/// The bot on a fake of Discord that fails in every way it knows, while people ask: each command is to be answered once, unless the fake itself saw to it that it
/// cannot be, and the bot's memory is to stay as it is.
/// </summary>
internal sealed class SoakRun
{
    private const int PerSecond = 5, MentionOneIn = 10, HeartbeatMilliseconds = 2_000;

    /// <summary>Given before anything goes wrong, so that what grows once has grown.</summary>
    private const int WarmUpRate = 50, WarmUpCount = 500;

    private static readonly TimeSpan LongestUnseen = TimeSpan.FromMinutes(1), PatienceAtTheEnd = TimeSpan.FromSeconds(30), LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly FakeDiscord discord;
    private readonly ChildProgram bot;
    private readonly Draws draws;
    private readonly FaultCount faults = new();
    private readonly GatewayFaults line;
    private readonly RestFaults answers;
    private readonly SoakMemory memory;
    private readonly List<GivenCommand> given = [];
    private readonly TextWriter output;

    private SoakRun(FakeDiscord discord, ChildProgram bot, ulong seed, TextWriter output)
    {
        (this.discord, this.bot, this.output) = (discord, bot, output);
        (draws, memory) = (Draws.Of(seed, 0, 0), new SoakMemory(bot.Process));
        line = new GatewayFaults(discord.Gateway, Draws.Of(seed, 1, 0), faults);
        answers = new RestFaults(Draws.Of(seed, 2, 0), faults);
    }

    /// <summary>Runs it and writes a line a minute and one at the end.</summary>
    /// <param name="command">The bot's program.</param>
    /// <param name="data">The bot's data folder, made anew.</param>
    /// <returns>Whether nothing was lost, doubled or grew.</returns>
    public static async Task<bool> RunAsync(string[] command, string data, double minutes, ulong seed, TextWriter output)
    {
        await using var discord = await FakeDiscord.StartAsync(isChecked: false);
        discord.Gateway.HeartbeatInterval = HeartbeatMilliseconds;
        using var bot = MeasuredBot.Start(command, data, discord);
        await bot.UntilAsync(discord.Gateway.UntilAsync(gateway => gateway.Count("identify") > 0));
        await GivenCommands.GiveAsync(discord, bot.Process, WarmUpRate, WarmUpCount);
        return await new SoakRun(discord, bot, seed, output).RunAsync(TimeSpan.FromMinutes(minutes));
    }

    private async Task<bool> RunAsync(TimeSpan length)
    {
        discord.Faults.Choose = answers.Choose;
        var (start, unseen) = (Stopwatch.GetTimestamp(), length / 4 < LongestUnseen ? length / 4 : LongestUnseen);
        var count = (int)(length.TotalSeconds * PerSecond);
        for (var i = 0; i < count && !bot.Process.HasExited; i++)
        {
            var at = i / (double)PerSecond;
            await GivenCommands.UntilAsync(start, at);
            await line.TickAsync(at);
            await GiveAsync(at);
            if (i % PerSecond == 0 && at >= unseen.TotalSeconds) memory.Look();
            if ((i + 1) % (60 * PerSecond) == 0) Tell((i + 1) / (60 * PerSecond));
        }
        await UntilAnsweredAsync();
        return Conclude();
    }

    private async Task GiveAsync(double at)
    {
        var isMention = draws.Below(MentionOneIn) == 0;
        var data = isMention
            ? discord.Said($"<@{FakeObjects.Bot}> {SeedCommands.DrawMention(draws)}", FakeObjects.Bot)
            : Prepared(SeedCommands.Draw(draws));
        var id = (string)data["id"]!;
        var plan = answers.Plan(id);
        given.Add(new GivenCommand(id, isMention, plan, discord.Gateway.HasSession, at));
        if (isMention) await discord.SayAsync(data);
        else await discord.Gateway.SendInteractionAsync(data.ToJsonString());
        if (plan.IsTwice) await discord.Gateway.RepeatLastEventAsync();
    }

    private JsonObject Prepared(JsonObject interaction)
    {
        discord.Prepare(interaction);
        return interaction;
    }

    private async Task UntilAnsweredAsync()
    {
        discord.Faults.Choose = null;
        discord.Gateway.Acknowledges = true;
        var start = Stopwatch.GetTimestamp();
        bool IsOpen(GivenCommand command) => command.Excuse is null && !command.IsAnswered(discord);
        while (Stopwatch.GetElapsedTime(start) < PatienceAtTheEnd && !bot.Process.HasExited && given.Exists(IsOpen)) await Task.Delay(LookEvery, TimeProvider.System);
    }

    private void Tell(int minute) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"minute {minute}: {given.Count:N0} commands, {given.Count(command => command.IsAnswered(discord)):N0} answered; {faults}; memory {memory.Last / 1e6:0.0} MB"));

    private bool Conclude()
    {
        var tally = SoakTally.Of(given, discord);
        var isGood = tally.Lost.Count == 0 && tally.Doubled.Count == 0 && !memory.HasGrown && !bot.Process.HasExited;
        if (!isGood)
        {
            foreach (var command in tally.Lost) output.WriteLine($"lost: {command}");
            foreach (var command in tally.Doubled) output.WriteLine($"doubled: {command}");
            output.WriteLine("The bot said last:");
            foreach (var said in bot.Said) output.WriteLine(said);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"soak: {tally}, memory {memory.First / 1e6:0.0} -> {memory.End / 1e6:0.0} MB"));
        return isGood;
    }
}
