using System.Text.RegularExpressions;
using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Digests;
using Bot.Indexing;
using Bot.State;
using Bot.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.App.Tests.Web;

/// <summary>Digests on the page: who gets them, what was sent, and how one is begun, seen beforehand and stopped.</summary>
public class PageDigestsTests(Chromium chromium)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly Asker Channel = new("discord", "1100000000000000001", "42", MayManage: true);

    [Fact]
    public async Task A_channels_digest_is_stopped_by_a_press_and_goes_on_after_another()
    {
        await using var web = await WebBot.StartAsync();
        var id = Subscribe(web);
        await using var reader = await chromium.OpenAsync(web);
        var panel = await OpenAsync(reader);
        var subscriptions = panel.GetByRole(AriaRole.Region, new() { Name = "Subscriptions" });
        await Expect(subscriptions).ToContainTextAsync(new Regex($"{id}.*talks · discord 1100000000000000001 · 07:00 UTC, daily · next "));
        await subscriptions.GetByRole(AriaRole.Button, new() { Name = $"Stop {id}" }).PressAsync("Enter");
        await Expect(reader.Answer).ToContainTextAsync("Stopped: nothing more of it is posted.");
        await Expect(subscriptions).ToContainTextAsync("stopped");
        await Expect(subscriptions.GetByRole(AriaRole.Button, new() { Name = $"Resume {id}" })).ToBeFocusedAsync(); // in the place of the one that was pressed
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Answer).ToContainTextAsync("It goes on from now");
        await Expect(subscriptions.GetByRole(AriaRole.Button, new() { Name = $"Stop {id}" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_digest_is_subscribed_by_a_line_that_is_begun_and_seen_beforehand()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        var panel = await OpenAsync(reader);
        await Expect(panel).ToContainTextAsync("There is no digest.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(reader.Answer.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("^Digest, ") })).ToBeVisibleAsync();
        await Expect(reader.Passages).ToHaveCountAsync(1);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Subscribe" }).ClickAsync();
        await Expect(reader.Line).ToBeFocusedAsync();
        await Expect(reader.Line).ToHaveValueAsync("/digest subscribe ");
        await reader.Page.Keyboard.TypeAsync("talks at:06:30");
        await reader.Page.Keyboard.PressAsync("Escape");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Answer).ToContainTextAsync("Subscribed.");
        await Expect(panel).ToContainTextAsync("talks · the page · 06:30 UTC, daily");
    }

    [Fact]
    public async Task What_was_sent_is_told_and_shown_again()
    {
        await using var web = await WebBot.StartAsync();
        var id = Subscribe(web, topics: "");
        await PostAsync(web);
        await using var reader = await chromium.OpenAsync(web);
        var sent = (await OpenAsync(reader)).GetByRole(AriaRole.Region, new() { Name = "Sent" });
        await Expect(sent).ToContainTextAsync(new Regex($@"\d\d:\d\d.*UTC · all that is new · the page · posted, 1 story · {id}"));
        await sent.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^Show {id} of ") }).ClickAsync();
        await Expect(reader.Answer).ToContainTextAsync("1 story from");
        await Expect(reader.Passages).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_link_changes_nothing_until_somebody_presses()
    {
        await using var web = await WebBot.StartAsync();
        var id = Subscribe(web);
        await using var reader = await chromium.OpenAsync(web, $"/?q=%2Fdigest%20stop%20{id}");
        await Expect(reader.Answer).ToContainTextAsync("Nothing was changed: a link only reads");
        Assert.Null(Assert.Single(Subscriptions(web)).Stopped);
        await reader.Answer.GetByRole(AriaRole.Button, new() { Name = "Do it now" }).ClickAsync();
        await Expect(reader.Answer).ToContainTextAsync("Stopped:");
        Assert.NotNull(Assert.Single(Subscriptions(web)).Stopped);
        await reader.Page.ReloadAsync(); // the address is that line's, and it is not given again
        await Expect(reader.Answer).ToContainTextAsync("Nothing was changed");
    }

    [Fact]
    public async Task Nothing_of_a_topic_becomes_markup()
    {
        await using var web = await WebBot.StartAsync();
        Subscribe(web, "<img src=x onerror=alert(1)>");
        await using var reader = await chromium.OpenAsync(web);
        var panel = await OpenAsync(reader);
        await Expect(panel).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Expect(panel.Locator("img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_bot_that_has_gone_is_said_to_be_gone()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await reader.Page.Context.SetOfflineAsync(true);
        var panel = await OpenAsync(reader);
        await Expect(panel.Locator(".problem")).ToContainTextAsync("The bot does not answer");
        await reader.Page.Context.SetOfflineAsync(false);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(panel).ToContainTextAsync("There is no digest.");
        reader.ForgetComplaints(); // the browser's own, of the lost connection
    }

    [Theory]
    [InlineData(360, 740, ColorScheme.Light)]
    [InlineData(1280, 860, ColorScheme.Dark)]
    [InlineData(1280, 860, ColorScheme.Light)]
    public async Task Everybody_can_read_it(int width, int height, ColorScheme scheme)
    {
        await using var web = await WebBot.StartAsync();
        Subscribe(web, "peace talks, former officials, " + new string('x', 80));
        Subscribe(web, topics: "");
        await PostAsync(web);
        await using var reader = await chromium.OpenAsync(web, "/", width, height, new() { ColorScheme = scheme, IsMobile = width < 600, HasTouch = width < 600 });
        var panel = await OpenAsync(reader);
        await Expect(panel).ToContainTextAsync("posted, 1 story");
        Assert.True(await reader.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
        await Expect(reader.Line).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Empty(await reader.Page.EvaluateAsync<string[]>(await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "tests", "Bot.App.Tests", "Web", "contrast.js"), Stop)));
    }

    private static async Task<ILocator> OpenAsync(Reader reader)
    {
        var panel = reader.Page.Locator("details").Filter(new() { HasText = "Digests and watches" });
        await panel.Locator("summary").PressAsync("Enter");
        await Expect(panel.Locator("[aria-busy=false]")).ToBeVisibleAsync();
        return panel;
    }

    private static string Subscribe(WebBot web, string topics = "talks") =>
        web.Bot.Bot.Ask($"/digest subscribe {topics}", Scope.Main, by: topics.Length > 0 ? Channel : new Asker(Asker.Page, Asker.Page, Asker.Page, MayManage: true), cancellation: Stop)
            .Subscriptions![0].Id;

    private static IReadOnlyList<Subscription> Subscriptions(WebBot web) => web.Bot.Services.GetRequiredService<SubscriptionStore>().Everywhere();

    /// <summary>Has the digests of the page come due, and posted.</summary>
    private static async Task PostAsync(WebBot web)
    {
        var now = web.Bot.Time.GetUtcNow();
        // As of a schedule: on the second, and after it was subscribed.
        var due = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() + 1);
        var own = Subscriptions(web).Single(one => one.Platform == Asker.Page);
        var (services, ledger) = (web.Bot.Services, web.Bot.Services.GetRequiredService<DigestLedger>());
        ledger.Plan([(own, [new PlannedDigest(due, due - DigestSchedule.FirstWindow, now, IsSkipped: false)])], now);
        using var desk = new DigestDesk(ledger, services.GetRequiredService<CorpusReader>(), services.GetRequiredService<TextStore>(), services.GetRequiredService<QuestionsFirst>());
        var subscriptions = services.GetRequiredService<SubscriptionStore>();
        using var poster = new DigestPoster([new DigestSource(subscriptions, desk)], ledger, [], new LocalNews(), web.Bot.Time);
        using var service = new DigestService(
            subscriptions, ledger, poster, desk, services.GetRequiredService<SharedSightings>(), services.GetRequiredService<IndexingProgress>(), web.Bot.Time, NullLogger<DigestService>.Instance);
        await service.TurnAsync(Stop);
    }
}
