using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.App.Tests.Web;

/// <summary>What a person sees when there is nothing to see, something goes wrong, or a briefing is out for mischief.</summary>
public class PageTroubleTests(Chromium chromium)
{
    [Fact]
    public async Task Wrong_usage_is_a_sentence()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await reader.AskAsync("/whom Lavrov");
        await Expect(reader.Answer.Locator(".problem")).ToContainTextAsync("Did you mean /who?");
        reader.ForgetComplaints(); // the browser's own, of the status 400
    }

    [Fact]
    public async Task An_empty_corpus_says_what_to_do()
    {
        await using var web = await WebBot.StartAsync(("empty.txt", ""));
        await using var reader = await chromium.OpenAsync(web);
        await Expect(reader.Page.GetByText("There are no briefings yet.")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("No briefings yet"); // also where the corpus is folded away
        await reader.AskAsync("Who met whom?");
        await Expect(reader.Answer).ToHaveAttributeAsync("data-status", "notFound");
    }

    [Fact]
    public async Task Nothing_of_a_briefing_becomes_markup_or_runs()
    {
        const string evil = "Lavrov said <script>document.title='pwned'</script> & <img src=x onerror=alert(1)> <b>bold</b> \u202Egnp.exe\u202C &amp; spoke.";
        await using var web = await WebBot.StartAsync(("<i>evil<i>.txt", evil), ("arabic.txt", "قال لافروف إن المحادثات بدأت. Lavrov (لافروف) spoke."));
        await using var reader = await chromium.OpenAsync(web, "/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20Lavrov");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Name = "<img src=x onerror=alert(1)> Lavrov" })).ToBeVisibleAsync();
        await reader.AskAsync("/who Lavrov");
        var quote = reader.Answer.Locator("blockquote").Filter(new() { HasText = "document.title" });
        await Expect(quote).ToHaveTextAsync(evil.Replace('\u202E', '\uFFFD').Replace('\u202C', '\uFFFD'));
        await Expect(reader.Answer).ToContainTextAsync("<i>evil<i>");
        await Expect(reader.Answer.Locator("script, img, b, i")).ToHaveCountAsync(0);
        Assert.DoesNotContain("pwned", await reader.Page.TitleAsync());
        await Expect(reader.Answer.Locator("blockquote").Filter(new() { HasText = "لافروف" })).ToHaveAttributeAsync("dir", "auto");
    }

    [Fact]
    public async Task A_bot_that_has_gone_is_said_to_be_gone_and_asked_again()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await Expect(reader.Page.GetByText("Every file could be read.")).ToBeVisibleAsync();
        await reader.Page.Context.SetOfflineAsync(true);
        await reader.AskAsync("/who Lavrov");
        await Expect(reader.Answer.Locator(".problem")).ToContainTextAsync("The bot does not answer");
        await reader.Page.Context.SetOfflineAsync(false);
        await reader.Answer.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(reader.Passages).ToHaveCountAsync(2);
        reader.ForgetComplaints(); // the browser's own, of the lost connection
    }

    [Fact]
    public async Task A_bot_that_fails_says_so_with_a_reference()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await web.StopBotAsync();
        await reader.AskAsync("/who Lavrov");
        await Expect(reader.Answer.Locator(".problem")).ToContainTextAsync(new Regex("Reference [0-9A-Z]{4}"));
        reader.ForgetComplaints(); // the browser's own, of the status 500
    }

    [Fact]
    public async Task A_password_is_asked_for_once_and_the_link_is_kept()
    {
        await using var web = await WebBot.StartAsync("correct horse", "http://127.0.0.1:0", time: null);
        await using var reader = await chromium.OpenAsync(web, "/?q=%2Fwho%20Lavrov");
        var password = reader.Page.GetByLabel("Password");
        await password.FillAsync("wrong one");
        await password.PressAsync("Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("That is not the password.");
        reader.ForgetComplaints(); // the browser's own, of the status 401
        await password.FillAsync("correct horse");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await Expect(reader.Passages).ToHaveCountAsync(2);
        await reader.Page.ReloadAsync();
        await Expect(reader.Passages).ToHaveCountAsync(2);
    }
}
