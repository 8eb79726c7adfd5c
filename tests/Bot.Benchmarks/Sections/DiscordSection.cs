using System.Globalization;
using Bot.App.Tests.Fakes;
using Bot.Benchmarks.Discord;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>The published program in Discord, over the seed: beside a discord.js bot on the same fake, and at its endpoint.</summary>
internal static class DiscordSection
{
    public const string Heading = "Discord";

    /// <summary>Milliseconds.</summary>
    private const double MostFirst = 100, MostP50 = 2, MostP99 = 15, MostSignedP99 = 20;

    /// <summary>Of discord.js's memory.</summary>
    private const double MostShare = 2.0 / 3;

    /// <summary>Requests a second.</summary>
    private const double FewestSigned = 3_000, Step = 500, MostTried = 20_000;

    private const int Connections = 32, ConnectionsBySchedule = 64;

    /// <summary>For each second that a kind of line is asked in the other sections.</summary>
    private const int LoadSeconds = 6, SignedSeconds = 2;

    private const string NotAnswered = "not answered", AnsweredTwice = "answered twice", AnsweredLate = "answered after 3 s";

    public static string Measure(Run run)
    {
        if (run.Published is not { } published) return "No native program was there to be measured: publish it, and name it with `--program`.";
        return MeasureAsync(run, published).GetAwaiter().GetResult();
    }

    private static async Task<string> MeasureAsync(Run run, string published)
    {
        var (starts, seconds, data) = ((int)Math.Max(1, run.Seconds), LoadSeconds * run.Seconds, Path.Combine(run.Work, "discord"));
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        var ours = await BotFigures.MeasureAsync("the bot", discord => MeasuredBot.Start([published], data, discord), starts, seconds);
        var theirs = Peer.Missing is null ? await BotFigures.MeasureAsync("discord.js", MeasuredBot.StartDiscordJs, starts, seconds) : null;
        var signed = new Table("how", "requests / s", "p50 ms", "p95 ms", "p99 ms", "most ms", "errors", "cores of the bot", "cores of the clients", "target");
        var bearable = await MeasureSignedAsync(run, published, data, signed);
        return string.Create(CultureInfo.InvariantCulture, $"""
            The published program with an index of the seed and its page, and a discord.js bot (`tests/peers/constant.mjs`) that answers every command with a constant, each on
            the tests' fake of Discord, which runs on the same cores. "First command": given at once when READY was sent, {starts} starts. "Idle": {BotFigures.SteadyCount:N0} commands, {BotFigures.SteadyRate} a
            second; "loaded": {BotFigures.LoadRate} a second for {seconds:0} s by a schedule; who, ask, when, says, typing and help alike. Times are from the fake's sending of the event until the first
            answer came to it.

            {Beside(ours, theirs)}
            Signed requests, made beforehand, to the endpoint (`Discord:Mode` `Webhook`), the same commands: from {Connections} connections that send the next when the last was answered
            ("closed"), and so many a second whatever becomes of those before ("a second"; the time begins when a request is due).

            {signed}
            The p99 stays under {MostSignedP99:0} ms {bearable}.{(theirs is null ? $"\n\nWithout discord.js. {Peer.Missing}" : "")}
            """);
    }

    private static Table Beside(BotFigures ours, BotFigures? theirs)
    {
        var table = new Table("figure", "the bot, native", "discord.js", "target");
        Add("start to READY, p50 ms", one => one.Ready.P50, value => LessThan(value, theirs?.Ready.P50));
        Add("start to READY, most ms", one => one.Ready.Most);
        Add("start to the first command's answer, p50 ms", one => one.Answered.P50);
        Add("first command, p50 ms", one => one.First.P50);
        Add("first command, most ms", one => one.First.Most, value => Format.Target(value, MostFirst, "ms"));
        Add("resident MB at READY", one => one.AtReady.Resident / 1e6, value => Format.Target(value, MostShare * theirs?.AtReady.Resident / 1e6, "MB"));
        Add("resident MB after 1,000 commands", one => one.After.Resident / 1e6, value => Format.Target(value, MostShare * theirs?.After.Resident / 1e6, "MB"));
        Add("idle, p50 ms", one => Undisturbed(one.Steady, one.Steady.Milliseconds.P50), value => Format.Target(value, MostP50, "ms"));
        Add("idle, p99 ms", one => Undisturbed(one.Steady, one.Steady.Milliseconds.P99), value => Format.Target(value, MostP99, "ms"));
        Add("idle, most ms", one => Undisturbed(one.Steady, one.Steady.Milliseconds.Most));
        Add("loaded, p50 ms", one => Undisturbed(one.Loaded, one.Loaded.Milliseconds.P50), value => Format.Target(value, MostP50, "ms"));
        Add("loaded, p99 ms", one => Undisturbed(one.Loaded, one.Loaded.Milliseconds.P99), value => Format.Target(value, MostP99, "ms"));
        Add("loaded, most ms", one => Undisturbed(one.Loaded, one.Loaded.Milliseconds.Most));
        AddCount("loaded, commands", one => one.Loaded.Count);
        AddCount($"loaded, {NotAnswered}", one => one.Loaded.Lost, isNone: true);
        AddCount($"loaded, {AnsweredTwice}", one => one.Loaded.Doubled, isNone: true);
        AddCount($"loaded, {AnsweredLate}", one => one.Loaded.Late, isNone: true);
        Add("loaded, cores of the bot", one => one.Loaded.BotCores);
        Add("loaded, cores of the fake", one => one.Loaded.FakeCores);
        return table;

        void Add(string what, Func<BotFigures, double> of, Func<double, string>? target = null) => table.Add(
            what, Format.Number(of(ours)), theirs is null ? Format.Unmeasured : Format.Number(of(theirs)), target?.Invoke(of(ours)) ?? "");

        void AddCount(string what, Func<BotFigures, int> of, bool isNone = false) => table.Add(
            what, Format.Count(of(ours)), theirs is null ? Format.Unmeasured : Format.Count(of(theirs)), isNone ? $"none{(of(ours) > 0 ? ", **missed**" : "")}" : "");
    }

