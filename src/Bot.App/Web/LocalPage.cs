using System.Net.Sockets;
using Bot.App.CommandLine;
using Bot.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.App.Web;

/// <summary>
/// The page and its API beside the prompt, in the same process and on the same core. A host of its own: nothing of the web server's
/// configuration comes from outside, and no other command listens. Stopped when disposed.
/// </summary>
internal sealed class LocalPage : IAsyncDisposable
{
    /// <summary>How long the program's end waits for requests that are being answered.</summary>
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;

    private LocalPage(WebApplication app, string url) => (_app, Url) = (app, url);

    /// <summary>Where a browser on this machine finds it.</summary>
    public string Url { get; }

    /// <summary>Null where <c>Web:Url</c> is empty.</summary>
    /// <exception cref="CannotStartException">The address cannot be listened on.</exception>
    public static async Task<LocalPage?> StartAsync(RunningBot bot, CancellationToken stop)
    {
        var options = bot.Services.GetRequiredService<IOptions<WebOptions>>().Value;
        if (options.Url.Length == 0 || WebAddress.TryParse(options.Url) is not { } address) return null;
        var app = Build(bot, address, options.Password);
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            if (e is not (IOException or SocketException)) throw;
            throw new CannotStartException(CannotListen(options.Url, e), e);
        }
        var bound = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new LocalPage(app, address.Display(new Uri(bound).Port));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _app.StopAsync(CancellationToken.None);
        }
        finally
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>One sentence: what is wrong with the address, and what to do.</summary>
    public static string CannotListen(string url, Exception problem)
    {
        var cause = problem;
        while (cause is not SocketException && cause.InnerException is { } inner) cause = inner;
        var isTaken = cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };
        return isTaken
            ? $"{WebOptions.UrlKey} is \"{url}\", but another program listens there. Stop that, choose another port, or leave {WebOptions.UrlKey} empty for no page."
            : $"{WebOptions.UrlKey} is \"{url}\", which cannot be listened on: {cause.Message}. Choose another, or leave it empty for no page.";
    }

    private static WebApplication Build(RunningBot bot, WebAddress address, string password)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Bot.App" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            RequestBounds.Set(server.Limits);
            server.AddServerHeader = false;
            address.ListenIn(server);
        });
        // The framework logs whole URLs, and so questions, below this level whatever the settings say. That it could not start is thrown too.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddProvider(new LogOfTheBot(bot.Services.GetRequiredService<ILogger<LocalPage>>()));
        builder.Services.AddSingleton<IHostLifetime, LifetimeOfTheCommand>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = PatienceAtTheEnd);
        builder.Services.AddSingleton(bot.Bot).AddSingleton(bot.Progress).AddSingleton(bot.Time).AddSingleton<IndexingView>();
        foreach (var platform in bot.Services.GetServices<IChatPlatform>()) builder.Services.AddSingleton(platform);
        builder.Services.AddRoutingCore();
        RequestBounds.Add(builder.Services);
        ApiJson.Add(builder.Services);
        ApiDescription.Add(builder.Services);

        var app = builder.Build();
        var faults = new FaultEdge(bot.Services.GetRequiredService<ILogger<FaultEdge>>());
        app.Use(faults.InvokeAsync);
        app.Use(SafetyHeaders.InvokeAsync);
        app.Use(new CallerCheck(address).InvokeAsync);
        app.UseRouting();
        if (password.Length > 0) new Login(password, address.Port, bot.Time).AddTo(app);
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        PageFiles.Map(app);
        Api.Map(app);
        Health.Map(app);
        ApiDescription.Map(app);
        // How fast the first reading goes is measured from its beginning, not from when somebody first looks.
        app.Services.GetRequiredService<IndexingView>().Now();
        return app;
    }

    private sealed class LogOfTheBot(ILogger log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
