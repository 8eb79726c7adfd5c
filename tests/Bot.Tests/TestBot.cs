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
    private readonly IHostedService indexing;
    private readonly bool ownsData;

    private TestBot(ServiceProvider services, string data, bool ownsData)
    {
        this.services = services;
        this.ownsData = ownsData;
        Data = data;
        indexing = services.GetServices<IHostedService>().Single();
        Bot = services.GetRequiredService<ChatBot>();
    }

    public ChatBot Bot { get; }

    public string Data { get; }

    public Answer Ask(string line, int limit = Command.MostPassages) => Bot.Ask(line, Scope.Main, limit);

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Starts a bot and waits until it has read everything.</summary>
    public static async Task<TestBot> OverAsync(string briefings, string? data = null)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("bot-test-").FullName;
        var settings = new Dictionary<string, string?> { ["Briefings:Folder"] = briefings, ["Data:Folder"] = folder };
        var services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddBot(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
        var bot = new TestBot(services, folder, ownsData: data is null);
        await bot.indexing.StartAsync(CancellationToken.None);
        await bot.Service<IndexingProgress>().CaughtUp;
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await indexing.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        if (ownsData) Directory.Delete(Data, recursive: true);
    }
}
