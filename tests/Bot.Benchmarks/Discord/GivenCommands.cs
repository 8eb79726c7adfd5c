using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.Benchmarks.Corpora;
using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Discord;

/// <summary>What became of commands that were given at a steady rate.</summary>
/// <param name="Milliseconds">From the fake's sending of the event until the first answer came to it.</param>
/// <param name="Lost">Had no answer five seconds after the last was given.</param>
/// <param name="Doubled">Were answered more than once.</param>
/// <param name="Late">Were answered after Discord's three seconds.</param>
/// <param name="FakeCores">Cores that the fake and the giving took.</param>
internal sealed record CommandLoad(int Count, double Seconds, Distribution Milliseconds, int Lost, int Doubled, int Late, double BotCores, double FakeCores, double OthersCores);

/// <summary>Gives commands over the fake's gateway by a schedule, whatever becomes of those before, and looks what came back.</summary>
internal static class GivenCommands
{
    private const ulong Seed = 23;

    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(3), PatienceAtTheEnd = TimeSpan.FromSeconds(5), LookEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>Gives one command and waits for the first answer to it.</summary>
    /// <returns>Milliseconds until it came.</returns>
    public static async Task<double> GiveOneAsync(FakeDiscord discord)
    {
        var (id, json) = Prepare(discord, FakeCommands.Command("who", ("name", "Lavrov")));
        var sent = Stopwatch.GetTimestamp();
        await discord.Gateway.SendInteractionAsync(json);
        await discord.CallbackOf(id);
        return Stopwatch.GetElapsedTime(sent, Callbacks(discord)[id].First().At).TotalMilliseconds;
    }

    public static async Task<CommandLoad> GiveAsync(FakeDiscord discord, Process bot, int perSecond, int count)
    {
        var draws = Draws.Of(Seed, (ulong)perSecond, count);
        // Beforehand, so that the fake has little to do meanwhile.
        var commands = Enumerable.Range(0, count).Select(_ => Prepare(discord, SeedCommands.Draw(draws))).ToArray();
        var sent = new long[count];
        var cores = new CoresUsed(bot);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            await UntilAsync(start, i / (double)perSecond);
            sent[i] = Stopwatch.GetTimestamp();
            await discord.Gateway.SendInteractionAsync(commands[i].Json);
        }
        await UntilAsync(start, count / (double)perSecond);
        var (seconds, its, own, others) = (cores.Seconds, cores.Program, cores.This, cores.Others);
        await UntilAnsweredAsync(discord, commands);

        var callbacks = Callbacks(discord);
        var took = commands.Select((command, i) => (Sent: sent[i], First: callbacks[command.Id].FirstOrDefault()))
            .Where(one => one.First is not null).Select(one => Stopwatch.GetElapsedTime(one.Sent, one.First!.At)).ToList();
        return new CommandLoad(
            count, seconds, Distribution.Of(took.Select(time => time.TotalMilliseconds)),
            Lost: commands.Count(command => !discord.IsAnswered(command.Id)),
            Doubled: commands.Count(command => callbacks[command.Id].Count() > 1),
            Late: took.Count(time => time > TimeToAnswer),
            its, own, others);
    }

    /// <summary>Waits until so many seconds after a start, in whole milliseconds: shorter waits are none.</summary>
    public static Task UntilAsync(long start, double seconds)
    {
        var wait = Math.Ceiling((1_000 * seconds) - Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return wait > 0 ? Task.Delay(TimeSpan.FromMilliseconds(wait), TimeProvider.System) : Task.CompletedTask;
    }

    private static (string Id, string Json) Prepare(FakeDiscord discord, JsonObject command) => (discord.Prepare(command), command.ToJsonString());

    private static async Task UntilAnsweredAsync(FakeDiscord discord, IReadOnlyList<(string Id, string Json)> commands)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < PatienceAtTheEnd && !commands.All(command => discord.IsAnswered(command.Id))) await Task.Delay(LookEvery, TimeProvider.System);
    }

    private static ILookup<string, FakeRequest> Callbacks(FakeDiscord discord) => discord.Requests
        .Where(request => request.Path.EndsWith("/callback", StringComparison.Ordinal)).ToLookup(request => request.Path.Split('/')[^3], StringComparer.Ordinal);
}
