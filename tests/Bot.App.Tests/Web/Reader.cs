using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Bot.App.Tests.Web;

/// <summary>
/// Somebody in front of the page. What the browser complained about (an error, a refused script, a failed load) fails the test at its
/// end, unless it was expected.
/// </summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Reader(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public ILocator Line => Page.GetByRole(AriaRole.Combobox);

    public ILocator Options => Page.GetByRole(AriaRole.Option);

    /// <summary>The answer to the last question.</summary>
    public ILocator Answer => Page.Locator(".turn").Last.Locator(".answer[aria-busy=false]");

    public ILocator Passages => Answer.Locator(".passages > li");

    public static async Task<Reader> AtAsync(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        var reader = new Reader(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") reader._complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => reader._complaints.Enqueue(error);
        await page.GotoAsync(address);
        return reader;
    }

    /// <summary>Types a line, presses Enter and waits for the answer.</summary>
    public async Task AskAsync(string line)
    {
        var turns = await Page.Locator(".turn").CountAsync();
        await Line.FillAsync(line);
        await Line.PressAsync("Enter");
        await Page.Locator(".turn").Nth(turns).Locator(".answer[aria-busy=false]").WaitForAsync();
    }

    public void ForgetComplaints() => _complaints.Clear();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }
}
