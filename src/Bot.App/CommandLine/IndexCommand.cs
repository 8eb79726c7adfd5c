using System.CommandLine;
using Bot.Answers;
using Bot.App.Terminal;
using Bot.Chat;
using Microsoft.Extensions.Logging;

namespace Bot.App.CommandLine;

/// <summary><c>index</c>: brings the index up to date, says what is in it and what could not be read, and ends.</summary>
internal static class IndexCommand
{
    public static System.CommandLine.Command Define()
    {
        var command = new System.CommandLine.Command("index", "Brings the index up to date, tells counts and warnings, and ends");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var settings = BotSettings.Read(arguments);
        await using var bot = await RunningBot.StartAsync(settings, BesideWriter.Refuse, LogLevel.Warning, log: null, stop);
        await ProgressLine.WaitAsync(bot.Progress, bot.Time, stop);
        var status = bot.Bot.Ask($"/{CommandCatalog.Briefings} status", Scope.Main, cancellation: stop);
        new ReplyView(TerminalOutput.ForStandardOutput(), TimeProvider.System).Write(ReplyPages.Of(AnswerReply.For(status)), page: null);
        return ExitCode.Done;
    }
}
