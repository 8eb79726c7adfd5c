using System.Collections.Concurrent;
using System.Globalization;
using Bot.App.CommandLine;
using Bot.App.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Bot.App.Tests.Web;

/// <summary>A bot with its page on a free port, over the seed or over briefings of a test's own; gone when disposed.</summary>
internal sealed class WebBot : IAsyncDisposable
{
    private readonly string _folder;
    private bool _isStopped;

    private WebBot(string folder, RunningBot bot, WebListener page, ConcurrentQueue<string> log)
    {
        (_folder, Bot, Page, Log) = (folder, bot, page, log);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(page.Url) };
    }

    public RunningBot Bot { get; }

    public WebListener Page { get; }

    public ConcurrentQueue<string> Log { get; }

    /// <summary>Follows no redirection and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public string Briefings => Path.Combine(_folder, "briefings");

    /// <param name="files">Name and text of each briefing; none: the seed.</param>
    public static Task<WebBot> StartAsync(params (string Name, string Text)[] files) => StartAsync("", "http://127.0.0.1:0", null, files);

    public static async Task<WebBot> StartAsync(string password, string url, TimeProvider? time, params (string Name, string Text)[] files)
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("bot-web-").FullName;
        var briefings = Directory.CreateDirectory(Path.Combine(folder, "briefings")).FullName;
        foreach (var (name, text) in files) await File.WriteAllTextAsync(Path.Combine(briefings, name), text, stop);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [BotSettings.BriefingsFolder] = files.Length == 0 ? Repository.Seeds : briefings,
            [BotSettings.DataFolder] = Path.Combine(folder, "data"),
            [WebOptions.UrlKey] = url,
            [WebOptions.PasswordKey] = password,
            ["Logging:LogLevel:Default"] = "Debug",
        }).Build();
        var log = new ConcurrentQueue<string>();
        var bot = await RunningBot.StartAsync(settings, BesideWriter.Refuse, LogLevel.Debug, log.Enqueue, stop, time);
        await bot.Progress.CaughtUp.WaitAsync(stop);
        return new WebBot(folder, bot, (await LocalPage.StartAsync(bot, stop))!, log);
    }

    public Task<HttpResponseMessage> GetAsync(FormattableString address) => Client.GetAsync(
        new Uri(string.Format(CultureInfo.InvariantCulture, address.Format, [.. address.GetArguments().Select(value => Uri.EscapeDataString($"{value}"))]), UriKind.Relative),
        TestContext.Current.CancellationToken);

    /// <summary>The core stops; the page is still there.</summary>
    public async Task StopBotAsync()
    {
        if (_isStopped) return;
        _isStopped = true;
        await Bot.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Page.DisposeAsync();
        await StopBotAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
