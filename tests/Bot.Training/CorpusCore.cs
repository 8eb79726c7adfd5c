using Bot.Answers;
using Bot.Chat;
using Bot.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Training;

/// <summary>The core over one corpus, with an index that is gone afterwards.</summary>
internal sealed class CorpusCore : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("bot-training-").FullName;
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _hosted;

    private CorpusCore(string corpus)
    {
        var settings = new Dictionary<string, string?> { ["Briefings:Folder"] = corpus, ["Data:Folder"] = _data };
        _services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddBot(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
        _hosted = [.. _services.GetServices<IHostedService>()];
    }

    public static async Task<CorpusCore> OverAsync(string corpus)
    {
        var core = new CorpusCore(corpus);
        foreach (var service in core._hosted) await service.StartAsync(CancellationToken.None);
        await core._services.GetRequiredService<IndexingProgress>().CaughtUp;
        return core;
    }

    public CorpusView Open() => _services.GetRequiredService<CorpusReader>().Open(Scope.Main);

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _hosted.AsEnumerable().Reverse()) await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
