using System.CommandLine;
using Bot.App.Terminal;
using Bot.Briefings;
using Bot.Discord;
using Microsoft.Extensions.Configuration;

namespace Bot.App.CommandLine;

/// <summary><c>check</c>: what is configured, from where, what is wrong and what to do. Starts nothing, writes nothing, and asks nobody but the database and Discord, where they are set.</summary>
internal static class CheckCommand
{
    private static readonly Option<bool> Offline = new("--offline") { Description = "Ask nothing of Discord and of the database" };

    public static Command Define()
    {
        var command = new Command("check", "Tells what is configured, from where, what is wrong and what to do; exit code 1 when the bot would not run, or not in Discord") { Offline };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var settings = BotSettings.Read(arguments);
        var file = Path.GetFullPath(BotSettings.File);
        Write($"Settings come from {file}{(File.Exists(file) ? "" : " (not there)")}, environment variables, the command line.");
        foreach (var setting in SettingsCatalog.Settings)
        {
            Write($"  {setting.Key} = {setting.Show(BotSettings.ValueOf(settings, setting.Key))}   [{BotSettings.SourceOf(settings, setting.Key)}]");
        }
        var warnings = SettingsCheck.Warnings(settings).ToList();
        var problems = SettingsCheck.Problems(settings).ToList();
        if (problems.Count == 0 && !arguments.GetValue(Offline) && BotSettings.ValueOf(settings, BotSettings.Database) is { } database)
        {
            var (name, problem) = DataCheck.Database(new DataOptions { Database = database });
            if (problem is null) Write($"{name} can be reached.");
            else problems.Add(problem);
        }
        var inDiscord = problems.Count == 0 && !arguments.GetValue(Offline) ? await AskDiscordAsync(settings, warnings, stop) : [];
        foreach (var warning in warnings) Write($"warning: {warning}");
        foreach (var problem in problems.Concat(inDiscord)) Write($"wrong: {problem}");
        Write(LastLine(problems.Count, inDiscord.Count, warnings.Count));
        return problems.Count + inDiscord.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string LastLine(int problems, int inDiscord, int warnings) => (problems, inDiscord, warnings) switch
    {
        (0, 0, 0) => "All is well: the bot would run.",
        (0, 0, _) => "The bot would run, with what the warnings say.",
        (0, 1, _) => "One thing is wrong: the bot would run, but not in Discord.",
        (0, var count, _) => $"{count} things are wrong: the bot would run, but not in Discord.",
        (1, _, _) => "One thing is wrong: the bot would not run.",
        (var count, _, _) => $"{count} things are wrong: the bot would not run.",
    };

    /// <returns>What Discord would not go with; terminal and page would.</returns>
    private static async Task<List<string>> AskDiscordAsync(IConfiguration settings, List<string> warnings, CancellationToken stop)
    {
        var options = DiscordOptions.From(BotSettings.WithoutBlanks(settings));
        if (!options.IsOn) return [];
        var discord = await DiscordCheck.LookAsync(options, TimeProvider.System, stop);
        if (discord.Known is { } known) Write(known);
        warnings.AddRange(discord.Problems.Where(problem => !problem.IsFatal).Select(problem => problem.Sentence));
        if (DataCheck.Note(new DataOptions { Folder = BotSettings.DataFolderOf(settings) }, DiscordCheck.OtherProcessNote, TimeProvider.System.GetUtcNow()) is not null)
        {
            warnings.Add("Within the last day another process answered with the same token, so some answers were lost. Stop one of them, or give it an application of its own.");
        }
        return [.. discord.Problems.Where(problem => problem.IsFatal).Select(problem => problem.Sentence)];
    }

    private static void Write(string line) => Console.Out.WriteLine(Printable.OneLine(line));
}
