using System.Diagnostics;
using Bot.Answers;
using Bot.Chat;
using Bot.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Work;

/// <summary>The core over a folder, as the program carries it, through its public door alone.</summary>
internal sealed class RunningCore : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500), LongestSettling = TimeSpan.FromMinutes(3);

    private readonly IHost host;

    private RunningCore(IHost host) => this.host = host;

    public ChatBot Bot => host.Services.GetRequiredService<ChatBot>();

    /// <summary>From the call until every briefing was read and can be found.</summary>
    public static async Task<RunningCore> StartAsync(string briefings, string data)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "Bot.Benchmarks" });
        builder.Configuration.AddInMemoryCollection([new("Briefings:Folder", briefings), new("Data:Folder", data)]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddBot(builder.Configuration);
        var core = new RunningCore(builder.Build());
        await core.host.StartAsync();
        await core.host.Services.GetRequiredService<IndexingProgress>().CaughtUp;
        return core;
    }

    public T Service<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Those who are named most.</summary>
    public IReadOnlyList<string> People(int most)
    {
        using var corpus = Service<CorpusReader>().Open(Scope.Main);
        return [.. corpus.People.People.Take(most).Select(person => person.Name)];
    }

    public Answer Ask(string line) => Bot.Ask(line, Scope.Main);

    /// <summary>Waits until segments are merged and nothing is computed any more: what is steady begins here.</summary>
    public static async Task SettleAsync()
    {
        var self = Process.GetCurrentProcess();
        var start = Stopwatch.GetTimestamp();
        var quiet = 0;
        while (quiet < 4 && Stopwatch.GetElapsedTime(start) < LongestSettling)
        {
            self.Refresh();
            var before = self.TotalProcessorTime;
            await Task.Delay(LookEvery, TimeProvider.System);
            self.Refresh();
            quiet = self.TotalProcessorTime - before < LookEvery * 0.05 ? quiet + 1 : 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }
}
