using System.CommandLine;
using Bot.App.Terminal;
using Bot.App.Web;
using Bot.Chat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.App.CommandLine;

/// <summary>
/// No command: index the folder, follow it, and answer. At a terminal there is a prompt; lines from a pipe or a file are answered one
/// by one until their end; with no input at all, as under systemd or in a container, the bot runs until it is told to stop. The page
/// is served all the while.
/// </summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var settings = BotSettings.Read(arguments);
        return TerminalOutput.IsInteractive
            ? await AtATerminalAsync(settings, stop)
            : await WithoutATerminalAsync(settings, stop);
    }

    private static async Task<int> AtATerminalAsync(IConfiguration settings, CancellationToken stop)
    {
        var screen = new PromptScreen(Console.Out, () => Console.WindowWidth, TerminalOutput.IsStyled);
        var log = new PromptLog(screen.Print);
        await using var bot = await RunningBot.StartAsync(settings, BesideWriter.Refuse, LogLevel.Warning, log.Write, stop, isServing: true);
        await using var page = await LocalPage.StartAsync(bot, stop);
        await using var endpoints = await SignedEndpoints.StartAsync(bot, stop);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, bot.Stopping);
        _ = bot.GiveBackMemoryAsync();
        await Greeting.WriteAsync(bot, settings, page?.Url);
        bot.Services.GetRequiredService<LocalNews>().Told += news => LocalNewsText.LinesOf(news).ToList().ForEach(screen.Print);
        var prompt = Prompt.For(bot, screen, log, settings);
        var typing = Task.Factory.StartNew(prompt.Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var progress = prompt.ShowProgressAsync(bot.Time, end.Token);
        // The thread that waits for a key cannot be told to stop; the program ends over it.
        await Task.WhenAny(typing.WaitAsync(end.Token), FaultOf(bot.Progress.CaughtUp));
        screen.Close();
        await end.CancelAsync();
        await progress.ContinueWith(_ => { }, TaskScheduler.Default);
        if (typing.IsFaulted) await typing;
        return await EndAsync(bot, typing.IsCompleted, stop);
    }

    private static async Task<int> WithoutATerminalAsync(IConfiguration settings, CancellationToken stop)
    {
        await using var bot = await RunningBot.StartAsync(settings, BesideWriter.Refuse, LogLevel.Information, log: null, stop, isServing: true);
        await using var page = await LocalPage.StartAsync(bot, stop);
        await using var endpoints = await SignedEndpoints.StartAsync(bot, stop);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, bot.Stopping);
        var logger = bot.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Bot.App");
        _ = bot.GiveBackMemoryAsync();
        if (page is not null) ServiceLog.Serving(logger, page.Url);
        if (endpoints is not null) ServiceLog.Listening(logger, endpoints.Url);
        try
        {
            await ProgressLine.WaitAsync(bot.Progress, bot.Time, end.Token);
            var status = bot.Bot.Ask($"/{CommandCatalog.Briefings}", Scope.Main, cancellation: end.Token);
            ServiceLog.Ready(logger, status.Searched.Briefings, BotSettings.BriefingsFolderOf(settings));
            if (await AnswerLinesAsync(bot, end.Token)) return ExitCode.Done;
            ServiceLog.NoInput(logger);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Told to stop, or stopped by a service that failed: EndAsync tells which.
            ServiceLog.Stopped(logger);
        }
        return await EndAsync(bot, isDone: false, stop);
    }

    /// <summary>False when there was no input at all: nobody asks here, so the end of the input is not the end of the bot.</summary>
    private static async Task<bool> AnswerLinesAsync(RunningBot bot, CancellationToken stop)
    {
        var conversation = new Conversation(bot.Bot, TerminalOutput.ForStandardOutput, bot.Time, hints: false);
        var hasInput = !Console.IsInputRedirected;
        using var input = new StreamReader(StandardStreams.OpenInput(), StandardStreams.Utf8);
        while (await OnItsOwnThread(input.ReadLine).WaitAsync(stop) is { } line)
        {
            hasInput = true;
            if (!conversation.Hear(line)) break;
        }
        return hasInput;
    }

    /// <summary>What may wait for ever takes none of the few threads that answer.</summary>
    private static Task<T> OnItsOwnThread<T>(Func<T> wait) =>
        Task.Factory.StartNew(wait, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task FaultOf(Task task)
    {
        await task.ContinueWith(_ => { }, TaskScheduler.Default);
        if (!task.IsFaulted) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
    }

    private static async Task<int> EndAsync(RunningBot bot, bool isDone, CancellationToken stop)
    {
        if (bot.Progress.CaughtUp.IsFaulted) await bot.Progress.CaughtUp;
        if (isDone || stop.IsCancellationRequested) return ExitCode.Done;
        await Console.Error.WriteLineAsync("The bot stopped by itself; the lines above say why.");
        return ExitCode.Failed;
    }
}
