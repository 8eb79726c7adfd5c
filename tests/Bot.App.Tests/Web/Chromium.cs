using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Bot.App.Tests.Web.Chromium))]

namespace Bot.App.Tests.Web;

/// <summary>The machine's own Chromium, started once for all tests that look at the page as a person does; skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } program) return;
        // A machine with more to do than it can takes long for what takes a moment elsewhere; what is never seen still fails.
        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
    }

    /// <summary>A window of its own, without anybody's cookies.</summary>
    internal Task<Reader> OpenAsync(WebBot web, string address = "/", int width = 1280, int height = 860, BrowserNewContextOptions? like = null) =>
        OpenAsync(web.Page.Url, address, width, height, like);

    /// <param name="page">Where the page is served: the start of its address.</param>
    internal async Task<Reader> OpenAsync(string page, string address = "/", int width = 1280, int height = 860, BrowserNewContextOptions? like = null)
    {
        Assert.SkipWhen(_browser is null, "No Chromium is installed (apt-get install chromium): the page is not looked at.");
        var options = like ?? new BrowserNewContextOptions();
        options.BaseURL = page;
        options.ViewportSize = new ViewportSize { Width = width, Height = height };
        options.ReducedMotion = ReducedMotion.Reduce;
        options.Permissions = ["clipboard-read", "clipboard-write"];
        var context = await _browser.NewContextAsync(options);
        return await Reader.AtAsync(context, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
