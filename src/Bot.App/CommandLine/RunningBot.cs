using Bot.App.Terminal;
using Bot.App.Web;
using Bot.Discord;
using Bot.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.App.CommandLine;

/// <summary>The host with the core in it, started; stopped when disposed.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningBot(IHost host) => _host = host;

    public ChatBot Bot => _host.Services.GetRequiredService<ChatBot>();

    public IndexingProgress Progress => _host.Services.GetRequiredService<IndexingProgress>();

    public TimeProvider Time => _host.Services.GetRequiredService<TimeProvider>();

    public IServiceProvider Services => _host.Services;

    /// <summary>Cancelled when the host gives up by itself, because a service of it failed.</summary>
    public CancellationToken Stopping => _host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    /// <param name="time">Null: the system's.</param>
    /// <param name="isServing">True for a bot that stays: it connects to the chat platforms of its settings.</param>
    /// <exception cref="CannotStartException">With the sentence for the user.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong.</exception>
    public static async Task<RunningBot> StartAsync(
        IConfiguration settings, BesideWriter beside, LogLevel level, Action<string>? log, CancellationToken stop, TimeProvider? time = null,
        bool isServing = false)
    {
        var host = Build(settings, beside, level, log, time, isServing);
        try
        {
            await host.StartAsync(stop);
            return new RunningBot(host);
        }
        catch
        {
            await StopAfterFailureAsync(host);
            throw;
        }
    }

    public static IHost Build(
        IConfiguration settings, BesideWriter beside, LogLevel level, Action<string>? log, TimeProvider? time = null, bool isServing = false)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "Bot.App" });
        builder.Logging
            .SetMinimumLevel(level)
            .AddConfiguration(settings.GetSection("Logging"))
            .AddProvider(new LineLog(log ?? Console.Error.WriteLine));
        // Also at a prompt, where little is told: that the bot is connected is what somebody waits for who has just set it up.
        if (string.IsNullOrEmpty(settings["Logging:LogLevel:Default"])) builder.Logging.AddFilter("Bot.Discord", LogLevel.Information);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<IHostLifetime, LifetimeOfTheCommand>();
        // Not chained into the host's own settings: there whatever is set to nothing counts as not set.
        var own = BotSettings.WithoutBlanks(settings);
        builder.Services.AddBot(own, beside, isServing);
        builder.Services.AddTerminal(own);
        builder.Services.AddWeb(own, isServing);
        builder.Services.AddDiscord(own, isServing);
        return builder.Build();
    }

    /// <summary>
    /// When all has been read once, gives the system back what the start and the reading alone took, for a bot that stays: some ten megabytes on a small
    /// folder, hundreds after a large one was read. Answers wait meanwhile, milliseconds or, over a million passages, some tenths of a second.
    /// </summary>
    public Task GiveBackMemoryAsync() => Progress.CaughtUp.ContinueWith(
        _ => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true),
        CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.LongRunning, TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _host.StopAsync(CancellationToken.None);
        }
        finally
        {
            if (_host is IAsyncDisposable host) await host.DisposeAsync();
            else _host.Dispose();
        }
    }

    /// <summary>Disposed without being stopped, the host would log a critical line over the sentence that matters.</summary>
    private static async Task StopAfterFailureAsync(IHost host)
    {
        try
        {
            await new RunningBot(host).DisposeAsync();
        }
        catch (Exception) // a host that never came so far as its services cannot stop them; why it did not start is what counts
        {
            host.Dispose();
        }
    }
}

/// <summary>The command starts and stops its hosts, and StopSignal listens to the system: a host itself listens to nothing.</summary>
internal sealed class LifetimeOfTheCommand : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
