using Bot.App.CommandLine;
using Bot.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.App.Web;

/// <summary>The page and its API, at <c>Web:Url</c>; the platforms' signed endpoints too, where these have no listener of their own.</summary>
internal static class LocalPage
{
    /// <summary>Null where <c>Web:Url</c> is empty.</summary>
    /// <exception cref="CannotStartException">The address cannot be listened on.</exception>
    public static async Task<WebListener?> StartAsync(RunningBot bot, CancellationToken stop)
    {
        var options = bot.Services.GetRequiredService<IOptions<WebOptions>>().Value;
        if (options.Url.Length == 0 || WebAddress.TryParse(options.Url) is not { } address) return null;
        return await WebListener.StartAsync(Build(bot, address, options.Password), address, WebOptions.UrlKey, options.Url, stop);
    }

    private static WebApplication Build(RunningBot bot, WebAddress address, string password)
    {
        var builder = WebListener.BuilderAt(address, bot);
        builder.Services.AddSingleton<IndexingView>();
        foreach (var platform in bot.Services.GetServices<IChatPlatform>()) builder.Services.AddSingleton(platform);
        RequestBounds.Add(builder.Services);
        ApiJson.Add(builder.Services);
        ApiDescription.Add(builder.Services);

        var app = builder.Build();
        var faults = new FaultEdge(bot.Services.GetRequiredService<ILogger<FaultEdge>>(), $"{ApiDescription.Path} tells what there is.");
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
        if (bot.Services.GetRequiredService<IOptions<EndpointsOptions>>().Value.Url.Length == 0) SignedEndpoints.Map(app, bot);
        // How fast the first reading goes is measured from its beginning, not from when somebody first looks.
        app.Services.GetRequiredService<IndexingView>().Now();
        return app;
    }
}