    /// <returns>Up to which rate the p99 is good, as words.</returns>
    private static async Task<string> MeasureSignedAsync(Run run, string published, string data, Table table)
    {
        ProgressLine.Tell("Discord: signed requests");
        await using var discord = await FakeDiscord.StartAsync(isChecked: false);
        using var requests = await SignedRequests.StartAsync([published], data, discord);
        await requests.AskAsync(Connections, run.Seconds / 2);
        var closed = await UndisturbedAsync(() => requests.AskAsync(Connections, SignedSeconds * run.Seconds));
        AddRow(table, $"closed, {Connections} connections", closed, Format.TargetOfAtLeast(Undisturbed(closed, Rate(closed)), FewestSigned, "a second"));
        var steady = await UndisturbedAsync(() => requests.AskAtAsync(FewestSigned, ConnectionsBySchedule, SignedSeconds * run.Seconds));
        AddRow(table, $"{Format.Count((long)FewestSigned)} a second", steady, Format.Target(Undisturbed(steady, steady.Times(200).P99), MostSignedP99, "ms at p99"));
        double? best = null;
        for (var rate = IsBearable(steady) ? FewestSigned : Step; rate <= MostTried; rate += Step)
        {
            ProgressLine.Tell($"Discord: {rate:N0} signed requests a second");
            var tried = await UndisturbedAsync(() => requests.AskAtAsync(rate, ConnectionsBySchedule, run.Seconds / 2));
            if (double.IsNaN(Undisturbed(tried, 0))) return "up to a rate that could not be measured undisturbed";
            if (!IsBearable(tried)) break;
            best = rate;
        }
        return best is { } most ? $"up to {most.ToString("N0", CultureInfo.InvariantCulture)} a second" : $"at no rate from {Step:0} a second on";
    }

    private static bool IsBearable(Loaded load) => load.Times(200) is var times && times.Count == load.Answers.Count && times.P99 <= MostSignedP99;

    private static double Rate(Loaded load) => load.Count(200) / load.Seconds;

    private static async Task<Loaded> UndisturbedAsync(Func<Task<Loaded>> measure)
    {
        var load = await measure();
        for (var again = 1; again < 3 && load.OthersCores > Disturbance.Bearable; again++) load = await measure();
        return load;
    }

    private static void AddRow(Table table, string how, Loaded load, string target)
    {
        var times = load.Times(200);
        table.Add(
            how, Format.Number(Undisturbed(load, Rate(load))), Format.Number(Undisturbed(load, times.P50)), Format.Number(Undisturbed(load, times.P95)),
            Format.Number(Undisturbed(load, times.P99)), Format.Number(Undisturbed(load, times.Most)), Format.Count(load.Answers.Count - times.Count),
            Format.Number(load.ProgramCores), Format.Number(load.ClientCores), target);
    }

    private static string LessThan(double value, double? most) =>
        most is not { } bound || double.IsNaN(value) || double.IsNaN(bound) ? "" : $"less than {Format.Number(bound)} ms{(value < bound ? "" : ", **missed**")}";

    private static double Undisturbed(CommandLoad load, double value) => load.OthersCores <= Disturbance.Bearable ? value : double.NaN;

    private static double Undisturbed(Loaded load, double value) => load.OthersCores <= Disturbance.Bearable ? value : double.NaN;
}
