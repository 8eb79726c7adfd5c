using System.Collections.Concurrent;
using Bot.App.CommandLine;
using Bot.App.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.App.Tests.Discord;

/// <summary>The parts of a bot that is not started: a test calls those that it is about, and nothing else runs.</summary>
internal sealed class DiscordParts : IAsyncDisposable
{
    private readonly IHost host;
    private readonly bool ownsDiscord;
    private readonly bool ownsData;
    private IHostedService? running;

    private DiscordParts(IHost host, FakeDiscord discord, ConcurrentQueue<string> log, string data, bool ownsDiscord, bool ownsData) =>
        (this.host, Discord, Log, Data, this.ownsDiscord, this.ownsData) = (host, discord, log, data, ownsDiscord, ownsData);

    public FakeDiscord Discord { get; }

    public ConcurrentQueue<string> Log { get; }

    public string Data { get; }

    public static async Task<DiscordParts> BuildAsync(
        FakeDiscord? discord = null, string? data = null, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var fake = discord ?? await FakeDiscord.StartAsync();
        var folder = data ?? Directory.CreateTempSubdirectory("bot-discord-").FullName;
        var log = new ConcurrentQueue<string>();
        var host = RunningBot.Build(DiscordBot.Settings(fake, folder, settings), BesideWriter.Refuse, LogLevel.Information, log.Enqueue, time, isServing: true);
        return new DiscordParts(host, fake, log, folder, ownsDiscord: discord is null, ownsData: data is null);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts one of the services that a bot runs, and stops it at the end.</summary>
    public async Task StartAsync<T>()
        where T : IHostedService
    {
        running = host.Services.GetServices<IHostedService>().OfType<T>().Single();
        await running.StartAsync(TestContext.Current.CancellationToken);
    }

    public Task StopAsync() => running?.StopAsync(TestContext.Current.CancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        if (ownsDiscord) await Discord.DisposeAsync();
        if (ownsData) Directory.Delete(Data, recursive: true);
    }
}
