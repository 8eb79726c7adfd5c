using System.CommandLine;
using Bot.App.Terminal;

namespace Bot.App.CommandLine;

/// <summary><c>check</c>: what is configured, from where, what is wrong and what to do. Starts nothing and writes nothing.</summary>
internal static class CheckCommand
{
    public static Command Define()
    {
        var command = new Command("check", "Tells what is configured, from where, what is wrong and what to do; exit code 1 when the bot would not run");
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
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
        foreach (var problem in problems) Write($"wrong: {problem}");
        Write(problems.Count switch
        {
            0 => "All is well: the bot would run.",
            1 => "One thing is wrong: the bot would not run.",
            var count => $"{count} things are wrong: the bot would not run.",
        });
        return problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(string line) => Console.Out.WriteLine(Printable.OneLine(line));
}
