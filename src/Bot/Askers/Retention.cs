using System.Diagnostics.CodeAnalysis;
using Bot.Briefings.Storing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Askers;

/// <summary>Removes once a day what has been kept for longer than the setting says.</summary>
internal sealed partial class Retention(AskedStore store, IOptions<PrivacyOptions> options, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1), AfterProblem = TimeSpan.FromMinutes(10);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong here, the bot goes on answering, and tries again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = AfterProblem;
            try
            {
                await Task.Run(Remove, stoppingToken);
                wait = Every;
            }
            catch (StateException e)
            {
                LogWaiting(e.Message);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && e is not OutOfMemoryException)
            {
                LogFailed(e);
            }
            await Task.Delay(wait, time, stoppingToken);
        }
    }

    internal void Remove() => store.RemoveBefore(time.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays));

    [LoggerMessage(LogLevel.Warning, "What was kept long enough could not be removed yet. {Reason}")]
    private partial void LogWaiting(string reason);

    [LoggerMessage(LogLevel.Error, "What was kept long enough could not be removed; that is tried again")]
    private partial void LogFailed(Exception error);
}
