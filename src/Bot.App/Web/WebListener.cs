using System.Net.Sockets;
using Bot.App.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.App.Web;

/// <summary>
/// A web server beside the prompt, in the same process and on the same core. A host of its own: nothing of the web server's configuration comes from outside, and
/// no other command listens. Stopped when disposed.
/// </summary>
internal sealed class WebListener : IAsyncDisposable
{
    /// <summary>How long the program's end waits for requests that are being answered.</summary>
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;

    private WebListener(WebApplication app, string url) => (_app, Url) = (app, url);

    /// <summary>Where a client on this machine finds it.</summary>
    public string Url { get; }

    /// <summary>A builder with nothing in it but a server at the address and the bot's log.</summary>
    public static WebApplicationBuilder BuilderAt(WebAddress address, RunningBot bot)
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
            .AddProvider(new LogOfTheBot(bot.Services.GetRequiredService<ILogger<WebListener>>()));
        builder.Services.AddSingleton<IHostLifetime, LifetimeOfTheCommand>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = PatienceAtTheEnd);
        builder.Services.AddSingleton(bot.Bot).AddSingleton(bot.Progress).AddSingleton(bot.Time);
        builder.Services.AddRoutingCore();
        return builder;
    }

    /// <param name="setting">The setting that the address comes from.</param>
    /// <exception cref="CannotStartException">The address cannot be listened on.</exception>
    public static async Task<WebListener> StartAsync(WebApplication app, WebAddress address, string setting, string url, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            if (e is not (IOException or SocketException)) throw;
            throw new CannotStartException(CannotListen(setting, url, e), e);
        }
        var bound = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new WebListener(app, address.Display(new Uri(bound).Port));
    }

    /// <summary>One sentence: what is wrong with the address, and what to do.</summary>
    public static string CannotListen(string setting, string url, Exception problem)
    {
        var cause = problem;
        while (cause is not SocketException && cause.InnerException is { } inner) cause = inner;
        var isTaken = cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };
        return isTaken
            ? $"{setting} is \"{url}\", but another program listens there. Stop that, choose another port, or leave {setting} empty."
            : $"{setting} is \"{url}\", which cannot be listened on: {cause.Message}. Choose another, or leave it empty.";
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

    private sealed class LogOfTheBot(ILogger log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
