using System.Net;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>
/// Asks Discord what it has of the application, and tells in log and state where that does not fit the settings; again from time to time, for what is set in the developer
/// portal takes commands away, or gives them back, without a word.
/// </summary>
internal sealed partial class PortalCheck(IOptions<DiscordOptions> options, DiscordRest rest, ConnectionState state, TimeProvider time, ILogger<PortalCheck> logger)
{
    private static readonly TimeSpan WhileWrong = TimeSpan.FromMinutes(1), Otherwise = TimeSpan.FromHours(1);

    /// <summary>What was wrong at the last look.</summary>
    private HashSet<string> told = [];

    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public async Task<ApplicationBody> LookAsync(CancellationToken stop)
    {
        var application = await rest.GetApplicationAsync(stop);
        var problems = ApplicationCheck.Problems(application, options.Value).Select(problem => (About: problem.Sentence, Problem: problem)).ToList();
        // By how much it is off is another number each time, and no news.
        if (ApplicationCheck.ClockProblem(rest.ClockAhead) is { } clock) problems.Add(("clock", clock));
        var wasWrong = state.IsWrong;
        state.SetWrong(problems.Select(one => one.Problem).FirstOrDefault(problem => problem.IsFatal)?.Sentence);
        if (wasWrong && !state.IsWrong) LogRight();
        foreach (var (_, problem) in problems.Where(one => !told.Contains(one.About)))
        {
            if (problem.IsFatal) LogWrong(problem.Sentence);
            else LogWarned(problem.Sentence);
        }
        told = [.. problems.Select(one => one.About)];
        return application;
    }

    /// <summary>Looks again and again until told to stop, or until the token is refused. What cannot be looked at for now keeps nobody from anything.</summary>
    /// <param name="isLooked">Whether somebody has just looked.</param>
    public async Task WatchAsync(bool isLooked, CancellationToken stop)
    {
        var isKnown = isLooked;
        try
        {
            while (true)
            {
                if (isLooked) await Task.Delay(isKnown && !state.IsWrong ? Otherwise : WhileWrong, time, stop);
                isLooked = true;
                try
                {
                    await LookAsync(stop);
                    isKnown = true;
                }
                catch (DiscordException e) when (e.Status != HttpStatusCode.Unauthorized)
                {
                    isKnown = false;
                    LogNotLooked(e.Message);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The bot stops.
        }
        catch (DiscordException e)
        {
            // Whoever connects is told the same by the gateway; what is only posted to can say nothing more by itself.
            if (!options.Value.IsWebhook) return;
            state.SetWrong(e.Message);
            LogWrong(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "What was wrong with the application in Discord is right now")]
    private partial void LogRight();

    [LoggerMessage(LogLevel.Error, "{Sentence}")]
    private partial void LogWrong(string sentence);

    [LoggerMessage(LogLevel.Warning, "{Sentence}")]
    private partial void LogWarned(string sentence);

    [LoggerMessage(LogLevel.Debug, "The application's settings could not be looked at. {Reason}")]
    private partial void LogNotLooked(string reason);
}
