using Bot.Answers;
using Bot.Chat;
using Bot.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests;

/// <summary>The whole core over a folder of briefings, with a data folder of its own that goes with it.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly List<IHostedService> hosted;
    private readonly bool ownsData;

    private TestBot(ServiceProvider services, string data, bool ownsData)
    {
        this.services = services;
        this.ownsData = ownsData;
        Data = data;
        hosted = [.. services.GetServices<IHostedService>()];
        Bot = services.GetRequiredService<ChatBot>();
    }

    public ChatBot Bot { get; }

    public string Data { get; }

    /// <summary>What it logged, from warnings on.</summary>
    public LogLines Log => Service<LogLines>();

    public Answer Ask(string line, int limit = Command.MostPassages) => Bot.Ask(line, Scope.Main, limit);

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Starts a bot and waits until it has read everything.</summary>
    /// <param name="with">What a test puts in place of the bot's own parts.</param>
    public static async Task<TestBot> OverAsync(
        string briefings, string? data = null, BesideWriter beside = BesideWriter.Refuse, Action<IServiceCollection>? with = null,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("bot-test-").FullName;
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["Briefings:Folder"] = briefings, ["Data:Folder"] = folder };
        var lines = new LogLines();
        var registered = new ServiceCollection()
            .AddSingleton(lines)
            .AddLogging(logging => logging.ClearProviders().AddProvider(lines).SetMinimumLevel(LogLevel.Warning))
            .AddBot(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), beside);
        with?.Invoke(registered);
        var services = registered.BuildServiceProvider();
        try
        {
            var bot = new TestBot(services, folder, ownsData: data is null);
            foreach (var service in bot.hosted) await service.StartAsync(CancellationToken.None);
            await bot.Service<IndexingProgress>().CaughtUp;
            return bot;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits, from one snapshot of the index to the next, until it is so.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        var index = Service<DataFolder>().Index;
        while (true)
        {
            var next = index.NextSnapshot;
            if (isSo()) return;
            await next.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Follows the folder no longer; still answers.</summary>
    public Task StopFollowingAsync() => hosted.OfType<IndexingService>().Single().StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var service in hosted.AsEnumerable().Reverse()) await service.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        if (ownsData) Directory.Delete(Data, recursive: true);
    }
}
