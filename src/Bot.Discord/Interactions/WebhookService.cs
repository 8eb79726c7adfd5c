using System.Net;
using Bot.Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>What the endpoint's way in does by itself: looks whether token and public key are right, and registers the commands.</summary>
internal sealed partial class WebhookService(
    PortalCheck portal, CommandRegistration registration, Warmup warmup, OngoingWork work, ConnectionState state, TimeProvider time, ILogger<WebhookService> logger)
    : BackgroundService
{
    private readonly Backoff backoff = new(Random.Shared.NextDouble);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(() => warmup.Run(stoppingToken), stoppingToken);
            if (await BeginAsync(stoppingToken)) await portal.WatchAsync(isLooked: true, stoppingToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(work.WhenDoneAsync(), registration.Done);
        }
    }

    /// <returns>False when only somebody can help.</returns>
    private async Task<bool> BeginAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                var application = await portal.LookAsync(stop);
                registration.Begin(application.Id, stop);
                state.Set(null);
                if (!state.IsWrong) LogReady();
                return true;
            }
            catch (DiscordException e) when (e.Status == HttpStatusCode.Unauthorized)
            {
                state.Set(e.Message);
                LogStopped(e.Message);
                return false;
            }
            catch (DiscordException e)
            {
                var wait = backoff.Next();
                state.Set(e.Message);
                LogAway(e.Message, Math.Round(wait.TotalSeconds, 1));
                await Task.Delay(wait, time, stop);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Ready for what Discord posts")]
    private partial void LogReady();

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private partial void LogStopped(string reason);

    [LoggerMessage(LogLevel.Warning, "{Problem} Trying again in {Seconds} s")]
    private partial void LogAway(string problem, double seconds);
}
