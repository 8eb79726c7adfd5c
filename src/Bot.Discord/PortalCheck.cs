using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Asks Discord what it has of the application, and tells in log and state where that does not fit the settings.</summary>
internal sealed partial class PortalCheck(IOptions<DiscordOptions> options, DiscordRest rest, ConnectionState state, ILogger<PortalCheck> logger)
{
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public async Task<ApplicationBody> LookAsync(CancellationToken stop)
    {
        var application = await rest.GetApplicationAsync(stop);
        var problems = ApplicationCheck.Problems(application, options.Value).ToList();
        if (ApplicationCheck.ClockProblem(rest.ClockAhead) is { } clock) problems.Add(clock);
        state.SetWrong(problems.FirstOrDefault(problem => problem.IsFatal)?.Sentence);
        foreach (var problem in problems)
        {
            if (problem.IsFatal) LogWrong(problem.Sentence);
            else LogWarned(problem.Sentence);
        }
        return application;
    }

    [LoggerMessage(LogLevel.Error, "{Sentence}")]
    private partial void LogWrong(string sentence);

    [LoggerMessage(LogLevel.Warning, "{Sentence}")]
    private partial void LogWarned(string sentence);
}
