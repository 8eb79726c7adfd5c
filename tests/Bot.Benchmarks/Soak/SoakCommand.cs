using System.CommandLine;

namespace Bot.Benchmarks.Soak;

/// <summary>The command <c>soak</c>.</summary>
internal static class SoakCommand
{
    public static Command Define()
    {
        var minutes = new Option<double>("--minutes") { HelpName = "N", Description = "How long, from 0.5 to 1440", DefaultValueFactory = _ => 30 };
        var program = new Option<string?>("--program") { HelpName = "PATH", Description = "The published native program; by itself the one that was built with this" };
        var seed = new Option<ulong?>("--seed") { HelpName = "N", Description = "What goes wrong, and when; by itself another each time" };
        minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.5 and <= 1_440)) result.AddError("--minutes takes a number from 0.5 to 1440.");
        });
        var command = new Command(
            "soak",
            "Has the bot answer people on a fake of Discord that drops, reconnects, invalidates, falls silent, limits, fails, delays and repeats; "
            + "fails when a command is not answered exactly once, or when the bot's memory grows")
        {
            minutes, program, seed,
        };
        command.SetAction((arguments, _) => RunAsync(
            arguments.GetValue(program) is { } published ? [published] : ["dotnet", Path.Combine(AppContext.BaseDirectory, "Bot.App.dll")],
            arguments.GetValue(minutes), arguments.GetValue(seed) ?? (ulong)Random.Shared.NextInt64()));
        return command;
    }

    private static async Task<int> RunAsync(string[] program, double minutes, ulong seed)
    {
        var data = Directory.CreateTempSubdirectory("briefing-bot-soak-");
        try
        {
            Console.WriteLine($"soak: --seed {seed}");
            return await SoakRun.RunAsync(program, data.FullName, minutes, seed, Console.Out) ? 0 : 1;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
