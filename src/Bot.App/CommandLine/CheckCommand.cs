using System.CommandLine;
using Bot.App.Terminal;
using Bot.Briefings;
using Bot.Discord;
using Microsoft.Extensions.Configuration;

namespace Bot.App.CommandLine;

/// <summary><c>check</c>: what is configured, from where, what is wrong and what to do. Starts nothing, writes nothing, and asks nobody but Discord, where a token is set.</summary>
internal static class CheckCommand
{
    private static readonly Option<bool> Offline = new("--offline") { Description = "Ask nothing of Discord" };

    public static Command Define()
    {
        var command = new Command("check", "Tells what is configured, from where, what is wrong and what to do; exit code 1 when the bot would not run") { Offline };
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
        foreach (var warning in SettingsCheck.Warnings(settings)) Write($"warning: {warning}");
        var problems = SettingsCheck.Problems(settings).ToList();
        if (problems.Count == 0 && !arguments.GetValue(Offline)) problems.AddRange(await AskDiscordAsync(settings, stop));
        foreach (var problem in problems) Write($"wrong: {problem}");
        Write(problems.Count switch
        {
            0 => "All is well: the bot would run.",
            1 => "One thing is wrong: the bot would not run.",
            var count => $"{count} things are wrong: the bot would not run.",
        });
        return problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>What chat would not go with; the rest is told at once.</summary>
    private static async Task<List<string>> AskDiscordAsync(IConfiguration settings, CancellationToken stop)
    {
        var options = DiscordOptions.From(BotSettings.WithoutBlanks(settings));
        if (!options.IsOn) return [];
        var discord = await DiscordCheck.LookAsync(options, TimeProvider.System, stop);
        if (discord.Known is { } known) Write(known);
        foreach (var problem in discord.Problems.Where(problem => !problem.IsFatal)) Write($"warning: {problem.Sentence}");
        if (DataCheck.Note(new DataOptions { Folder = BotSettings.DataFolderOf(settings) }, DiscordCheck.OtherProcessNote, TimeProvider.System.GetUtcNow()) is not null)
        {
            Write("warning: Within the last day another process answered with the same token, so some answers were lost. Stop one of them, or give it an application of its own.");
        }
        return [.. discord.Problems.Where(problem => problem.IsFatal).Select(problem => problem.Sentence)];
    }

    private static void Write(string line) => Console.Out.WriteLine(Printable.OneLine(line));
}
