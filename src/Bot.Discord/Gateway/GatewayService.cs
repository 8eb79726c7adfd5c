using System.Net.WebSockets;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Gateway;

/// <summary>
/// Keeps a connection to Discord's gateway for as long as the bot runs: resumes where that is possible, begins anew where it is not, waits longer after each
/// failure, and stops with a sentence where only somebody can help.
/// </summary>
internal sealed partial class GatewayService : BackgroundService
{
    /// <summary>So many failures in a row to resume, and a session is given up.</summary>
    private const int MostResumes = 3;

    private readonly DiscordOptions options;
    private readonly DiscordRest rest;
    private readonly InteractionResponder responder;
    private readonly CommandRegistration registration;
    private readonly ConnectionState state;
    private readonly TimeProvider time;
    private readonly ILogger<GatewayService> logger;
    private readonly GatewaySession session = new();
    private readonly Func<double> random = Random.Shared.NextDouble;
    private readonly Backoff backoff;

    public GatewayService(
        IOptions<DiscordOptions> options, DiscordRest rest, InteractionResponder responder, CommandRegistration registration, ConnectionState state,
        TimeProvider time, ILogger<GatewayService> logger)
    {
        (this.options, this.rest, this.responder, this.registration) = (options.Value, rest, responder, registration);
        (this.state, this.time, this.logger) = (state, time, logger);
        backoff = new Backoff(random);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsOn) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ConnectAsync(stoppingToken) is NextStep.Stop end)
                {
                    state.Set(end.Reason);
                    LogStopped(end.Reason);
                    return;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (DiscordException e) when (!e.IsPassing)
            {
                state.Set(e.Message);
                LogStopped(e.Message);
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException) // whatever one connection ends with, terminal and page must live on, and the next may stand
            {
                var wait = backoff.Next();
                var isKnown = e is DiscordException or WebSocketException or IOException;
                state.Set(isKnown ? $"Discord cannot be reached: {e.Message}" : "The connection to Discord failed; the log says why.");
                if (isKnown) LogAway(e.Message, Math.Round(wait.TotalSeconds, 1));
                else LogFailed(e);
                await Task.Delay(wait, time, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
        await responder.WhenAnsweredAsync();
    }

    /// <summary>One connection, and what its end asks for.</summary>
    private async Task<NextStep> ConnectAsync(CancellationToken stop)
    {
        if (backoff.Failures >= MostResumes) session.Forget();
        var url = session.CanResume ? session.ResumeUrl! : await WhereToBeginAsync(stop);
        using var connection = new GatewayConnection(session, options.Token, time, random, new GatewayEvents(
            application => OnReady(application, stop), interaction => responder.Receive(interaction, stop)));
        var next = await connection.RunAsync(url, stop);
        if (next is NextStep.Stop) return next;
        state.Set("Connecting to Discord again.");
        if (next is NextStep.Anew)
        {
            session.Forget();
            // As Discord asks, after a session was refused.
            await Task.Delay(TimeSpan.FromSeconds(1 + (4 * random())), time, stop);
        }
        else if (next is NextStep.GoOn { AtOnce: false })
        {
            await Task.Delay(backoff.Next(), time, stop);
        }
        return next;
    }

    private async Task<string> WhereToBeginAsync(CancellationToken stop)
    {
        var gateway = await rest.GetGatewayAsync(stop);
        if (gateway.SessionStartLimit.Remaining > 0) return gateway.Url;
        // More beginnings than Discord allows in a day, and the token is taken away.
        var wait = TimeSpan.FromMilliseconds(gateway.SessionStartLimit.ResetAfter);
        var reason = $"Discord allows no new session for another {Math.Ceiling(wait.TotalMinutes):0} minutes: the bot began too many today.";
        state.Set(reason);
        LogStopped(reason);
        await Task.Delay(wait, time, stop);
        return gateway.Url;
    }

    private void OnReady(string? application, CancellationToken stop)
    {
        backoff.Succeeded();
        state.Set(null);
        if (application is not null)
        {
            LogReady();
            registration.Begin(application, stop);
        }
        else
        {
            LogResumed();
        }
    }

    [LoggerMessage(LogLevel.Information, "Connected to Discord")]
    private partial void LogReady();

    [LoggerMessage(LogLevel.Information, "Connected to Discord again; nothing was lost")]
    private partial void LogResumed();

    [LoggerMessage(LogLevel.Warning, "{Problem} Trying again in {Seconds} s")]
    private partial void LogAway(string problem, double seconds);

    [LoggerMessage(LogLevel.Error, "The connection to Discord failed; it is tried again")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private partial void LogStopped(string reason);
}
