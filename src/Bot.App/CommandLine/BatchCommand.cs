using System.CommandLine;
using Bot.Answers;
using Bot.App.Terminal;
using Bot.Chat;
using Microsoft.Extensions.Logging;

namespace Bot.App.CommandLine;

/// <summary>
/// <c>batch</c>: one command per line of JSON in, one answer per line out. Over a temporary index, removed at the end, unless
/// <c>--data</c> names a folder to keep.
/// </summary>
internal static class BatchCommand
{
    private static readonly Option<int> Limit = CommonOptions.Limit();

    public static System.CommandLine.Command Define()
    {
        var command = new System.CommandLine.Command("batch", "Answers lines of JSON {\"id\", \"command\"} from standard input, in their order") { Limit };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        using var data = arguments.GetValue(CommonOptions.Data) is null ? new TemporaryFolder() : null;
        var settings = BotSettings.Read(arguments, data?.Path);
        await using var bot = await RunningBot.StartAsync(settings, BesideWriter.ReadOnly, LogLevel.Warning, log: null, stop);
        await ProgressLine.WaitAsync(bot.Progress, bot.Time, stop);
        var chatBot = bot.Bot;
        var limit = arguments.GetValue(Limit);
        await JsonLines.AnswerAsync(StandardStreams.OpenInput(), StandardStreams.OpenOutput(), line =>
            AnswerJson.Write(chatBot.Ask(line.Required("command"), Scope.Main, limit, line.Id, cancellation: stop)), stop);
        return ExitCode.Done;
    }
}
